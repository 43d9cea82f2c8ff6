"""The overlay as a workshop: look at a file an admin sent, put it in place with a backup, take it back.

Belongs here: everything that changes files of the overlay, and the refusals before that. Does not: rules (checks), who
may do it, wording. Every refusal leaves the overlay as it was. Backups lie in `.history/` of the overlay, which the
loader does not read; its `log.jsonl` says who changed what, and when.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.advice.comparison import Comparison, compared
from bot.advice.model import Catalogue
from bot.knowledge import files
from bot.knowledge import load as loading
from bot.knowledge.contract import Entry as EntryFields
from bot.knowledge.files import ID_LIMIT, ID_PATTERN, KINDS, SIZE_LIMIT, Kind
from bot.knowledge.problems import Problem

HISTORY = ".history"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an admin wants to have in the overlay: the place in it, the text, and the hash of what stands there now.

    `before` is empty where nothing stands there.
    """

    place: str
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was done: `reason` is one of REASONS, `about` what it is about, `problems` what is wrong."""

    reason: str
    about: str = ""
    problems: tuple[Problem, ...] = ()


# the last three come from whoever runs the workshop
REASONS = (
    "no-overlay",
    "file-name",
    "file-kind",
    "empty",
    "nothing-to-disable",
    "other-problems",
    "too-large",
    "not-text",
    "outside",
    "problems",
    "same",
    "changed-meanwhile",
    "changed-by-hand",
    "nothing-to-undo",
    "unwritable",
    "not-fetched",
    "no-proposal",
    "failed",
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A proposal that can be applied: what it would change, and what should still be mended in it.

    `catalogue` is what it would be.
    """

    proposal: Proposal
    comparison: Comparison
    catalogue: Catalogue
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The overlay was changed in one place; `catalogue` is what it is now, `gone` whether the file went."""

    place: str
    catalogue: Catalogue
    gone: bool = False


class Workshop:
    """The shipped folder and the site's overlay. Slow (seconds), and not for two threads at once."""

    def __init__(self, folder: Path, overlay: Path | None, languages: Sequence[str] | None) -> None:
        self._folder = folder
        self._overlay = overlay
        self._languages = tuple(languages or ()) or None

    def load(self) -> loading.Loaded:
        """What the files hold now; paths as in the overlay."""
        loaded = loading.read(self._folder, self._overlay, self._languages)
        if self._overlay is None:
            return loaded
        return replace(loaded, problems=tuple(_renamed(loaded.problems, self._overlay)))

    # --- looking -----------------------------------------------------------------------------------------------------

    def examine(self, name: str, data: bytes) -> Examined | Refusal:
        """What applying a file would do; nothing is changed."""
        if self._overlay is None:
            return Refusal("no-overlay")
        if len(data) > SIZE_LIMIT:
            return Refusal("too-large", f"{SIZE_LIMIT // 1024**2} MB")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return Refusal("not-text", name)
        if not text.strip():
            return Refusal("empty", name)
        place = self._place(name, text)
        if isinstance(place, Refusal):
            return place
        before = self._now(place)
        if isinstance(before, Refusal):
            return before
        if before == text:
            return Refusal("same", place)
        proposal = Proposal(place, text, _hash(before))
        found = self._with(place, text)
        if found.catalogue is None:
            others = not any(problem.path == place for problem in found.errors) and self.load().catalogue is None
            return Refusal("other-problems" if others else "problems", place, found.errors)
        old = self.load().catalogue
        mine = tuple(p for p in found.problems if p.path == place and p.level != "note")
        return Examined(proposal, compared(old or found.catalogue, found.catalogue), found.catalogue, mine)

    def _place(self, name: str, text: str) -> str | Refusal:
        """Where a file belongs, by its name and its keys."""
        single = next((kind for kind in KINDS if kind.single and kind.place == name), None)
        if single is not None:
            return single.place
        id = name.removesuffix(".yaml")
        if not name.endswith(".yaml") or not ID_PATTERN.fullmatch(id) or len(id) > ID_LIMIT:
            return Refusal("file-name", name)
        kind = _kind_of(text) or self._kind_by_id(id)
        if kind is None:
            return Refusal("nothing-to-disable" if text.startswith("disabled:") else "file-kind", name)
        return f"{kind.place}/{name}"

    def _kind_by_id(self, id: str) -> Kind | None:
        """The kind of the shipped or own entry with this id: for files that only say `disabled: true`."""
        known = self.load().library.known
        found = [kind for kind in KINDS if not kind.single and id in known.get(kind.name, ())]
        return found[0] if len(found) == 1 else None

    def _now(self, place: str) -> str | Refusal | None:
        """What stands in the overlay now; None: nothing."""
        assert self._overlay is not None
        path = self._overlay / place
        if not path.resolve().is_relative_to(self._overlay.resolve()):
            return Refusal("outside", place)
        try:
            return path.read_text(encoding="utf-8-sig", errors="replace")
        except FileNotFoundError:
            return None
        except OSError:
            return Refusal("unwritable", place)

    def _with(self, place: str, text: str | None) -> loading.Loaded:
        """What the knowledge base would be with this text in that place (None: without it), paths as in the overlay."""
        assert self._overlay is not None
        with tempfile.TemporaryDirectory(prefix="kompas-") as temporary:
            trial = Path(temporary) / "overlay"
            trial.mkdir()
            if self._overlay.is_dir():
                shutil.copytree(self._overlay, trial, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
            path = trial / place
            path.parent.mkdir(exist_ok=True)
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(text, encoding="utf-8")
            loaded = loading.read(self._folder, trial, self._languages)
            return replace(loaded, problems=tuple(_renamed(loaded.problems, trial)))

    # --- changing ----------------------------------------------------------------------------------------------------

    def apply(self, proposal: Proposal, who: str, when: str) -> Changed | Refusal:
        """Put a proposal in place; what stood there is kept, with who did it and when. Twice is the same as once."""
        if self._overlay is None:
            return Refusal("no-overlay")
        now = self._now(proposal.place)
        if isinstance(now, Refusal):
            return now
        if now != proposal.text and _hash(now) != proposal.before:
            return Refusal("changed-meanwhile", proposal.place)
        return self._put(proposal.place, now, proposal.text, {"when": when, "who": who})

    def undo(self, who: str, when: str) -> Changed | Refusal:
        """Take back the last change that was not taken back yet, unless somebody changed the file since."""
        if self._overlay is None:
            return Refusal("no-overlay")
        taken_back = {str(line["undoes"]) for line in self._log() if "undoes" in line}
        last = next(
            (one for one in reversed(self._log()) if "undoes" not in one and one["when"] not in taken_back), None
        )
        if last is None:
            return Refusal("nothing-to-undo")
        place, kept = str(last["place"]), last["kept"]
        now = self._now(place)
        if isinstance(now, Refusal):
            return now
        if _hash(now) != last["after"]:
            return Refusal("changed-by-hand", place)
        before = None if kept is None else (self._overlay / HISTORY / str(kept)).read_text(encoding="utf-8")
        return self._put(place, now, before, {"when": when, "who": who, "undoes": str(last["when"])})

    def _put(self, place: str, now: str | None, text: str | None, note: Mapping[str, str]) -> Changed | Refusal:
        found = self._with(place, text)
        if found.catalogue is None:
            return Refusal("problems", place, found.errors)
        try:
            if now != text:
                self._write(place, now, text, note)
        except OSError:
            return Refusal("unwritable", place)
        return Changed(place, found.catalogue, gone=text is None)

    def _write(self, place: str, now: str | None, text: str | None, note: Mapping[str, str]) -> None:
        """First the backup and the note of it, then the change itself, at once."""
        assert self._overlay is not None
        history = self._overlay / HISTORY
        history.mkdir(parents=True, exist_ok=True)
        kept = None if now is None else f"{note['when'].replace(':', '-')}_{place.replace('/', '_')}"
        if kept is not None and now is not None:
            _written(history / kept, now)
        line = {**note, "place": place, "kept": kept, "after": _hash(text)}
        with (history / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line, ensure_ascii=False) + "\n")
            log.flush()
            os.fsync(log.fileno())
        path = self._overlay / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            _written(path, text)

    def _log(self) -> list[Mapping[str, object]]:
        assert self._overlay is not None
        try:
            lines = (self._overlay / HISTORY / "log.jsonl").read_text(encoding="utf-8").splitlines()
        except OSError:
            return []
        return list(_readable(lines))


def _readable(lines: Sequence[str]) -> Iterator[Mapping[str, object]]:
    """The lines of the log, without one that a crash cut short."""
    for line in lines:
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict) and {"when", "place", "kept", "after"} <= found.keys():
            yield found


def _written(path: Path, text: str) -> None:
    """Write a file at once: whoever reads meanwhile sees the old one or the new one, never half of it."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _hash(text: str | None) -> str:
    return "" if text is None else hashlib.sha256(text.encode()).hexdigest()


def _kind_of(text: str) -> Kind | None:
    """The kind of entry that the keys of a file belong to."""
    keys = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    common = set(EntryFields.model_fields) | {"text"}
    found = {kind: len(keys & (set(kind.model.model_fields) - common)) for kind in KINDS if not kind.single}
    best = max(found, key=lambda kind: found[kind])
    return best if found[best] else None


def _renamed(problems: Sequence[Problem], overlay: Path) -> Iterator[Problem]:
    """The problems, the paths in the overlay without what leads to it."""
    prefix = files.shown(overlay) + os.sep
    for problem in problems:
        yield replace(problem, path=problem.path.removeprefix(prefix))
