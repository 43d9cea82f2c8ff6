"""Whatever people do, in whatever order: nothing raises, nothing gets stuck, there is always a way on."""

from hypothesis import given, settings
from hypothesis import strategies as st

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

EVENTS = st.one_of(
    st.tuples(st.just("pick"), st.integers(0, 40)),
    st.tuples(st.just("pick"), st.integers(0, 40)),
    st.tuples(st.just("enter"), st.just(0)),
    st.tuples(st.just("enter"), st.just(0)),
    st.tuples(st.just("stale"), st.integers(0, 40)),
    st.tuples(st.just("text"), st.one_of(st.sampled_from(WORDS), st.text(max_size=40))),
    st.tuples(st.just("command"), st.sampled_from([*COMMANDS, "cancel", "resume", "nope", "back", "language nl", ""])),
    st.tuples(st.just("other"), st.sampled_from(["voice", "photo", "file"])),
    st.tuples(st.just("forged"), st.text(max_size=70)),
    st.tuples(st.just("due"), st.just("check-in")),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(EVENTS, min_size=5, max_size=50), st.sampled_from(["en", "nl"]))
def test_random_events_never_raise_never_get_stuck_and_always_leave_a_way_on(
    events: list[tuple[str, int | str]], language: str
) -> None:
    talk = Talk(small_catalogue(), language=language)
    old = ["0:describe"]
    for kind, value in events:
        labels = talk.labels() if talk.screen else []
        if kind == "pick" and labels:
            talk.push(labels[int(value) % len(labels)][1])
        elif kind == "enter" and talk.screen and talk.screen.onward:
            talk.enter()
        elif kind == "stale":
            talk.push(old[int(value) % len(old)])
        elif kind in ("text", "other", "due"):
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
