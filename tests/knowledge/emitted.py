"""Which rules the code can tell, read from its sources: nothing has to be run to meet each of them.

A rule travels as an argument called `rule`, or as the first of the two texts that `sentences` gives. So every call of
something that takes a `rule` says one, or hands one on. What cannot be followed is an error: then teach this module.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import bot.knowledge

FOLDER = Path(bot.knowledge.__file__).parent
SENTENCES = "sentences"
LOOKS_DEEPER = "deep"


@dataclass(slots=True)
class Told:
    """How a rule is told: at which levels, and in which modules."""

    levels: set[str] = field(default_factory=set)
    modules: set[str] = field(default_factory=set)

    @property
    def deep(self) -> bool:
        return self.modules == {LOOKS_DEEPER}


@dataclass(frozen=True, slots=True)
class Module:
    """One source file; `scopes` is the function around each expression."""

    name: str
    tree: ast.Module
    scopes: Mapping[ast.AST, ast.FunctionDef]

    def calls(self, name: str) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and _called(node) == name)


def rules() -> Mapping[str, Told]:
    """Every rule that the modules of bot/knowledge can tell."""
    found: dict[str, Told] = defaultdict(Told)
    modules = [_module(path) for path in sorted(FOLDER.glob("*.py"))]
    for definer in modules:
        for name, places in _takers(definer):
            for module in [definer] if name.startswith("_") else modules:
                for call in module.calls(name):
                    _add(found, module, call, places)
    for module in (module for module in modules if module.name == SENTENCES):
        for rule in _returned(module):
            found[rule].levels.add("error")
            found[rule].modules.add(module.name)
    return found


def _module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return Module(path.stem, tree, {inner: function for function in functions for inner in ast.walk(function)})


def _takers(module: Module) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Functions and classes with a parameter or field `rule`, and the places of their arguments."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef):
            names = _parameters(node)
        elif isinstance(node, ast.ClassDef):
            names = [ast.unparse(line.target) for line in node.body if isinstance(line, ast.AnnAssign)]
        else:
            continue
        if "rule" in names:
            yield node.name, {name: place for place, name in enumerate(names)}


def _add(found: dict[str, Told], module: Module, call: ast.Call, places: Mapping[str, int]) -> None:
    rule = _argument(call, "rule", places)
    if _handed_on(rule):
        return
    level = _argument(call, "level", places) if "level" in places else ast.Constant("error")
    for one in _values(rule, module):
        found[one].levels |= _values(level, module)
        found[one].modules.add(module.name)


def _returned(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
            function = module.scopes[node]
            if function.returns is not None and ast.unparse(function.returns) == "tuple[str, str]":
                yield from _values(node.value.elts[0], module)


# --- following values -------------------------------------------------------------------------------------------------


def _handed_on(rule: ast.expr) -> bool:
    """True for `rule` and `finding.rule`: it is counted where it was first said."""
    return (isinstance(rule, ast.Name) and rule.id == "rule") or (
        isinstance(rule, ast.Attribute) and rule.attr == "rule"
    )


def _values(value: ast.expr, module: Module) -> set[str]:
    """The texts that an expression can be."""
    if isinstance(value, ast.Constant):
        return {str(value.value)}
    if isinstance(value, ast.IfExp):
        return _values(value.body, module) | _values(value.orelse, module)
    if isinstance(value, ast.JoinedStr):
        return {"".join(parts) for parts in product(*(_values(part, module) for part in value.values))}
    if isinstance(value, ast.FormattedValue):
        return _values(value.value, module)
    assert isinstance(value, ast.Name), f"{module.name}.py: cannot follow {ast.unparse(value)}"
    return _of_name(value, module)


def _of_name(name: ast.Name, module: Module) -> set[str]:
    """What a variable of the function around it holds, or what it was called with."""
    function = module.scopes[name]
    given = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(_is_name(target, name.id) for target in node.targets)
    ]
    names = _parameters(function)
    if not given and name.id in names:
        places = {one: place for place, one in enumerate(names)}
        given = [_argument(call, name.id, places) for call in module.calls(function.name)]
    assert given, f"{module.name}.py: cannot follow {name.id}"
    return set().union(*(_values(one, module) for one in given))


def _argument(call: ast.Call, name: str, places: Mapping[str, int]) -> ast.expr:
    by_name = [keyword.value for keyword in call.keywords if keyword.arg == name]
    return by_name[0] if by_name else _positional(call, places[name])


def _positional(call: ast.Call, place: int) -> ast.expr:
    """The argument at a place; one with a star is a place in a file, and fills two: line and column."""
    filled = [one for given in call.args for one in ((given, given) if isinstance(given, ast.Starred) else (given,))]
    return filled[place]


def _parameters(function: ast.FunctionDef) -> list[str]:
    names = [argument.arg for argument in function.args.args]
    return names[1:] if names[:1] == ["self"] else names


def _is_name(node: ast.expr, id: str) -> bool:
    return isinstance(node, ast.Name) and node.id == id


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", None) or getattr(call.func, "attr", ""))
