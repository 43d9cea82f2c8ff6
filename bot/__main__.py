"""The command line: parse, call, print, exit code. No logic.

Exit codes: 0 fine, 1 the content or input has problems, 2 wrong usage.
"""

import datetime
import gc
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, ParamSpec

import click

from bot import __version__
from bot.errors import InputError, KnowledgeError, KompasError

if TYPE_CHECKING:
    from bot.advice.model import Catalogue
    from bot.dialogue.interchange import MatchAnswer

P = ParamSpec("P")

FEW_COLLECTIONS = 100_000
"""Loading makes many objects that stay; collecting garbage after every 700 of them would scan them again and again."""

CONFIG = click.option("--config", type=click.Path(path_type=Path), help="Configuration file; else ./config.yaml.")
LANG = click.option("--lang", metavar="CODE", help="Language, such as en or nl.")


def plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Our own failures end in a plain sentence and exit code 1, never in a stack trace."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KnowledgeError as error:
            _fail(*(str(problem) for problem in error.problems))
        except KompasError as error:
            _fail(str(error))
        except BrokenPipeError:
            _stop_writing()
        except OSError as error:
            _stop_writing()
            _fail(f"{error.filename or 'Input or output'}: {error.strerror or error}.")

    return run


def _stop_writing() -> None:
    """Nobody reads on, or the disk is full: what still waits to be written must not fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(*lines: str) -> None:
    for line in lines:
        click.echo(line, err=True)
    sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kompas")
def main() -> None:
    """Kompas: what holds change back in your organisation, and what to do first."""
    gc.set_threshold(FEW_COLLECTIONS)
    _mend_streams()


def _mend_streams() -> None:
    """A closed stream is an empty one, and a sign that the output does not know becomes a question mark."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (stays open, as the stream would)
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


@main.command()
@LANG
@click.option("--new", is_flag=True, help="Start afresh instead of going on.")
@CONFIG
@plainly
def chat(lang: str | None, new: bool, config: Path | None) -> None:
    """Hold the conversation here, in the terminal."""
    from bot import app, terminal
    from bot.config import load

    kompas = app.build(load(config))
    try:
        if lang is not None and lang not in kompas.catalogue.languages:
            raise InputError(f'No language "{lang}"; use one of: {", ".join(kompas.catalogue.languages)}.')
        hint = lang or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
        here = app.Here(kompas, terminal.CHANNEL, terminal.ADDRESS, hint.replace("_", "-"))
        terminal.talk(here, terminal.opening(lang, new), terminal.forgiving(sys.stdin), terminal.forgiving(sys.stdout))
    finally:
        kompas.close()


@main.command()
@CONFIG
@plainly
def run(config: Path | None) -> None:
    """Serve Telegram."""
    from bot import app
    from bot.config import load
    from bot.report import draw
    from bot.telegram.run import run as serve

    settings = load(config)
    kompas = app.build(settings, draw=draw)
    sys.exit(serve(kompas, settings))


