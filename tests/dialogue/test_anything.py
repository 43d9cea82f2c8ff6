"""Whatever people do, in whatever order: nothing raises, nothing gets stuck, there is always a way on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue import desk
from bot.dialogue.event import View
from bot.dialogue.step import COMMANDS
from tests.dialogue.talk import Talk
from tests.small import small_catalogue

WORDS = [
    "every decision needs seven signatures",
    "nobody dares to touch the old mainframe, and citizens wait for months",
    "alles gaat over zeven schijven en de oude systemen kraken",
    "hello",
    "3",
    "weet niet",
    "somtimes",
    "terug",
    "none of these",
    "what is the weather",
    "<b>&amp;</b> {x} [y](z) *",
    "a" * 5000,
    "\u202e\x00\ud7ff",
    "صباح الخير كيف حالك اليوم",
    "",
]

COUNTS = '"version": "v", "challenges": 1, "practices": 1, "cases": 1, "sources": 1, "examples": 1'
WORK = [
    *(f'{{"work": "{kind}", "outcome": "done", "place": "x.yaml", {COUNTS}}}' for kind in ("reload", "apply", "undo")),
    '{"work": "examine", "outcome": "done"}',
    '{"work": "examine", "outcome": "refused", "reason": "problems", "about": "<b>", "problems": ["<a:1"], "more": 2}',
    '{"work": "health", "outcome": "done", "levels": {}, "rules": {"x": 1}, "scores": {"advice": [1, 2]}}',
]
PROPOSAL = {
    "place": "practices/x.yaml",
    "told": {
        "changes": [{"where": "x/en.title", "before": "a & b", "after": None}],
        "more_changes": 1,
        "one_sided": [["x", "nl"]],
        "shifts": [{"text": "<i>", "moved": []}],
        "more_shifts": 1,
        "tried": 3,
        "problems": ["a <b>"],
        "more": 1,
    },
}

EVENTS = st.one_of(
    st.tuples(st.just("pick"), st.integers(0, 40)),
    st.tuples(st.just("pick"), st.integers(0, 40)),
    st.tuples(st.just("enter"), st.just(0)),
    st.tuples(st.just("enter"), st.just(0)),
    st.tuples(st.just("stale"), st.integers(0, 40)),
    st.tuples(st.just("text"), st.one_of(st.sampled_from(WORDS), st.text(max_size=40))),
    st.tuples(
        st.just("command"),
        st.sampled_from([*COMMANDS, *desk.COMMANDS, "cancel", "resume", "nope", "back", "language nl", ""]),
    ),
    st.tuples(st.just("other"), st.sampled_from(["voice", "photo", "file"])),
    st.tuples(st.just("forged"), st.text(max_size=70)),
    st.tuples(st.just("due"), st.just("check-in")),
    st.tuples(st.just("document"), st.just('{"file": "f", "name": "x.yaml", "size": 3}')),
    st.tuples(st.just("work"), st.sampled_from(WORK)),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(EVENTS, min_size=5, max_size=50), st.sampled_from(["en", "nl"]), st.booleans(), st.booleans())
def test_random_events_never_raise_never_get_stuck_and_always_leave_a_way_on(
    events: list[tuple[str, int | str]], language: str, admin: bool, waiting: bool
) -> None:
    talk = Talk(small_catalogue(), language=language)
    proposal = PROPOSAL if admin and waiting else None
    talk.view = View("Province X", "x@example.org", admin=admin, keepers=True, proposal=proposal, gaps=("a <b>",))
    old = ["0:describe"]
    for kind, value in events:
        labels = talk.labels() if talk.screen else []
        if kind == "pick" and labels:
            talk.push(labels[int(value) % len(labels)][1])
        elif kind == "enter" and talk.screen and talk.screen.onward:
            talk.enter()
        elif kind == "stale":
            talk.push(old[int(value) % len(old)])
        elif kind in ("text", "other", "due", "document", "work"):
            talk.event(kind, str(value))  # type: ignore[arg-type]
        elif kind == "command":
            talk.event("command", f"/{value}")
        elif kind == "forged":
            talk.push(str(value))
        if talk.heard:
            assert talk.heard[-1].rows, "the last thing said always has a way on"
        old += [token for _, token in labels]

    talk.say("/start")
    talk.enter_until("result", "end", most=80)
