"""The configuration: every key explained, every mistake said in a sentence with its remedy."""

from pathlib import Path

import pytest
import yaml

from bot import config
from bot.errors import ConfigError

EXAMPLE = Path(__file__).parent.parent / "config.example.yaml"
SECRET = "123456:very-secret"


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    for name in list(os.environ):
        if name.upper().startswith(config.PREFIX):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def written(folder: Path, text: str) -> Path:
    path = folder / "site.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def leaves(node: object, above: str = "") -> set[str]:
    if not isinstance(node, dict):
        return {above.removesuffix(".")}
    return set().union(*(leaves(value, f"{above}{key}.") for key, value in node.items()))


def test_every_key_is_in_the_example_with_a_comment_above_it() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    lines = text.splitlines()

    assert leaves(yaml.safe_load(text)) == set(config.keys())
    for key in sorted(config.keys()):
        at = next(n for n, line in enumerate(lines) if line.strip().startswith(f"{key.rpartition('.')[2]}:"))
        assert lines[at - 1].strip().startswith("#"), key


def test_the_example_loads_and_says_the_defaults() -> None:
    example, default = config.load(EXAMPLE), config.load()

    assert example.languages == ("en", "nl")
    assert example.model_copy(update={"languages": ()}) == default


def test_without_a_file_there_are_defaults_for_everything() -> None:
    settings = config.load()

    assert settings.database.name == "kompas.db"
    assert settings.key_file == settings.database.with_name("kompas.key")
    assert settings.telegram.token is None
    assert settings.telegram.api_url == "https://api.telegram.org"


def test_a_file_in_the_current_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("retention_days: 30\n")

    assert config.load().retention_days == 30


def test_another_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "retention_days: 31\n")
    monkeypatch.setenv("KOMPAS_CONFIG", str(path))

    assert config.load().retention_days == 31


def test_every_key_can_be_set_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "languages": "nl, en",
        "retention_days": "7",
        "telegram.admins": "123456789, 987654321",
        "telegram.api_url": "http://127.0.0.1:8081/",
        "telegram.messages_per_second": "5",
        "telegram.messages_per_chat": "2",
        "log.level": "debug",
    }
    for key in sorted(config.keys()):
        monkeypatch.setenv(config.environment_name(key), values.get(key, f"/x/{key}"))

    settings = config.load()

    assert (settings.languages, settings.retention_days, settings.log.level) == (("nl", "en"), 7, "DEBUG")
    assert settings.telegram.api_url == "http://127.0.0.1:8081"
    assert settings.telegram.token is not None
    assert settings.telegram.token.get_secret_value() == "/x/telegram.token"
    assert settings.database == Path("/x/database")
    assert settings.key_file == Path("/x/secret_key_file")
    assert (settings.knowledge.path, settings.knowledge.overlay) == (
        Path("/x/knowledge.path"),
        Path("/x/knowledge.overlay"),
    )
    assert (settings.operator.name, settings.operator.contact) == ("/x/operator.name", "/x/operator.contact")


def test_the_environment_wins_key_by_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "operator: {name: City, contact: mail}\n")
    monkeypatch.setenv("KOMPAS_OPERATOR_NAME", "Province")
    monkeypatch.setenv("KOMPAS_OPERATOR_CONTACT", "")

    settings = config.load(path)

    assert (settings.operator.name, settings.operator.contact) == ("Province", "mail")


def test_a_path_in_the_file_is_meant_from_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "etc"
    folder.mkdir()
    path = written(folder, "database: data/kompas.db\nknowledge:\n  overlay: ~/ours\n")

    settings = config.load(path)

    assert settings.database == folder / "data" / "kompas.db"
    assert settings.knowledge.overlay == Path("~/ours").expanduser()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("retention_dais: 3", "site.yaml:1: there is no key retention_dais; did you mean retention_days?"),
        ("\ntelegram:\n  tokn: x", "site.yaml:3: there is no key telegram.tokn; did you mean telegram.token?"),
        ("zzz: 1", "site.yaml:1: there is no key zzz; config.example.yaml has all of them."),
        ("log: {}\nlog: {}", "site.yaml:2: the key log stands here for the second time; remove one."),
        ("\nretention_days: soon", "site.yaml:2: retention_days: must be a whole number."),
        ("retention_days: 0", "site.yaml:1: retention_days: must be at least 1."),
        ("retention_days: [1]", "site.yaml:1: retention_days: must be a whole number."),
        ("log:\n  level: loud", "site.yaml:2: log.level: must be one of 'DEBUG', 'INFO', 'WARNING' or 'ERROR'."),
        ("telegram: x", "site.yaml:1: telegram: must have keys of its own below it; see config.example.yaml."),
        ("telegram:\n  api_url: ftp://x", "site.yaml:2: telegram.api_url: must begin with https://"),
        ("telegram:\n  messages_per_chat: 0", "site.yaml:2: telegram.messages_per_chat: must be more than 0"),
        ("database: {a: b}", "site.yaml:1: there is no key database.a"),
        ("languages: {a: b}", "site.yaml:1: there is no key languages.a"),
        ("- a", "site.yaml:1: must consist of keys and values"),
        ("a: [", "site.yaml:2: is not YAML"),
        ("\n\ta: 1", "site.yaml:2: is not YAML"),
        ("a: \x07", "site.yaml: is not YAML"),
        ("x: " + "y" * 200_000, "site.yaml: this is too long"),
    ],
)
def test_each_mistake_is_one_sentence_with_its_place_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(ConfigError) as error:
        config.load(path)

    assert said in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "retention_days: x\nlog: {level: y}\n")

    with pytest.raises(ConfigError) as error:
        config.load(path)

    assert len(str(error.value).splitlines()) == 2


def test_a_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path / "nothing.yaml")
    with pytest.raises(ConfigError, match="is not text in UTF-8"):
        config.load(tmp_path / "bytes.yaml")


def test_an_unknown_name_in_the_environment_is_said_with_a_near_match(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPAS_TELEGRAM_TOKN", SECRET)

    with pytest.raises(
        ConfigError, match="no setting KOMPAS_TELEGRAM_TOKN; did you mean KOMPAS_TELEGRAM_TOKEN"
    ) as error:
        config.load()

    assert SECRET not in str(error.value)


def test_a_wrong_value_in_the_environment_is_said_without_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPAS_RETENTION_DAYS", SECRET)

    with pytest.raises(ConfigError, match=r"^environment KOMPAS_RETENTION_DAYS: must be a whole number\.$") as error:
        config.load()

    assert SECRET not in str(error.value)


def test_the_token_is_not_shown_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPAS_TELEGRAM_TOKEN", SECRET)

    assert SECRET not in repr(config.load())


PATHS = [".", "/", "~nosuchuser/kompas.db"]


@pytest.mark.parametrize("value", [*PATHS, "a\\0b.db"])
def test_a_path_in_the_file_that_can_be_none_is_a_sentence(tmp_path: Path, value: str) -> None:
    with pytest.raises(ConfigError):
        config.load(written(tmp_path, f'database: "{value}"\n'))


@pytest.mark.parametrize("value", PATHS)
def test_a_path_in_the_environment_that_can_be_none_is_a_sentence(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("KOMPAS_DATABASE", value)

    with pytest.raises(ConfigError):
        config.load()


def test_a_configuration_of_brackets_breaks_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nested"):
        config.load(written(tmp_path, "[" * 90_000))
