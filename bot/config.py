"""The configuration: `config.yaml`, overridden by the environment, as frozen Settings.

Belongs here: every key, its default, and a sentence for everything that can be wrong with it. Nothing is read when this
module is imported; `load` reads. The keys are explained in `config.example.yaml`.
"""

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from platformdirs import user_data_path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from bot.errors import ConfigError

PREFIX = "KOMPAS_"
FILE = "config.yaml"
TELEGRAM = "https://api.telegram.org"

OUTSIDE = frozenset({"KOMPAS_CONFIG"})
"""Names of the environment that are ours and no key: the path of the configuration file itself."""

MOST_BRACKETS = 100
"""Opening brackets: a configuration needs one or two, and thousands of them break the parser."""

LONGEST_FILE = 100_000
"""Bytes: a hundred times what a configuration needs; more is some other file."""


def _words(value: object) -> object:
    """`en, nl` as a list: the environment knows only text."""
    if isinstance(value, str):
        return tuple(word.strip() for word in value.split(",") if word.strip())
    return value


def _path(value: object) -> object:
    return _expanded(value) if isinstance(value, str) else value


def _expanded(value: str) -> Path:
    """The path, its ~ filled in; raises ValueError where it can be none."""
    try:
        path = Path(value).expanduser()
    except RuntimeError:
        raise ValueError("names a user that does not exist; write the whole path") from None
    if "\0" in value or not path.name:
        raise ValueError("must be the path of a file or folder with a name")
    return path


def _address(value: object) -> object:
    if isinstance(value, str):
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with https:// (or http:// on your own network)")
        return value.rstrip("/")
    return value


def _level(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


File = Annotated[Path, BeforeValidator(_path)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KnowledgeSettings(_Section):
    """Where the knowledge base is, and a site's own changes to it."""

    path: File | None = None
    overlay: File | None = None


class TelegramSettings(_Section):
    """The bot's token, and the Bot API server that knows it."""

    token: SecretStr | None = None
    api_url: Annotated[str, BeforeValidator(_address)] = TELEGRAM
    admins: Annotated[tuple[Annotated[int, Field(gt=0)], ...], BeforeValidator(_words)] = ()
    messages_per_second: float = Field(default=30.0, gt=0, le=10_000)
    messages_per_chat: float = Field(default=1.0, gt=0, le=10_000)


class OperatorSettings(_Section):
    """Who runs this bot, and how to reach them."""

    name: str = ""
    contact: str = ""


class LogSettings(_Section):
    """How much is logged."""

    level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_level)] = "INFO"


class Settings(_Section):
    """Every setting; `load` makes it."""

    languages: Annotated[tuple[str, ...], BeforeValidator(_words)] = ()
    knowledge: KnowledgeSettings = KnowledgeSettings()
    database: File = Field(default_factory=lambda: user_data_path("kompas", appauthor=False) / "kompas.db")
    secret_key_file: File | None = None
    retention_days: int = Field(default=365, ge=1, le=3650)
    telegram: TelegramSettings = TelegramSettings()
    operator: OperatorSettings = OperatorSettings()
    log: LogSettings = LogSettings()

    @property
    def key_file(self) -> Path:
        """The file with the secret key: as configured, else beside the database."""
        return self.secret_key_file or self.database.with_suffix(".key")


def load(path: Path | None = None) -> Settings:
    """The settings of `path` (else of $KOMPAS_CONFIG, else of `config.yaml` here, if there is one).

    Raises ConfigError, one line for each thing that is wrong.
    """
    file = _File(path or _named_file())
    problems = [*file.problems, *_unknown_names(os.environ)]
    if problems:
        raise ConfigError("\n".join(problems))
    try:
        return Settings.model_validate(_overridden(file.values, os.environ))
    except ValidationError as error:
        raise ConfigError("\n".join(_sentence(found, file) for found in error.errors())) from None


def _overridden(values: Mapping[str, object], environment: Mapping[str, str]) -> dict[str, object]:
    """The values of the file, those of the environment in their place; a name set to nothing is not set."""
    found = dict(values)
    for key in keys():
        value = environment.get(environment_name(key))
        section, _, name = key.rpartition(".")
        if value and section:
            below = found.get(section)
            found[section] = {**(below if isinstance(below, dict) else {}), name: value}
        elif value:
            found[name] = value
    return found


def keys(model: type[BaseModel] = Settings, above: str = "") -> tuple[str, ...]:
    """Every key, `telegram.token` for one in a section."""
    found: list[str] = []
    for name, field in model.model_fields.items():
        inner = field.annotation
        section = isinstance(inner, type) and issubclass(inner, _Section)
        found += keys(inner, f"{above}{name}.") if section else [above + name]  # type: ignore[arg-type]
    return tuple(found)


def environment_name(key: str) -> str:
    """The name in the environment that overrides a key."""
    return PREFIX + key.replace(".", "_").upper()


# --- the file --------------------------------------------------------------------------------------------------------


