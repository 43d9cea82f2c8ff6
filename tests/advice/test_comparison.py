"""Two catalogues compared: what differs is all told, each once, and the same from both sides."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice.comparison import KINDS, Change, changes, compared, one_sided, shifts
from bot.advice.model import Catalogue, Challenge, Evidence, Example, LanguageRules, Link, NotYet, Practice, When
from bot.knowledge.build import version_of
from tests.situations import catalogues
from tests.small import small_catalogue

Edit = Callable[[Catalogue], Catalogue]
SMALL = small_catalogue()


def with_challenge(id: str, edit: Callable[[Challenge], Challenge]) -> Edit:
    return lambda catalogue: replace(catalogue, challenges={**catalogue.challenges, id: edit(catalogue.challenges[id])})


def with_practice(id: str, edit: Callable[[Practice], Practice]) -> Edit:
    return lambda catalogue: replace(catalogue, practices={**catalogue.practices, id: edit(catalogue.practices[id])})


def with_block(code: str, **values: object) -> Callable[[Challenge], Challenge]:
    return lambda one: replace(one, text={**one.text, code: replace(one.text[code], **values)})  # type: ignore[arg-type]


def with_statement(code: str, text: str) -> Callable[[Challenge], Challenge]:
    def edit(challenge: Challenge) -> Challenge:
        first, *rest = challenge.statements
        return replace(challenge, statements=(replace(first, text={**first.text, code: text}), *rest))

    return edit


def with_language(**values: object) -> Edit:
    def edit(catalogue: Catalogue) -> Catalogue:
        rules: LanguageRules = replace(catalogue.languages["en"], **values)  # type: ignore[arg-type]
        return replace(catalogue, languages={**catalogue.languages, "en": rules})

    return edit


def turned(*kinds: str) -> Edit:
    """The same entries, in the other order."""
    return lambda catalogue: replace(
        catalogue,
        **{kind: dict(reversed(list(getattr(catalogue, kind).items()))) for kind in kinds},  # type: ignore[arg-type]
    )


def without(kind: str, id: str) -> Edit:
    return lambda catalogue: replace(
        catalogue,
        **{kind: {key: item for key, item in getattr(catalogue, kind).items() if key != id}},  # type: ignore[arg-type]
    )


def steps_turned(practice: Practice) -> Practice:
    block = practice.text["en"]
    return replace(practice, text={**practice.text, "en": replace(block, steps=(*block.steps[1:], block.steps[0]))})


def condition_in_dutch(practice: Practice) -> Practice:
    (condition,) = practice.not_yet_when
    return replace(practice, not_yet_when=(replace(condition, text={**condition.text, "nl": "Nu niet."}),))


def maturity_turned(catalogue: Catalogue) -> Catalogue:
    stages = dict(reversed(list(catalogue.maturity.stages.items())))
    return replace(catalogue, maturity=replace(catalogue.maturity, stages=stages))


def options_turned(catalogue: Catalogue) -> Catalogue:
    size = catalogue.context["size"]
    turned_size = replace(size, options=dict(reversed(list(size.options.items()))))
    return replace(catalogue, context={**catalogue.context, "size": turned_size})


EDITS: dict[str, Edit] = {
    "a title": with_challenge("old-systems", with_block("en", title="Too old")),
    "a sign more": with_challenge("old-systems", with_block("nl", signs=("een", "twee", "drie"))),
    "a sign twice": with_challenge(
        "old-systems", lambda one: with_block("en", signs=(*one.text["en"].signs, one.text["en"].signs[0]))(one)
    ),
    "no not-sign": with_challenge("old-systems", with_block("en", not_signs=())),
    "a statement": with_challenge("old-systems", with_statement("nl", "Een andere zin.")),
    "neighbours": with_challenge("old-systems", lambda one: replace(one, related=())),
    "effort": with_practice("big-plan", lambda one: replace(one, effort=4)),
    "a link": with_practice("big-plan", lambda one: replace(one, addresses={**one.addresses, "long-waiting": 1})),
    "the order of steps": with_practice("big-plan", steps_turned),
    "a condition": with_practice("small-release", condition_in_dutch),
    "no condition": with_practice("small-release", lambda one: replace(one, not_yet_when=())),
    "a condition more": with_practice(
        "big-plan",
        lambda one: replace(
            one,
            not_yet_when=(
                *one.not_yet_when,
                NotYet(When((("size", "small"),)), "named-owner", {"en": "No.", "nl": "Nee."}),
            ),
        ),
    ),
    "contacts": with_practice(
        "big-plan", lambda one: replace(one, contacts=("Ann",), links=(Link("Page", "https://x.org"),))
    ),
    "evidence": with_practice(
        "small-release", lambda one: replace(one, evidence=(Evidence("audit-report", one.evidence[0].text),))
    ),
    "when not to": with_practice(
        "small-release", lambda one: replace(one, text={**one.text, "en": replace(one.text["en"], not_when=None)})
    ),
    "a practice gone": without("practices", "big-plan"),
    "a source gone": without("sources", "audit-report"),
    "a case gone": without("cases", "example-town-releases"),
    "a concept gone": without("concepts", "old"),
    "care gone": without("care", "burnout"),
    "an example gone": without("examples", "weather-en"),
    "a language gone": without("languages", "nl"),
    "stop words": with_language(stop_words=frozenset({"the", "a"})),
    "a language's name": with_language(name="British"),
    "the order of domains": turned("domains"),
    "the order of languages": turned("languages"),
    "the order of questions": turned("context"),
    "the order of options": options_turned,
    "the order of stages": maturity_turned,
    "a retired entry": lambda catalogue: replace(catalogue, replaced={"old-one": "big-plan"}),
    "an example": lambda catalogue: replace(
        catalogue, examples={**catalogue.examples, "new": Example("new", "en", "x y", (), ())}
    ),
}

edited = pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)


def mirrored(found: Change) -> Change:
    return replace(found, before=found.after, after=found.before)


# --- laws ------------------------------------------------------------------------------------------------------------


def test_a_catalogue_compared_with_itself_differs_in_nothing() -> None:
    found = compared(SMALL, replace(SMALL))

    assert (found.changes, found.shifts, dict(found.one_sided)) == ((), (), {})
    assert found.tried == len(SMALL.examples)


@edited
def test_whatever_changes_the_version_is_told(edit: Edit) -> None:
    after = edit(SMALL)

    assert version_of(after) != SMALL.version
    assert list(changes(SMALL, after))


@edited
def test_from_the_other_side_each_change_is_mirrored(edit: Edit) -> None:
    forth, back = list(changes(SMALL, edit(SMALL))), list(changes(edit(SMALL), SMALL))

    assert set(map(mirrored, forth)) == set(back)
    assert len(forth) == len(back)
    assert all(change.before != change.after for change in forth)


@settings(max_examples=15, deadline=None)
@given(catalogues(), catalogues())
def test_any_two_catalogues_can_be_compared_from_both_sides(one: Catalogue, other: Catalogue) -> None:
    forth, back = list(changes(one, other)), list(changes(other, one))

    assert set(map(mirrored, forth)) == set(back)
    assert bool(forth) == (version_of(one) != version_of(other))
    assert list(changes(one, one)) == []


@given(st.lists(st.sampled_from(sorted(EDITS)), unique=True, max_size=4))
@settings(max_examples=15, deadline=None)
def test_changes_of_one_entry_stand_together_in_the_order_of_the_kinds(names: list[str]) -> None:
    after = SMALL
    for name in names:
        try:
            after = EDITS[name](after)
        except KeyError:  # what it would change is gone already
            continue
    found = [(KINDS.index(change.kind), change.entry) for change in changes(SMALL, after)]

    assert found == sorted(found)


# --- what is said of a change ----------------------------------------------------------------------------------------


def only(edit: Edit) -> Change:
    (found,) = changes(SMALL, edit(SMALL))
    return found


def test_a_change_names_its_place_and_both_values() -> None:
    found = only(EDITS["a title"])

    assert found == Change("challenges", "old-systems", ("text", "en", "title"), "Systems too old to change", "Too old")


def test_of_a_list_only_what_went_and_came_is_told() -> None:
    edit = with_challenge(
        "old-systems",
        lambda one: with_block("en", signs=("a new one", *one.text["en"].signs[1:]))(one),
    )

    assert only(edit).before == "our mainframe is forty years old"
    assert only(edit).after == "a new one"


def test_where_only_the_order_differs_each_moved_item_is_told() -> None:
    found = list(changes(SMALL, EDITS["the order of steps"](SMALL)))

    steps = SMALL.practices["big-plan"].text["en"].steps
    assert [(change.before, change.after) for change in found] == list(zip(steps, (*steps[1:], steps[0]), strict=True))


def test_the_order_of_domains_is_told_as_an_order() -> None:
    assert only(EDITS["the order of domains"]) == Change(
        "domains", "*", ("order",), "work, systems, citizens", "citizens, systems, work"
    )


def test_the_order_of_languages_is_told_once_and_not_in_every_text() -> None:
    def edit(catalogue: Catalogue) -> Catalogue:
        after = EDITS["the order of languages"](catalogue)
        challenges = {
            id: replace(one, text=dict(reversed(list(one.text.items())))) for id, one in after.challenges.items()
        }
        return replace(after, challenges=challenges)

    assert only(edit).kind == "languages"


def test_a_statement_is_known_by_its_id() -> None:
    assert only(EDITS["a statement"]).path == ("statements", "s1", "text", "nl")


def test_an_entry_that_came_is_told_by_its_title() -> None:
    found = list(changes(EDITS["a practice gone"](SMALL), SMALL))

    assert found == [Change("practices", "big-plan", (), None, "Replace the old system in slices")]


# --- languages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a title", "a sign more", "a statement", "the order of steps", "a condition"])
def test_words_that_change_in_one_language_only_are_one_sided(name: str) -> None:
    found = tuple(changes(SMALL, EDITS[name](SMALL)))

    ((kind, entry),) = one_sided(found, SMALL.languages)
    assert (kind, entry) == (found[0].kind, found[0].entry)


def test_words_that_change_in_both_languages_are_not() -> None:
    both = with_challenge(
        "old-systems", lambda one: with_block("nl", title="Te oud")(with_block("en", title="Too old")(one))
    )

    assert compared(SMALL, both(SMALL)).one_sided == {}


@pytest.mark.parametrize(
    "name", ["effort", "neighbours", "a practice gone", "stop words", "a language gone", "contacts"]
)
def test_what_is_no_translation_is_not_one_sided(name: str) -> None:
    assert compared(SMALL, EDITS[name](SMALL)).one_sided == {}


def test_a_language_that_is_added_asks_nothing_of_the_others() -> None:
    def in_english(catalogue: Catalogue) -> Catalogue:
        challenges = {id: replace(one, text={"en": one.text["en"]}) for id, one in catalogue.challenges.items()}
        return replace(catalogue, languages={"en": catalogue.languages["en"]}, challenges=challenges)

    assert compared(in_english(SMALL), SMALL).one_sided == {}
    assert compared(SMALL, in_english(SMALL)).one_sided == {}


# --- the dry run -----------------------------------------------------------------------------------------------------


def test_a_shift_names_the_addend_that_moved() -> None:
    weaker = with_practice("big-plan", lambda one: replace(one, addresses={"old-systems": 1}))(SMALL)

    (shift,) = shifts(SMALL, weaker)
    moved = next(moved for moved in shift.moved if moved.practice == "big-plan")

    assert shift.example == "mainframe-nl"
    assert moved.challenge == "old-systems"
    assert moved.before > moved.after
    assert moved.from_place == 0


def test_a_practice_that_is_gone_leaves_its_place() -> None:
    gone = EDITS["a practice gone"](SMALL)

    (shift,) = [shift for shift in shifts(SMALL, gone) if shift.example == "mainframe-nl"]

    assert ("big-plan", None) in [(moved.practice, moved.to_place) for moved in shift.moved]


def test_an_example_that_is_new_is_tried_on_both() -> None:
    expected = Example("new", "en", "Our mainframe is forty years old.", ("slow-approval",), ())
    after = replace(EDITS["a practice gone"](SMALL), examples={"new": expected})

    (shift,) = shifts(SMALL, after)

    assert shift.failed == (("challenges",), ("challenges",))


def test_a_change_that_moves_no_practice_shifts_nothing() -> None:
    assert compared(SMALL, EDITS["contacts"](SMALL)).shifts == ()
