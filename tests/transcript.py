"""The conversation shown in the README, held for real: `python -m tests.transcript` prints it, `--write` renews it.

Belongs here: what is typed, which screens are shown. A change of content or wording changes the transcript;
tests/test_docs.py says so.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BEGIN, END = "```text\n$ kompas chat\n", "```\n"
GAP = "[…]\n"

NOTHING = slice(0)

SAID = (
    (
        "Every small decision goes up four floors and comes back as maybe. Meanwhile my best people leave.",
        slice(0, 2),
    ),
    ("that's right", NOTHING),
    ("I lead a team", NOTHING),
    ("municipality", NOTHING),
    ("", NOTHING),
    ("my team", NOTHING),
    ("", slice(1, 3)),
    ("a little", NOTHING),
    ("not at all", NOTHING),
    ("somtimes", NOTHING),
    ("that's enough", NOTHING),
    ("", NOTHING),
    ("", NOTHING),
    ("", slice(1, 4)),
)
"""What is typed, line by line ("" is Enter alone), and which paragraphs of the answer are shown."""


def transcript() -> str:
    """The conversation with the shipped knowledge base, as the README shows it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("KOMPAS_")}
        environment |= {"KOMPAS_DATABASE": f"{folder}/kompas.db", "COLUMNS": "80", "PYTHONPATH": str(ROOT)}
        environment |= {"PYTHONIOENCODING": "utf-8", "PYTHONSAFEPATH": "1"}
        command = [sys.executable, "-m", "bot", "chat", "--lang", "en"]
        typed = "".join(f"{line}\n" for line, _ in SAID)
        ran = subprocess.run(
            command, input=typed, capture_output=True, encoding="utf-8", env=environment, cwd=folder, check=True
        )
    screens = ran.stdout.split("\n> ")[1:]
    return BEGIN + "\n".join(_shown(screens)) + "\n" + END


def _shown(screens: list[str]) -> Iterator[str]:
    """What is typed with the part of the answer that is shown; what is left out leaves a mark."""
    left_out = False
    for (said, wanted), screen in zip(SAID, screens, strict=False):
        _, _, answer = screen.partition("\n")
        paragraphs = [_trimmed(paragraph) for paragraph in answer.strip("\n").split("\n\n")]
        shown = paragraphs[wanted]
        if shown:
            yield from [GAP] if left_out or wanted.start else [f"> {said}\n"]
            yield "\n\n".join(shown) + "\n"
        left_out = shown != paragraphs
    if left_out:
        yield GAP.rstrip("\n")


def _trimmed(paragraph: str) -> str:
    return "\n".join(line.rstrip() for line in paragraph.split("\n"))


def renewed(readme: str) -> str:
    """The README with the transcript of today."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + transcript() + after


if __name__ == "__main__":
    if "--write" in sys.argv:
        README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        sys.stdout.write(transcript())
