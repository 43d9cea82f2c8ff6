"""Match and advice as data: what comes in is checked in plain sentences, what goes out keeps to schema and laws.

The command line around it is in tests/test_cli.py.
"""

import json
from contextlib import suppress
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.model import LEVELS
from bot.dialogue.incoming import Right, named, parsed
from bot.dialogue.interchange import (
    SCHEMAS,
    AdviseAnswer,
    MatchAnswer,
    advise,
    advise_request,
    match,
    match_request,
)
from bot.errors import InputError
from tests.schemas import FOLDER, schema, text_of
from tests.small import small_catalogue

RATED: dict[str, Any] = {
    "lang": "en",
    "text": "Approvals take weeks, and nobody dares to try anything.",
    "context": {"role": "manager", "drivers": ["technology", "policy-reform"]},
    "ratings": {"unclear-ownership": 4, "long-waiting": 3, "old-systems": 2},
    "statements": {"scattered-data/s1": 4},
    "unsure": ["old-systems"],
    "maturity": {"led": "record", "judged": "innovation"},
    "marks": ["no-single-view", "linked-problems"],
}

REQUESTS: dict[str, dict[str, Any]] = {
    "nothing told": {"lang": "en"},
    "a text": {"lang": "nl", "text": "Ons mainframe is veertig jaar oud & <b>niemand</b> durft eraan te komen."},
    "much": RATED,
    "a focus": {**RATED, "focus": ["long-waiting"]},
    "something done": {**RATED, "done": ["one-page-mandate"]},
    "something excluded": {**RATED, "exclude": ["one-page-mandate", "backlog-day"]},
    "everything": {"lang": "en", "ratings": dict.fromkeys(small_catalogue().challenges, 4)},
}

each_request = pytest.mark.parametrize("request_", [pytest.param(data, id=name) for name, data in REQUESTS.items()])


def advice(data: object) -> AdviseAnswer:
    return advise(small_catalogue(), advise_request(data))


def matches(data: object) -> MatchAnswer:
    return match(small_catalogue(), match_request(data))


def order(data: object) -> list[str]:
    return [given.practice for given in advice(data).recommendations]


def refusal(kind: Any, data: object) -> str:
    with pytest.raises(InputError) as refused:
        kind(data)
    return str(refused.value)


# --- the schemas -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schema_is_current(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))

    is_current = (FOLDER / f"{name}.json").read_text(encoding="utf-8") == text_of(name)
    assert is_current, "the models changed; renew the schemas with: python -m tests.schemas --write"


def test_there_is_no_schema_of_something_else() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(SCHEMAS)


@each_request
def test_what_goes_in_and_comes_out_of_advise_keeps_to_the_shipped_schemas(request_: dict[str, Any]) -> None:
    jsonschema.validate(request_, shipped("advise-request"))
    jsonschema.validate(json.loads(advice(request_).model_dump_json()), shipped("advise-answer"))


@pytest.mark.parametrize("text", ["our mainframe is forty years old", "pizza for lunch", "", "…", "a" * 20_000])
def test_what_goes_in_and_comes_out_of_match_keeps_to_the_shipped_schemas(text: str) -> None:
    asked = {"id": "x", "text": text}

    answer = json.loads(matches(asked).model_dump_json())

    jsonschema.validate(asked, shipped("match-request"))
    jsonschema.validate(answer, shipped("match-answer"))
    assert answer["id"] == "x"


