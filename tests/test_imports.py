"""The map of the code, enforced: who may import whom, which library lives where, and nothing happens on import.

Belongs here: the rules as tables, and a made-up module that breaks each of them. `faults` reads one module's source;
it sees imports inside functions and under TYPE_CHECKING too, because they couple just as well.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bot"

CHANNELS = frozenset({"telegram", "terminal"})
SIBLINGS = CHANNELS | {"storage", "knowledge", "report"}
BELOW_APP = SIBLINGS | {"config", "dialogue", "advice", "errors"}

MAY_SEE: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "config": frozenset({"errors"}),
    "advice": frozenset({"errors"}),
    "dialogue": frozenset({"advice", "errors"}),
    "storage": frozenset({"dialogue", "advice", "errors"}),
    "knowledge": frozenset({"dialogue", "advice", "errors"}),
    "report": frozenset({"dialogue", "advice", "errors"}),
    "telegram": frozenset({"config", "dialogue", "advice", "errors"}),
    "terminal": frozenset({"config", "dialogue", "advice", "errors"}),
    "errands": frozenset({"knowledge", "dialogue", "advice", "errors"}),
    "app": BELOW_APP | {"errands"},
    "__main__": BELOW_APP | {"app"},
}
"""Each part of `bot`, and the other parts it may import. All points down; `bot` itself only holds the version."""

HOMES: dict[str, tuple[str, ...]] = {
    "telegram": ("bot.telegram", "bot.app"),
    "yaml": ("bot.knowledge", "bot.config"),
    "sqlite_utils": ("bot.storage",),
    "sqlite3": ("bot.storage",),
    "rapidfuzz": ("bot.advice.matching",),
    "typst": ("bot.report",),
    "rich": ("bot.terminal",),
    "click": ("bot.__main__",),
}
"""Libraries that a single place may know."""

LIBRARIES: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "advice": frozenset({"rapidfuzz", "Stemmer"}),
    "dialogue": frozenset({"pydantic", "pydantic_core", "fluent"}),
}
"""Where only these are allowed beside the standard library."""

PURE = frozenset({"advice", "dialogue"})

WORLD = """
asyncio concurrent ctypes datetime fileinput getpass glob http importlib io locale logging mmap
multiprocessing os pathlib pickle pkgutil platform queue random sched secrets select selectors
shelve shutil signal socket sqlite3 ssl subprocess sys tempfile threading time urllib uuid zoneinfo
"""
"""Parts of the standard library that reach out: files, network, clock, chance, processes, environment."""

MAY_REACH_OUT: dict[str, frozenset[str]] = {"bot.dialogue.wording": frozenset({"importlib"})}
"""The wording reads its own language files, which are part of the package; once each, and never on import."""

REACHING_CALLS = frozenset({"open", "print", "input", "exec", "eval", "__import__", "breakpoint"})

READS = """
environ environb getenv getenvb open read read_text read_bytes iterdir glob rglob exists is_file
is_dir stat listdir scandir walk cwd getcwd home expanduser resolve as_file files expandvars
load_dotenv
"""
"""Names that read the environment or the disk. At import time none of them may be used."""


# --- reading a module ------------------------------------------------------------------------------------------------


def faults(module: str, source: str) -> list[str]:
    """What a module does that the map forbids; `module` is its full name, `bot.dialogue.step`."""
    tree = ast.parse(source)
    return [*_layer_faults(module, tree), *_library_faults(module, tree), *_purity_faults(module, tree), *_early(tree)]


def _imported(module: str, tree: ast.AST) -> Iterator[str]:
    """The full names of what is imported anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    is_package = (ROOT / module.replace(".", "/")).is_dir()
    parts = module.split(".")
    kept = parts[: len(parts) - node.level + (1 if is_package else 0)]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _part(module: str) -> str:
    """`dialogue` for `bot.dialogue.step`; the root package is its own part."""
    return module.split(".")[1] if "." in module else module