@main.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--deep", is_flag=True, help="Also try the content out; a minute the first time, then kept.")
@click.option("--agree", is_flag=True, help="With --deep: write what fails now to proof.yaml, as agreed on.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
@CONFIG
@plainly
def check(path: Path | None, deep: bool, agree: bool, form: str, config: Path | None) -> None:
    """Check a knowledge base, the configured one without PATH; exit code 1 when it has errors."""
    from bot.config import load as settings_of
    from bot.knowledge import findings, load

    if agree and not deep:
        raise click.UsageError("--agree belongs to --deep.")
    settings = settings_of(config)
    folder = path or settings.knowledge.path or load.shipped_folder()
    overlay = None if path else settings.knowledge.overlay
    if deep and form == "text":
        click.echo("Trying the content out; the first time takes a minute or two.", err=True)
    found = findings.find(folder, overlay, settings.languages or None, deep=deep, agree=agree)
    _say_json(findings.printed(found, form)) if form == "json" else click.echo(findings.printed(found, form))
    sys.exit(1 if found.errors else 0)


@main.command()
@click.argument("kind")
@click.argument("id")
@click.option("--into", type=click.Path(path_type=Path), help="The folder; else the overlay, else the knowledge base.")
@CONFIG
@plainly
def new(kind: str, id: str, into: Path | None, config: Path | None) -> None:
    """A commented file to fill in: KIND is challenge, practice or case, ID becomes the name of the file."""
    from bot.config import load as settings_of
    from bot.knowledge import blank, load

    settings = settings_of(config)
    shipped = settings.knowledge.path or load.shipped_folder()
    codes = load.read(shipped, None, settings.languages or None).library.languages
    folder = into or settings.knowledge.overlay or shipped
    path = blank.write(kind, id, folder, shipped, codes, datetime.date.today())
    click.echo(f"{path}: fill in what says FILL IN, then run: kompas check")


@main.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@CONFIG
@plainly
def diff(old: Path, new: Path, config: Path | None) -> None:
    """What differs between two knowledge bases, and what that does to the advice on the examples.

    NEW may be an overlay: then it is compared with OLD as it is without it.
    """
    from bot.advice.comparison import compared
    from bot.config import load as settings_of
    from bot.dialogue import differences
    from bot.knowledge import load

    languages = settings_of(config).languages or None
    before = load.catalogue(old, None, languages)
    after = load.catalogue(new, None, languages) if load.is_whole(new) else load.catalogue(old, new, languages)
    click.echo(differences.printed(compared(before, after), after))


@main.command()
@click.argument("id", required=False)
@LANG
@CONFIG
@plainly
def show(id: str | None, lang: str | None, config: Path | None) -> None:
    """Show an entry of the knowledge base; without ID, list them all."""
    from bot.dialogue import entry

    catalogue = _catalogue(config)
    click.echo(entry.shown(catalogue, id, lang) if id else entry.listed(catalogue, lang))


@main.command()
@click.argument("text", required=False)
@click.option("--batch", type=click.File("rb"), help="A file of JSON lines, or - for standard input.")
@LANG
@click.option("--json", "as_json", is_flag=True, help="One JSON line per text.")
@CONFIG
@plainly
def match(text: str | None, batch: IO[bytes] | None, lang: str | None, as_json: bool, config: Path | None) -> None:
    """What a text fits, and why. In a batch, --lang is for the lines that do not name a language."""
    from bot.dialogue import entry, interchange

    if (text is None) == (batch is None):
        raise click.UsageError("Give either a TEXT or --batch FILE.")
    catalogue = _catalogue(config)
    if lang is not None:
        interchange.check_language(catalogue, lang)
    if batch is not None:
        for answer in _answers(catalogue, batch, lang):
            _say_json(answer.model_dump_json())
        return
    answer = interchange.match(catalogue, interchange.MatchRequest(id="1", text=_typed(text or ""), lang=lang))
    _say_json(answer.model_dump_json()) if as_json else click.echo(entry.matched(answer))


def _typed(text: str) -> str:
    """An argument as it was typed, in UTF-8, whatever the locale made of it."""
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        raise InputError("TEXT: is not text in UTF-8; write it in UTF-8.") from None


def _answers(catalogue: "Catalogue", batch: IO[bytes], lang: str | None) -> Iterator["MatchAnswer"]:
    """Each line is answered before the next one is read; the first one that is wrong ends it."""
    from bot.dialogue import incoming, interchange

    for number, line in enumerate(batch, start=1):
        if incoming.anything(line):
            with incoming.named(_name(batch), line, number):
                request = interchange.match_request(incoming.parsed(line.rstrip()))
                answer = interchange.match(catalogue, request.speaking(lang))
            yield answer


@main.command()
@click.argument("file", type=click.File("rb"))
@CONFIG
@plainly
def advise(file: IO[bytes], config: Path | None) -> None:
    """Advice as JSON for a situation as JSON (FILE, or - for standard input)."""
    from bot.dialogue import incoming, interchange

    raw = file.read()
    with incoming.named(_name(file), raw):
        request = interchange.advise_request(incoming.parsed(raw))
        answer = interchange.advise(_catalogue(config), request)
    _say_json(answer.model_dump_json(indent=2))


def _name(file: IO[bytes]) -> str:
    return "<stdin>" if file is sys.stdin.buffer else str(file.name)


def _say_json(text: str) -> None:
    """Print JSON; where the output does not know a sign, its number stands for it, which JSON reads as the same."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = re.sub(r"[^\x00-\x7f]", lambda sign: json.dumps(sign[0])[1:-1], text)
    click.echo(text)


@main.command()
@plainly
def ranking() -> None:
    """The constants of the ranking."""
    from bot.dialogue import entry

    click.echo(entry.constants())


def _catalogue(config: Path | None) -> "Catalogue":
    from bot.config import load as settings_of
    from bot.knowledge import load

    settings = settings_of(config)
    folder = settings.knowledge.path or load.shipped_folder()
    return load.catalogue(folder, settings.knowledge.overlay, settings.languages or None)


if __name__ == "__main__":
    main()