def shipped(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def test_a_whole_number_may_be_written_with_a_point_as_json_schema_has_it() -> None:
    written = {"lang": "en", "ratings": {"old-systems": 4.0}}

    jsonschema.validate(written, shipped("advise-request"))
    assert advice(written) == advice({"lang": "en", "ratings": {"old-systems": 4}})


# --- the sentences ---------------------------------------------------------------------------------------------------

RATING = 'must be a whole number from 0 to 4, "unknown" or "n/a".'


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("context", {"role": 5}, "context.role: must be an option id or a list of them."),
        ("context", {"role": ["manager", 5]}, "context.role: must be an option id or a list of them."),
        ("context", {"role": {"str": 5}}, "context.role: must be an option id or a list of them."),
        ("context", ["manager"], "context: must be an object."),
        ("context", {"rol": "manager"}, 'context: no question "rol"; did you mean "role"?'),
        ("context", {"role": "managr"}, 'context.role: no option "managr"; did you mean "manager"?'),
        ("ratings", {"old-systems": 5}, f"ratings.old-systems: {RATING}"),
        ("ratings", {"old-systems": True}, f"ratings.old-systems: {RATING}"),
        ("ratings", {"old-systems": "4"}, f"ratings.old-systems: {RATING}"),
        ("ratings", {"old-systems": 10**400}, f"ratings.old-systems: {RATING}"),
        ("ratings", {"old-systems": 1e999}, f"ratings.old-systems: {RATING}"),
        ("ratings", 4, "ratings: must be an object."),
        ("ratings", {"old-system": 4}, 'ratings: no challenge "old-system"; did you mean "old-systems"?'),
        ("statements", {"old-systems/s1": 2.5}, f"statements.old-systems/s1: {RATING}"),
        ("statements", {"old-systems/s9": 2}, 'statements: no statement "old-systems/s9"; did you mean '),
        ("unsure", "old-systems", "unsure: must be a list of ids."),
        ("unsure", ["old-systms"], 'unsure: no statement "old-systms"; did you mean "old-systems"?'),
        ("maturity", {"led": 1}, "maturity.led: must be a stage id."),
        ("maturity", {"lead": "record"}, 'maturity: no axis "lead"; did you mean "led"?'),
        ("maturity", {"led": "x"}, 'maturity.led: no stage "x"; use one of: record, engagement, innovation.'),
        ("marks", [1], "marks: must be a list of ids."),
        ("marks", ["x"], 'marks: no mark "x"; use one of: no-single-view, '),
        ("focus", "old-systems", "focus: must be a list of ids."),
        ("focus", ["old-systms"], 'focus: no challenge "old-systms"; did you mean "old-systems"?'),
        ("exclude", ["big-plans"], 'exclude: no practice "big-plans"; did you mean "big-plan"?'),
        ("done", None, "done: must be a list of ids."),
        ("done", ["\ud800"], r'done: no practice "\ud800"; use one of: '),
        ("text", 5, "text: must be text."),
        ("text", "\ud800", "text: must be text in UTF-8; "),
        ("lang", None, "lang: must be text."),
        ("lang", "de", 'lang: no language "de"; use one of: en, nl.'),
        ("lang", "", 'lang: no language ""; use one of: en, nl.'),
        ("focs", [], 'focs: unknown key; did you mean "focus"?'),
        ("a\nb", 1, r"a\nb: unknown key; use one of: lang, text, "),
        ("\ud800", 1, r"\ud800: unknown key; delete it."),
    ],
)
def test_a_wrong_situation_is_refused_in_one_sentence(key: str, value: object, sentence: str) -> None:
    refused = refusal(advice, {"lang": "en", key: value})

    assert refused.startswith(sentence)
    assert len(refused.splitlines()) == 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"id": 1, "text": "x"}, "id: must be text."),
        ({"id": "\udc00", "text": "x"}, "id: must be text in UTF-8; "),
        ({"id": "1", "text": ["x"]}, "text: must be text."),
        ({"id": "1", "text": "x", "lang": 5}, "lang: must be text."),
        ({"id": "1", "text": "x", "lang": "de"}, 'lang: no language "de"; use one of: en, nl.'),
        ({"id": "1", "text": "x", "lang": ""}, 'lang: no language ""; use one of: en, nl.'),
        ({"id": "1"}, "text: missing; give this key."),
        ({"id": "1", "text": "x", "languge": "en"}, 'languge: unknown key; did you mean "lang"?'),
        (["x"], "must be an object with the keys id, text, lang."),
        (None, "must be an object with the keys id, text, lang."),
    ],
)
def test_a_wrong_line_of_a_batch_is_refused_in_one_sentence(data: object, sentence: str) -> None:
    refused = refusal(matches, data)

    assert refused.startswith(sentence)
    assert len(refused.splitlines()) == 1