def _layer_faults(module: str, tree: ast.AST) -> Iterator[str]:
    part = _part(module)
    if part not in MAY_SEE and module != "bot":
        yield f"{module} has no place on the map"
        return
    for name in _imported(module, tree):
        if name.split(".")[0] == "bot":
            other = _part(name)
            if other in MAY_SEE and other != part and other not in MAY_SEE.get(part, frozenset()):
                yield f"{module} may not see bot.{other}"


def _library_faults(module: str, tree: ast.AST) -> Iterator[str]:
    part = _part(module)
    for name in _imported(module, tree):
        library = name.split(".")[0]
        homes = HOMES.get(library)
        abroad = homes is not None and not any(f"{module}.".startswith(f"{home}.") for home in homes)
        strange = part in LIBRARIES and library not in LIBRARIES[part] | sys.stdlib_module_names | {"bot"}
        if abroad or strange:
            yield f"{module} may not use {library}"


def _purity_faults(module: str, tree: ast.AST) -> Iterator[str]:
    if _part(module) not in PURE:
        return
    for name in _imported(module, tree):
        if name.split(".")[0] in set(WORLD.split()) - MAY_REACH_OUT.get(module, frozenset()):
            yield f"{module} is pure and may not use {name.split('.')[0]}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REACHING_CALLS:
            yield f"{module} is pure and may not call {node.func.id}"
        if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith):
            yield f"{module} is pure and may not be async"


def _early(tree: ast.Module) -> Iterator[str]:
    """Reading the environment or the disk while a module is imported."""
    for node in _run_on_import(tree):
        name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if name in READS.split():
            yield f"line {getattr(node, 'lineno', 0)}: {name} at import time"


