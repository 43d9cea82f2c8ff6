"""What is wrong with a file as YAML, in words for somebody who writes content.

Belongs here: findings without a file name yet, and the meaning of the parser's own errors. Does not: the parsing.
"""

import re
from dataclasses import dataclass

import yaml

from bot.knowledge.problems import shortened

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that nobody can see and that no text needs."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of one file that does not know the file's name yet."""

    line: int
    column: int
    rule: str
    message: str


NO_ALIAS = (
    "`{sign}` at the start makes this a YAML anchor or alias, which are not used here; quote or write out the text"
)

_SYNTAX = (
    (
        "mapping values are not allowed",
        'a ":" too many, or wrong indentation; put quotes around text that contains ": "',
    ),
    (
        "did not find expected '-' indicator",
        "this does not line up with the list above; give each `- ` the same indentation",
    ),
    ("did not find expected key", "this does not line up with the keys above, or a quote is missing; check both"),
    ("did not find expected ',' or", "a comma or a closing bracket is missing; text with , [ ] { } needs quotes"),
    ("could not find expected ':'", 'there is no ":" after this key; write `key: value`'),
    ("found unexpected end of stream", "a quote that was opened is never closed; close it"),
    ("found undefined alias", "`*` at the start of text needs quotes around the whole text"),
    ("cannot start any token", "a value cannot start with this character; put quotes around the whole text"),
    ("block sequence entries are not allowed", "a list cannot start here; put the first `- ` on its own line"),
    ("found unknown escape character", r"`\` starts an escape inside double quotes; use single quotes or write `\\`"),
    ("expected <document start>", "text follows after the end of the content; check the indentation"),
)


def syntax(error: yaml.YAMLError, text: str) -> Finding:
    """What a YAML error means to somebody who writes content."""
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in str(getattr(error, "context", None)) and "end of stream" in str(error):
        mark = getattr(error, "context_mark", None) or mark  # where the quote was opened, not where the file ends
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = str(getattr(error, "problem", None) or error)
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: max(column, len(here) - len(here.lstrip()))]:
        column = here.index("\t") + 1
        return Finding(line, column, "syntax", "there is a tab here; indent with spaces")
    for known, sentence in _SYNTAX:
        if known in said:
            return Finding(line, column, "syntax", sentence)
    return Finding(
        line, column, "syntax", f"this is no valid YAML ({shortened(said, 80)}); check indentation and quotes"
    )


def control_character(character: str) -> str:
    """The sentence about a character that nobody can see."""
    return f"the invisible character U+{ord(character):04X} stands here; delete it"
