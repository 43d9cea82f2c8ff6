"""The conversation as people hold it: what is on the screen, what buttons and words do, what is kept."""

import pytest

from bot.advice.matching import matcher
from bot.advice.model import NOTHING_FITS
from bot.dialogue.event import Forget, SaveAssessment, View
from bot.dialogue.reply import Reply, plain
from bot.dialogue.step import step
from tests.dialogue.talk import Talk
from tests.small import small_catalogue

SITUATION = "every decision needs seven signatures and nobody dares to touch the old mainframe"


@pytest.fixture
def talk() -> Talk:
    return Talk(small_catalogue())


def test_the_start_says_who_runs_it_what_is_kept_and_to_type_no_names(talk: Talk) -> None:
    said = talk.say("/start")

    assert "Province X runs this bot" in said
    assert "365 days" in said
    assert "no names" in said
    assert [label for label, _ in talk.labels()] == [
        "Describe my situation",
        "Ask me questions",
        "Browse topics",
        "Nederlands",
    ]


@pytest.mark.parametrize(("hint", "word"), [("nl", "Ik ben"), ("nl-BE", "Ik ben"), ("en-GB", "I am"), ("fr", "I am")])
def test_the_channels_language_code_picks_the_first_language(hint: str, word: str) -> None:
    assert word in Talk(small_catalogue(), language=hint).say("/start")


def test_free_text_at_the_start_is_the_situation_already(talk: Talk) -> None:
    talk.say("/start")
    said = talk.say(SITUATION)

    assert "Here is what I hear" in said
    assert "“" in said


def test_a_newcomer_who_writes_at_once_also_reads_what_is_kept(talk: Talk) -> None:
    said = talk.say(SITUATION)

    assert "no names" in said
    assert "Here is what I hear" in said


def test_enter_alone_leads_from_the_situation_to_advice_that_begins_with_the_persons_words(talk: Talk) -> None:
    talk.say(SITUATION)
    said = talk.enter_until("result")

    assert "Because you wrote “" in said
    assert "This week:" in said
    assert any(isinstance(effect, SaveAssessment) for effect in talk.effects)


