"""Tests of the shipped knowledge base: what it must hold, and what it must be able to advise."""
