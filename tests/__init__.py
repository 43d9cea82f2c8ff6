"""Tests: named as claims, laid out like `bot/`."""