def test_the_result_is_kept_once_and_without_the_persons_words(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    (kept,) = talk.effects
    assert isinstance(kept, SaveAssessment)
    assert "mainframe" not in str(kept.result)

    talk.enter()
    talk.press("To my advice")
    assert not talk.effects


def test_questions_replace_the_screen_and_results_stay(talk: Talk) -> None:
    talk.say(SITUATION)
    assert not talk.heard[-1].replace
    talk.press("That’s right")
    assert talk.heard[-1].replace
    talk.enter_until("result")
    assert not talk.heard[-1].replace
    talk.enter()
    assert talk.heard[-1].replace


def test_unticking_everything_leaves_no_way_to_say_that_is_right(talk: Talk) -> None:
    talk.say(SITUATION)
    for label, _ in talk.labels():
        if label.startswith("☑"):
            talk.press(label)
    labels = [label for label, _ in talk.labels()]

    assert "That’s right" not in labels
    assert "None of these" in labels


def test_an_unticked_challenge_gives_no_reason(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("Systems too old to change")
    said = talk.enter_until("result")

    assert "mainframe" not in said


def test_more_of_the_situation_keeps_what_was_unticked(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("Systems too old to change")
    talk.say("and citizens wait for months")

    assert "☐ Systems too old to change" in talk.text


def test_nothing_fits_is_said_and_the_domains_are_offered(talk: Talk) -> None:
    talk.say("/start")
    said = talk.say("what is the weather tomorrow in the mountains")

    assert "do not recognise" in said
    assert talk.state is not None
    assert talk.state.screen == "topics"


@pytest.mark.parametrize(
    ("typed", "rating"),
    [
        ("3", 2),
        ("Partly", 2),
        ("somtimes", 2),
        ("never", 0),
        ("always", 4),
        ("weet niet", "unknown"),
        ("dunno", "unknown"),
        ("n/a", "n/a"),
        ("LARGELY", 3),
    ],
)
def test_typed_answers_count_too(talk: Talk, typed: str, rating: int | str) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    assert talk.state is not None
    statement = talk.state.argument
    talk.say(typed)

    assert talk.state.ratings[statement] == rating


def test_back_shows_the_answer_given_and_changes_it(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    assert talk.state is not None
    statement = talk.state.argument
    talk.press("Fully")
    talk.press("Back")
    assert "Your answer was: Fully." in talk.text
    talk.press("Not at all")

    assert talk.state.ratings[statement] == 0
    assert talk.state.asked.count(statement) == 1


def test_thats_enough_is_possible_from_the_third_statement_on(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    for _ in range(2):
        assert "That’s enough" not in [label for label, _ in talk.labels()]
        talk.press("Partly")

    assert "That’s enough" in [label for label, _ in talk.labels()]


def test_why_this_question_answers_in_one_sentence_and_stays(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    assert talk.state is not None
    before = talk.state.place
    talk.press("Why this?")

    assert talk.state.place == before
    answer = talk.text.split("\n")[0]
    named = [part.partition("”")[0] for part in answer.split("“")[1:]]
    assert named
    assert len(set(named)) == len(named)


def test_not_sure_is_kept_and_said(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    assert talk.state is not None
    statement = talk.state.argument
    talk.press("I’m not sure")
    assert "less heavily" in talk.text
    talk.press("Fully")

    assert statement in talk.state.unsure


def test_after_many_dont_knows_it_stops_asking(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    talk.enter_until("axis", "focus", "result", most=6)

    assert "stop asking" in talk.text


def test_a_stale_press_says_so_and_shows_where_we_are(talk: Talk) -> None:
    talk.say(SITUATION)
    old = talk.labels()[0][1]
    talk.press("That’s right")
    talk.enter()
    assert talk.state is not None
    before = talk.state.place
    said = talk.push(old)

    assert "conversation has moved on" in said
    assert talk.state.place == before
    assert not talk.heard[-1].replace


def test_the_second_of_two_quick_taps_is_passed_over_in_silence(talk: Talk) -> None:
    talk.say(SITUATION)
    token = dict(talk.labels())["That’s right"]
    talk.push(token)
    talk.now -= 9
    talk.push(token)

    assert talk.heard == ()


@pytest.mark.parametrize("forged", ["", "x", "1:", ":::", "999:right", "1:toggle:no-such", "9" * 60, "-1:right"])
def test_forged_presses_are_harmless(talk: Talk, forged: str) -> None:
    talk.say(SITUATION)
    assert talk.state is not None
    before = talk.state.place
    talk.push(forged)

    assert talk.state.place == before


def test_already_doing_it_and_not_for_us_rerank_at_once_and_say_what_changed(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    talk.press("1")
    assert talk.state is not None
    first = talk.state.argument
    said = talk.press("Already doing it")
    assert said.startswith("Noted.")
    assert first in talk.state.done

    talk.press("1")
    second = talk.state.argument
    assert second != first
    talk.press("Not for us")
    said = talk.press("No money")
    assert said.startswith("Noted.")
    assert talk.state.excluded == {second: "no-money"}

    assert first not in [t.partition("open:")[2] for _, t in talk.labels()]


def test_a_message_about_harassment_is_answered_with_care_and_not_kept(talk: Talk) -> None:
    phrase = next(iter(small_catalogue().care.values()))["en"].phrases[0]
    talk.say("/start")
    said = talk.say(f"my boss, {phrase}, every week")

    message = next(iter(small_catalogue().care.values()))["en"].message
    assert plain(message) in said
    assert "do not recognise" not in said
    assert talk.state is not None
    assert phrase not in str(talk.state.to_json())


def test_voice_photo_and_sticker_get_a_friendly_word(talk: Talk) -> None:
    talk.say("/start")
    talk.event("other", "voice")

    assert "text and buttons" in talk.text


def test_forget_asks_once_and_then_erases(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.say("/forget")
    assert not talk.effects
    said = talk.press("Erase everything")

    assert talk.effects == (Forget(),)
    assert "erased" in said
    assert talk.state is not None
    assert "mainframe" not in str(talk.state.to_json())


def test_the_language_can_change_at_any_time_and_the_screen_stays(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("That’s right")
    assert talk.state is not None
    before = talk.state.place
    talk.say("/language nl")

    assert talk.state.place == before
    assert "Over u" in talk.text


def test_markup_in_what_people_type_is_shown_as_typed(talk: Talk) -> None:
    talk.say("<b>every decision</b> needs seven signatures & the old mainframe <script>")

    for reply in talk.heard:
        assert "<script>" not in reply.text


def test_what_a_new_catalogue_no_longer_has_is_said_aloud() -> None:
    from dataclasses import replace

    catalogue = small_catalogue()
    talk = Talk(catalogue)
    talk.say(SITUATION)
    assert talk.state is not None
    gone = talk.state.ticked[0]
    smaller = replace(
        catalogue,
        version="next",
        challenges={id: c for id, c in catalogue.challenges.items() if id != gone},
        practices={
            id: replace(p, addresses={c: s for c, s in p.addresses.items() if c != gone})
            for id, p in catalogue.practices.items()
        },
    )
    talk.catalogue = smaller
    said = talk.say("/resume")

    assert "knowledge has been renewed" in said
    assert gone not in talk.state.ticked
    talk.enter_until("result", "end", "tell")


def test_the_same_event_in_the_same_state_gives_the_same_outcome(talk: Talk) -> None:
    talk.say(SITUATION)
    from bot.dialogue.event import Event

    event = Event("chat", "press", dict(talk.labels())["That’s right"], 5e6, "en")
    view = View("Province X")

    assert step(talk.catalogue, event, talk.state, view) == step(talk.catalogue, event, talk.state, view)


def test_the_message_for_a_colleague_holds_the_advice_and_no_words_of_the_person(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    talk.press("Send to a colleague")
    message = plain(talk.heard[0].text)

    assert "1. " in message
    assert "mainframe" not in message


def test_deep_links_open_an_entry(talk: Talk) -> None:
    assert talk.catalogue.practices["big-plan"].text["en"].title in talk.say("/start p_big-plan")
    assert talk.catalogue.challenges["old-systems"].text["en"].title in talk.say("/start c_old-systems")
    assert "I am Kompas" in talk.say("/start p_no-such")


# --- what reviewers and newcomers found ------------------------------------------------------------------------------


def test_a_press_after_a_reload_that_took_the_screen_away_answers_no_other_question() -> None:
    from dataclasses import replace

    catalogue = small_catalogue()
    talk = Talk(catalogue)
    talk.say(SITUATION)
    talk.enter_until("statement")
    assert talk.state is not None
    before = dict(talk.state.ratings)
    gone = talk.state.argument.partition("/")[0]
    token = dict(talk.labels())["Fully"]
    talk.catalogue = replace(
        catalogue, version="next", challenges={id: c for id, c in catalogue.challenges.items() if id != gone}
    )
    talk.push(token)

    assert talk.state.ratings == before


def test_more_text_only_adds_and_what_was_unticked_stays_so_on_every_way(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("Systems too old to change")
    talk.press("Something else too")
    talk.say("and citizens wait for months on an answer")
    assert talk.state is not None

    assert "old-systems" not in talk.state.ticked
    assert {"slow-approval", "long-waiting"} <= set(talk.state.ticked)


@pytest.mark.parametrize(
    ("typed", "screen"), [("ok", "context"), ("klopt", "context"), ("nee", "topics"), ("no", "topics")]
)
def test_yes_and_no_answer_what_was_heard(talk: Talk, typed: str, screen: str) -> None:
    talk.say(SITUATION)
    talk.say(typed)
    assert talk.state is not None

    assert talk.state.screen == screen
    assert len(talk.state.texts) == 1


def test_a_greeting_in_the_middle_leads_nowhere_else(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.say("hello")
    assert talk.state is not None

    assert talk.state.screen == "heard"


def test_the_first_words_show_the_language(talk: Talk) -> None:
    said = talk.say("alles gaat over zeven parafen en niemand durft aan het oude systeem te komen")
    assert talk.state is not None

    assert talk.state.language == "nl"
    assert "Dit hoor ik" in said or "Is het een van deze" in said


def test_a_new_situation_after_a_finished_one_starts_clean_and_is_kept(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    talk.say("/start")
    talk.say("citizens wait for months and nobody tells them why")
    assert talk.state is not None
    assert len(talk.state.texts) == 1
    talk.enter_until("result")

    (kept,) = talk.effects
    assert isinstance(kept, SaveAssessment)
    assert not kept.again


def test_looking_at_the_advice_halfway_keeps_nothing_and_the_end_does(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("That’s right")
    talk.say("/advice")
    assert not talk.effects
    talk.press("Change my focus")
    talk.press("Show my advice")

    assert any(isinstance(effect, SaveAssessment) for effect in talk.effects)


def test_the_same_assessment_with_other_answers_takes_the_place_of_the_first(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    talk.press("Change my focus")
    talk.press("Systems too old to change")
    talk.press("Show my advice")

    (kept,) = talk.effects
    assert isinstance(kept, SaveAssessment)
    assert kept.again


def test_changing_an_earlier_answer_leads_on_through_the_later_ones(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    assert talk.state is not None
    first = talk.state.argument
    talk.press("Partly")
    second = talk.state.argument
    talk.press("Partly")
    talk.press("Back")
    talk.press("Back")
    assert talk.state.argument == first
    talk.press("Fully")

    assert talk.state.argument == second
    assert "Your answer was: Partly." in talk.text


def test_a_rejected_practice_can_be_put_back_from_the_advice(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    assert talk.state is not None
    before = dict(talk.labels())["1"].partition("open:")[2]
    talk.press("1")
    talk.press("Already doing it")
    talk.press("Put it back")

    assert talk.state.done == ()
    assert dict(talk.labels())["1"].endswith(before)


def test_the_first_steps_are_those_that_the_plan_calls_now(talk: Talk) -> None:
    talk.say(
        "every decision needs seven signatures, old mainframe, citizens wait for months, data stands everywhere twice"
    )
    talk.enter_until("result")
    steps = [token.partition("open:")[2] for label, token in talk.labels() if label.isdecimal()]
    talk.press("My plan")
    now = [token.partition("open:")[2] for label, token in talk.labels() if label.isdecimal()]

    assert steps[: len(now)] == now


def test_not_at_all_is_never_given_as_a_reason(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    while talk.state is not None and talk.state.screen == "statement":
        statement = talk.catalogue.statements[talk.state.argument]
        talk.press("Fully" if statement.reversed else "Not at all")
    said = talk.enter_until("result")

    assert "Not at all" not in said


def test_a_deep_link_also_tells_a_newcomer_what_is_kept(talk: Talk) -> None:
    assert "no names" in talk.say("/start p_big-plan")


def test_a_word_for_trouble_that_nothing_else_fits_is_answered_with_care(talk: Talk) -> None:
    catalogue = small_catalogue()
    words = [word for texts in catalogue.care.values() for word in texts["en"].words]
    word = next(word for word in words if matcher(catalogue).match(word, "en").verdict == NOTHING_FITS)
    talk.say("/start")
    said = talk.say(word)

    assert "do not recognise" not in said
    assert talk.state is not None
    assert word not in str(talk.state.texts)


# --- what the second newcomer found ----------------------------------------------------------------------------------


def test_care_speaks_the_language_of_the_message() -> None:
    catalogue = small_catalogue()
    texts = next(iter(catalogue.care.values()))
    talk = Talk(catalogue, language="en")
    said = talk.say(f"ik weet niet meer wat ik moet doen, {texts['nl'].phrases[0]}")

    assert plain(texts["nl"].message) in said


def test_a_slip_at_the_start_screen_loses_nothing_that_was_going_on(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("That’s right")
    assert talk.state is not None
    before = (talk.state.texts, talk.state.ticked, talk.state.context)
    talk.say("/start")
    talk.say("Unsere Verwaltung arbeitet noch immer mit Papier und niemand weiss warum")
    talk.say("ok")
    talk.press("Go on")

    assert (talk.state.texts, talk.state.ticked, talk.state.context) == before
    assert talk.state.screen == "context"


def test_start_after_the_result_keeps_the_advice(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("result")
    talk.say("/start")

    assert "first step" in talk.say("/advice")


def test_no_tick_goes_out_of_sight_however_much_is_told(talk: Talk) -> None:
    talk.say(SITUATION)
    assert talk.state is not None
    for text in (
        "citizens wait for months on an answer",
        "colleagues keep quiet about things that go wrong",
        "the same data stands in three places and differs",
        "it falls between two stools and nobody owns the service",
    ):
        before = set(talk.state.ticked)
        talk.say(text)
        labels = {token.partition("toggle:")[2] for _, token in talk.labels()}

        assert before <= set(talk.state.ticked) <= labels


def test_enter_keeps_an_answer_that_was_given(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    talk.press("Fully")
    talk.press("Partly")
    assert talk.state is not None
    before = dict(talk.state.ratings)
    talk.press("Back")
    talk.press("Back")
    talk.enter()
    talk.enter()

    assert talk.state.ratings == before


def test_not_sure_can_be_taken_back(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.enter_until("statement")
    talk.press("I’m not sure")
    talk.press("I’m sure after all")
    assert talk.state is not None

    assert talk.state.unsure == ()


def test_enter_alone_works_on_every_screen_that_shows_it(talk: Talk) -> None:
    talk.say(
        "every decision needs seven signatures, old mainframe, citizens wait for months, data stands everywhere twice"
    )
    talk.enter_until("result")
    for label in ("More", "Not yet, and why"):
        if label not in [name for name, _ in talk.labels()]:
            continue
        talk.press(label)
        for number in [name for name, _ in talk.labels() if name.isdecimal()]:
            talk.press(number)
            assert talk.screen is not None
            if talk.screen.onward:
                assert "earlier message" not in talk.enter()
            talk.say("/advice")
            talk.press(label)
        talk.say("/advice")


def test_a_look_at_the_advice_halfway_leads_back_to_the_questions(talk: Talk) -> None:
    talk.say(SITUATION)
    talk.press("That’s right")
    talk.say("/advice")
    talk.press("Back")
    assert talk.state is not None

    assert talk.state.screen == "context"


def test_a_reply_that_another_version_wrote_is_read_as_far_as_it_goes() -> None:
    old = {"text": "hello", "generation": 3, "picture": {"kind": "profile", "new": 1}}

    assert Reply.from_json(old) == Reply("hello", generation=3)


def test_one_thing_said_ticks_one_challenge_beforehand_unless_both_clearly_fit(talk: Talk) -> None:
    talk.say(SITUATION)
    assert talk.state is not None
    matches = [match for match in talk.state.matches if match.challenge in talk.state.ticked]

    unclear = [match.because.passage for match in matches if match.verdict != "fits"]
    assert len(unclear) == len(set(unclear))