def test_everything_that_is_wrong_is_said_at_once() -> None:
    refused = refusal(advice, {"lang": "de", "marks": ["x", "y"], "done": ["z"], "ratings": {"q": 1}})

    assert [line.split(":")[0] for line in refused.splitlines()] == ["lang", "ratings", "marks", "marks", "done"]


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name.endswith("-request")])
def test_every_key_says_what_is_right_for_it(name: str) -> None:
    for key, field in SCHEMAS[name].model_fields.items():
        assert any(isinstance(item, Right) for item in field.metadata), key


def test_each_sentence_has_the_line_of_its_key() -> None:
    raw = b'{"lang": "en",\n "text": "}, [ \\" {\\n",\n "marks": ["no-single-view",\n  "x"],\n "ratings": {\n  "y": 1}}'

    with pytest.raises(InputError) as refused, named("f.json", raw):
        advice(parsed(raw))

    assert [line.split(" no ")[0] for line in str(refused.value).splitlines()] == [
        "f.json:6: ratings:",
        "f.json:4: marks:",
    ]


def test_a_thousand_mistakes_are_not_a_thousand_lines() -> None:
    raw = json.dumps({"lang": "en", "done": [f"x{n}" for n in range(1000)]}).encode()

    with pytest.raises(InputError) as refused, named("f.json", raw):
        advice(parsed(raw))

    assert len(str(refused.value).splitlines()) == 21
    assert str(refused.value).endswith("f.json: and 980 more.")


# --- nothing crashes -------------------------------------------------------------------------------------------------

words = st.one_of(
    st.sampled_from(["en", "old-systems", "old-systems/s1", "role", "manager", "led", "record", "big-plan", "n/a"]),
    st.text(max_size=5),
)
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-1, 5), st.floats(), words),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*SCHEMAS["advise-request"].model_fields, "x"]), anything, max_size=4))
def test_no_data_makes_advise_fail_in_another_way(data: dict[str, object]) -> None:
    for request in (data, {"lang": "en", **data}):
        with suppress(InputError):
            advice(request).model_dump_json().encode()


@given(st.one_of(st.binary(max_size=30), st.text(alphabet='{}[]",:\\ud8019e-NaInfty\n ', max_size=30).map(str.encode)))
def test_no_bytes_make_reading_fail_in_another_way(raw: bytes) -> None:
    with suppress(InputError), named("f", raw):
        parsed(raw)


# --- laws of the advice ----------------------------------------------------------------------------------------------


def backwards(value: Any) -> Any:
    return {key: backwards(value[key]) for key in reversed(value)} if isinstance(value, dict) else value


@each_request
def test_the_order_of_the_keys_does_not_matter(request_: dict[str, Any]) -> None:
    there, back = advice(request_), advice(backwards(request_))

    assert there.model_dump_json() == back.model_dump_json()


@each_request
def test_the_list_is_short_ordered_in_time_and_fully_explained(request_: dict[str, Any]) -> None:
    answer = advice(request_)

    horizons = [["now", "next", "later"].index(given.horizon) for given in answer.recommendations]
    assert len(horizons) <= 12
    assert all(horizons.count(place) <= most for place, most in ((0, 3), (1, 4)))
    for given_ in answer.recommendations:
        assert sum(reason.share for reason in given_.reasons) == pytest.approx(1)
        assert all(reason.because for reason in given_.reasons)


@pytest.mark.parametrize("severity", range(LEVELS))
@pytest.mark.parametrize("challenge", small_catalogue().challenges)
def test_a_rated_challenge_stands_for_its_statements_with_the_reversed_ones_turned_round(
    challenge: str, severity: int
) -> None:
    statements = {
        statement.id: LEVELS - 1 - severity if statement.reversed else severity
        for statement in small_catalogue().challenges[challenge].statements
    }

    whole, apart = ({"lang": "en", "ratings": {challenge: severity}}, {"lang": "en", "statements": statements})

    assert numbers(advice(whole)) == numbers(advice(apart))


def numbers(answer: AdviseAnswer) -> list[object]:
    """Everything in an answer but the words for what was said: a grade is told as a grade."""
    given = [
        (r.practice, r.score, r.horizon, [(x.challenge, x.share) for x in r.reasons]) for r in answer.recommendations
    ]
    return [answer.profile, answer.stage, answer.not_yet, given]


