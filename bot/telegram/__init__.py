"""Telegram: translate what comes in, send what goes out, survive what happens between.

Belongs here: the Bot API, its limits, its faults, its pace. Does not: choosing a question or a word.
"""