class _File:
    """A configuration file: its values, the line of each key, and what is wrong with its form."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.values: dict[str, object] = {}
        self.lines: dict[str, int] = {}
        self.problems: list[str] = []
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        try:
            text = path.read_bytes()[: LONGEST_FILE + 1].decode("utf-8")
            if len(text) > LONGEST_FILE:
                raise ConfigError(f"{path}: this is too long to be a configuration; see config.example.yaml.")
            if text.count("[") + text.count("{") > MOST_BRACKETS:
                raise ConfigError(f"{path}: this is nested too deeply to be a configuration; see config.example.yaml.")
            root = yaml.compose(text, Loader=yaml.CSafeLoader)
        except OSError as error:
            raise ConfigError(f"{path}: cannot be read ({error.strerror}); check its name and its rights.") from None
        except UnicodeDecodeError:
            raise ConfigError(f"{path}: is not text in UTF-8; save it as UTF-8.") from None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ConfigError(f"{path}:{line}: is not YAML ({error.problem}); see config.example.yaml.") from None
        except yaml.YAMLError:
            raise ConfigError(f"{path}: is not YAML; see config.example.yaml.") from None
        if isinstance(root, yaml.MappingNode):
            self.values = self._mapping(root, "")
        elif root is not None:
            self.problems.append(f"{path}:1: must consist of keys and values; see config.example.yaml.")

    def _mapping(self, node: yaml.MappingNode, above: str) -> dict[str, object]:
        """The values of a section; every unknown or repeated key is a problem."""
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = above + str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in self.lines:
                self.problems.append(f"{self.path}:{line}: the key {key} stands here for the second time; remove one.")
            elif not _known(key):
                self.problems.append(f"{self.path}:{line}: there is no key {key}{_near(key, keys())}.")
            else:
                self.lines[key] = line
                value = self._value(value_node, key)
                if value is not None:
                    values[str(key_node.value)] = value
        return values

    def _value(self, node: yaml.Node, key: str) -> object:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, f"{key}.")
        if isinstance(node, yaml.SequenceNode):
            return tuple(item.value if isinstance(item, yaml.ScalarNode) else None for item in node.value)
        if node.tag == "tag:yaml.org,2002:null":
            return None
        return self._beside(str(node.value)) if key in _PATHS else node.value

    def _beside(self, value: str) -> Path:
        """A path in the file is meant from the folder of the file, wherever Kompas is started."""
        assert self.path is not None
        try:
            return self.path.absolute().parent / _expanded(value)
        except ValueError as error:
            raise ConfigError(f"{self.path}: {value!r} {error}.") from None


_PATHS = frozenset({"database", "secret_key_file", "knowledge.path", "knowledge.overlay"})


def _known(key: str) -> bool:
    return any(known == key or known.startswith(f"{key}.") for known in keys())


def _named_file() -> Path | None:
    named = os.environ.get("KOMPAS_CONFIG")
    if named:
        try:
            return _expanded(named)
        except ValueError as error:
            raise ConfigError(f"environment KOMPAS_CONFIG: {error}.") from None
    here = Path(FILE)
    return here if here.is_file() else None


# --- sentences -------------------------------------------------------------------------------------------------------


def _unknown_names(environment: Mapping[str, str]) -> Iterator[str]:
    names = {environment_name(key) for key in keys()}
    for name in sorted(environment):
        if name.upper().startswith(PREFIX) and name.upper() not in names | OUTSIDE:
            yield f"environment: there is no setting {name}{_near(name, names)}."


def _sentence(error: ErrorDetails, file: _File) -> str:
    """Where a wrong value stands, and what would be right. The value itself is not repeated: it may be a secret."""
    place = [str(part) for part in error["loc"] if isinstance(part, str)]
    key = next((".".join(place[:n]) for n in range(len(place), 0, -1) if _known(".".join(place[:n]))), ".".join(place))
    name = environment_name(key)
    where = f"environment {name}" if os.environ.get(name) else f"{file.path}:{file.lines.get(key, 1)}: {key}"
    return f"{where}: {_remedy(error)}."


def _remedy(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    remedies = {
        "int_parsing": "must be a whole number",
        "float_parsing": "must be a number",
        "float_type": "must be a number",
        "greater_than": f"must be more than {context.get('gt')}",
        "int_type": "must be a whole number",
        "greater_than_equal": f"must be at least {context.get('ge')}",
        "less_than_equal": f"must be at most {context.get('le')}",
        "literal_error": f"must be one of {context.get('expected')}",
        "string_type": "must be text",
        "tuple_type": "must be a list, such as [en, nl]",
        "path_type": "must be the path of a file or folder",
        "model_type": "must have keys of its own below it; see config.example.yaml",
        "value_error": str(context.get("error", "")),
    }
    return remedies.get(error["type"], error["msg"][:1].lower() + error["msg"][1:])


def _near(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else "; config.example.yaml has all of them"