def test_a_rating_of_a_whole_challenge_is_never_told_as_an_answer_to_a_statement() -> None:
    catalogue = small_catalogue()
    said = str(advice({"lang": "en", "ratings": {"old-systems": 4}}))

    assert catalogue.challenges["old-systems"].text["en"].title in said
    assert not any(statement.text["en"] in said for statement in catalogue.statements.values())


def test_a_statement_goes_before_its_challenge() -> None:
    ratings = {"lang": "en", "ratings": {"old-systems": 4}}

    assert advice({**ratings, "statements": {"old-systems/s1": 0, "old-systems/s2": 0}}) == advice(
        {"lang": "en", "ratings": {"old-systems": 0}}
    )


@pytest.mark.parametrize("challenge", small_catalogue().challenges)
def test_unknown_changes_no_recommendation(challenge: str) -> None:
    without = {key: value for key, value in RATED.items() if key not in ("ratings", "statements", "unsure")}

    with_unknown = advice({**without, "ratings": {challenge: "unknown"}})

    assert with_unknown.recommendations == advice(without).recommendations
    assert with_unknown.not_yet == advice(without).not_yet


@pytest.mark.parametrize("challenge", small_catalogue().challenges)
def test_not_applicable_is_as_good_as_absent(challenge: str) -> None:
    without = {key: value for key, value in RATED.items() if key not in ("ratings", "statements", "unsure")}

    assert advice({**without, "ratings": {challenge: "n/a"}}) == advice(without)


def test_a_practice_that_is_done_is_left_out_and_what_needs_it_moves_up() -> None:
    wanted = {"lang": "en", "ratings": {"unclear-ownership": 4}}
    before, after = order(wanted), order({**wanted, "done": ["one-page-mandate"]})

    assert before.index("one-page-mandate") < before.index("named-owner")
    assert "one-page-mandate" not in after
    assert after[0] == "named-owner"


def test_a_practice_that_is_excluded_is_left_out_and_what_needs_it_must_wait() -> None:
    answer = advice({"lang": "en", "ratings": {"unclear-ownership": 4}, "exclude": ["one-page-mandate"]})

    named_ = {given.practice for given in answer.recommendations}
    waiting = {given.practice: given.condition for given in answer.not_yet}
    assert not named_ & {"one-page-mandate", "named-owner"}
    assert "one-page-mandate" not in waiting
    assert waiting["named-owner"]


def test_an_empty_focus_is_no_focus() -> None:
    assert advice({**RATED, "focus": []}) == advice(RATED) == advice({**RATED, "focus": None})


def test_what_is_not_in_focus_counts_less_and_is_kept() -> None:
    wanted = {"lang": "en", "ratings": {"long-waiting": 3, "old-systems": 4}}

    plain = advice(wanted)
    focused = advice({**wanted, "focus": ["long-waiting"]})

    assert focused.recommendations[0].reasons[0].challenge == "long-waiting"
    assert focused.profile == plain.profile
    assert score_for(focused, "old-systems") < score_for(plain, "old-systems")
    assert score_for(focused, "long-waiting") == score_for(plain, "long-waiting")


def score_for(answer: AdviseAnswer, challenge: str) -> float:
    """The best score of a recommendation that is for this challenge alone; 0 without any."""
    return max((g.score for g in answer.recommendations if {r.challenge for r in g.reasons} == {challenge}), default=0)


# --- laws of the match -----------------------------------------------------------------------------------------------


def test_matches_come_best_first_and_at_most_ten() -> None:
    found = matches({"id": "1", "text": "approvals take weeks, our mainframe is old, citizens wait, nobody decides"})

    scores = [given.score for given in found.matches]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 10
    assert found.verdict == found.matches[0].verdict


def test_a_request_without_a_language_gets_the_one_asked_for() -> None:
    silent, dutch = (match_request({"id": "1", "text": "x", **lang}) for lang in ({}, {"lang": "nl"}))

    assert silent.speaking("en").lang == "en"
    assert silent.speaking(None).lang is None
    assert dutch.speaking("en").lang == "nl"
