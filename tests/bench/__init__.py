"""Benchmarks that anyone can run: `python -m tests.bench turn`, `... fit`; `--json` for figures as data.

Belongs here: measuring, and fitting numbers that the code then holds. Does not: asserting times; this is no test.
"""
