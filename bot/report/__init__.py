"""Results drawn: from the frozen specification in a reply to PNG bytes, by Typst templates beside the code.

Belongs here: how a result looks on paper or as a picture. Does not: computing advice, choosing words.
"""

import json
from importlib.resources import as_file, files

import typst

from bot.dialogue.reply import Specification

PIXELS_PER_INCH = 220
"""Sharp on a phone in both orientations, and still a small file."""


def draw(specification: Specification) -> bytes:
    """The PNG picture of a specification; raises KeyError for a kind that has no template."""
    template = files(__package__).joinpath(f"{specification.kind}.typ")
    if not template.is_file():
        raise KeyError(specification.kind)
    inputs = {"data": json.dumps(specification.data), "language": specification.language}
    with as_file(template) as path:
        picture = typst.compile(str(path), format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs)
    if not isinstance(picture, bytes):  # a list of pages; our templates have one
        raise TypeError(specification.kind)
    return picture