def _run_on_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions, annotations and the `__main__` branch."""
    if isinstance(node, ast.If) and "__main__" in ast.unparse(node.test):
        return
    yield node
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        children: list[ast.AST] = [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
    elif isinstance(node, ast.Lambda):
        children = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
    elif isinstance(node, ast.AnnAssign):
        children = [node.value] if node.value else []
    else:
        children = list(ast.iter_child_nodes(node))
    for child in children:
        yield from _run_on_import(child)


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


# --- the claims ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("module", "path"), [pytest.param(name, path, id=name) for name, path in _modules()])
def test_every_module_keeps_to_the_map(module: str, path: Path) -> None:
    found = faults(module, path.read_text(encoding="utf-8"))

    assert not found, "\n".join(found)


def test_every_part_of_the_map_exists() -> None:
    there = {_part(module) for module, _ in _modules() if module != "bot"}

    assert set(MAY_SEE) == there


def test_the_exceptions_are_still_needed() -> None:
    for module, libraries in MAY_REACH_OUT.items():
        path = dict(_modules())[module]
        used = {name.split(".")[0] for name in _imported(module, ast.parse(path.read_text(encoding="utf-8")))}

        assert libraries <= used


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("bot.advice.ranking", "from bot.dialogue import step", "bot.advice.ranking may not see bot.dialogue"),
        ("bot.advice.ranking", "from ..dialogue import step", "bot.advice.ranking may not see bot.dialogue"),
        ("bot.advice", "from ..storage import store", "bot.advice may not see bot.storage"),
        ("bot.advice.ranking", "def f():\n  import bot.storage.store", "bot.advice.ranking may not see bot.storage"),
        ("bot.dialogue.step", "from bot.storage.store import Store", "bot.dialogue.step may not see bot.storage"),
        ("bot.dialogue.step", "from bot.report import draw", "bot.dialogue.step may not see bot.report"),
        ("bot.telegram.run", "from bot.storage import inbox", "bot.telegram.run may not see bot.storage"),
        ("bot.telegram.run", "from bot import terminal", "bot.telegram.run may not see bot.terminal"),
        ("bot.terminal", "from bot.telegram.run import run", "bot.terminal may not see bot.telegram"),
        ("bot.storage.store", "import bot.knowledge.load as k", "bot.storage.store may not see bot.knowledge"),
        ("bot.knowledge.load", "from bot import report", "bot.knowledge.load may not see bot.report"),
        ("bot.report", "from bot.knowledge.load import read", "bot.report may not see bot.knowledge"),
        ("bot.storage.store", "from bot.config import Settings", "bot.storage.store may not see bot.config"),
        ("bot.config", "from bot.advice.model import Catalogue", "bot.config may not see bot.advice"),
        ("bot.errors", "import bot.config", "bot.errors may not see bot.config"),
        ("bot.terminal", "from bot.app import build", "bot.terminal may not see bot.app"),
        (
            "bot.telegram.run",
            "if TYPE_CHECKING:\n  from bot.app import Kompas",
            "bot.telegram.run may not see bot.app",
        ),
        ("bot.app", "from bot.__main__ import main", "bot.app may not see bot.__main__"),
        ("bot.utils", "", "bot.utils has no place on the map"),
        ("bot.dialogue.step", "from telegram import Bot", "bot.dialogue.step may not use telegram"),
        ("bot.terminal", "def f():\n  import telegram.error", "bot.terminal may not use telegram"),
        ("bot.storage.store", "import yaml", "bot.storage.store may not use yaml"),
        ("bot.app", "from sqlite_utils import Database", "bot.app may not use sqlite_utils"),
        ("bot.knowledge.checks", "from rapidfuzz import fuzz", "bot.knowledge.checks may not use rapidfuzz"),
        ("bot.advice.ranking", "from rapidfuzz import fuzz", "bot.advice.ranking may not use rapidfuzz"),
        ("bot.advice.ranking", "import pydantic", "bot.advice.ranking may not use pydantic"),
        ("bot.dialogue.step", "import httpx", "bot.dialogue.step may not use httpx"),
        ("bot.advice.ranking", "import random", "bot.advice.ranking is pure and may not use random"),
        ("bot.advice.ranking", "from time import time", "bot.advice.ranking is pure and may not use time"),
        ("bot.advice.ranking", "async def f(): ...", "bot.advice.ranking is pure and may not be async"),
        ("bot.dialogue.step", "from pathlib import Path", "bot.dialogue.step is pure and may not use pathlib"),
        ("bot.dialogue.step", "import importlib.resources", "bot.dialogue.step is pure and may not use importlib"),
        ("bot.dialogue.step", "def f():\n  open('x')", "bot.dialogue.step is pure and may not call open"),
        ("bot.config", "import os\nHOME = os.environ['HOME']", "line 2: environ at import time"),
        ("bot.config", "from os import getenv\nA = getenv('A')", "line 2: getenv at import time"),
        ("bot.config", "class A:\n  text = open('x').read()", "line 2: open at import time"),
        ("bot.config", "def f(a=Path('x').read_text()): ...", "line 1: read_text at import time"),
        ("bot.config", "if True:\n  names = [p for p in Path('x').iterdir()]", "line 2: iterdir at import time"),
    ],
)
def test_a_module_that_breaks_the_map_is_found(module: str, source: str, expected: str) -> None:
    assert expected in faults(module, source)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("bot.telegram.run", "from telegram import Bot\nfrom bot.telegram import poll\nfrom . import pace"),
        ("bot.storage.store", "from bot.advice.model import Catalogue\nfrom bot.errors import StorageError"),
        ("bot.config", "import os\ndef load():\n  return os.environ, open('x')"),
        ("bot.app", "from pathlib import Path\nPACKAGE = Path(__file__).parent"),
        ("bot.__main__", "if __name__ == '__main__':\n  print(open('x').read())"),
        ("bot.dialogue.wording", "from importlib.resources import files\ndef f():\n  return files('x')"),
    ],
)
def test_a_module_that_keeps_to_the_map_is_left_alone(module: str, source: str) -> None:
    assert faults(module, source) == []
