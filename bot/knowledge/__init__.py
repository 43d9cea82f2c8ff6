"""YAML files in, a Catalogue out, or the list of everything that is wrong with them.

Belongs here: the format (contract), reading (load), rules (checks), the JSON Schemas.
Does not: opinions about advice, printing.
"""
