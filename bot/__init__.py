"""Kompas: an advisory chat bot for people who change government from the inside."""

__version__ = "0.1.0"
