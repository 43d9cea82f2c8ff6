"""Whole conversations at the prompt with the shipped knowledge base: the situation, then Enter to the end."""

import io
import re
from pathlib import Path

import pytest

from bot import app, terminal
from bot.advice.text import Language, likely_languages, tokens
from bot.config import Settings
from tests.content.shipped import shipped

SITUATIONS = {
    "en": "Every small decision goes up four floors and comes back as maybe. Meanwhile the permit backlog grows.",
    "nl": "Elk besluitje gaat langs vijf mensen en komt terug als misschien. Intussen groeit de stapel bezwaren.",
}
BECAUSE = {"en": "Because you wrote “", "nl": "u schreef ‘"}
ENTERS = 40
LONG_ENOUGH = 8
"""Words from which a line shows its language; shorter ones are names and labels."""


def held(language: str, folder: Path, *lines: str) -> str:
    """What the terminal shows in a conversation in which these lines are typed."""
    kompas = app.build(Settings(database=folder / "kompas.db"))
    try:
        out = io.StringIO()
        here = app.Here(kompas, terminal.CHANNEL, terminal.ADDRESS, language)
        typed = io.StringIO("".join(f"{line}\n" for line in lines))
        terminal.talk(here, terminal.opening(language, True), typed, out)
        return out.getvalue()
    finally:
        kompas.close()


@pytest.mark.parametrize("language", SITUATIONS)
def test_enter_to_the_end_leads_to_three_steps_that_begin_with_the_persons_words(language: str, tmp_path: Path) -> None:
    said = held(language, tmp_path, SITUATIONS[language], *[""] * ENTERS)
    heading = {"en": "Your three first steps", "nl": "Uw drie eerste stappen"}[language]
    result = said[said.index(heading) :]

    assert len(re.findall(r"^[123]\. ", result.split(">")[0], re.MULTILINE)) == 3
    assert BECAUSE[language] in result
    assert said.rstrip().endswith({"en": "from here.", "nl": "verder."}[language])


@pytest.mark.parametrize("language", SITUATIONS)
def test_every_sentence_of_a_conversation_is_in_its_language(language: str, tmp_path: Path) -> None:
    said = held(language, tmp_path, SITUATIONS[language], *[""] * ENTERS)
    languages = {code: Language(rules) for code, rules in shipped().languages.items()}
    paragraphs = [paragraph for paragraph in said.split("\n\n") if not paragraph.startswith(("Sources", "Bronnen"))]

    for paragraph in paragraphs:
        words = tokens(paragraph)
        if len(words) >= LONG_ENOUGH:
            assert likely_languages(words, languages)[0] == language, paragraph
