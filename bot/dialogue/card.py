"""One practice on a phone screen: what, why for you, the steps, who must agree, pitfalls, how to see that it works."""

from collections.abc import Iterator

from bot.advice.model import Practice, Recommendation
from bot.dialogue.reasons import short_reasons
from bot.dialogue.reply import escape
from bot.dialogue.room import Room, Row, Screen, rows_of
from bot.dialogue.wording import Markup, listed

REASONS = ("tried", "no-mandate", "no-money", "no-time", "not-here")
"""Why a practice is not for somebody: kept with the assessment, so that a pattern can be seen."""


def first_step(step: str) -> str:
    """The step without the words "This week:" that it begins with: the screen says these itself."""
    head, colon, rest = step.partition(":")
    if colon and len(head) <= 12 and rest.strip():
        return rest.strip()[:1].upper() + rest.strip()[1:]
    return step


def facts(room: Room, practice: Practice) -> Markup:
    """Effort, time to the first result, cost and who must agree, in one line."""
    who = listed(room.state.language, [room.say(f"agree-{role}") for role in practice.agree])
    return room.say(
        "facts",
        effort=room.say(f"effort-{practice.effort}"),
        result=room.say(f"result-in-{practice.first_result}"),
        who=who,
    )


def show(room: Room) -> Screen:
    """The whole card; nothing is left out without a word."""
    practice = room.catalogue.practices[room.state.argument]
    lines = list(_lines(room, practice))
    return Screen("\n".join(lines), _rows(room, practice), _onward(room, practice.id))


def _mine(room: Room, id: str) -> Recommendation | None:
    return next((r for r in room.advice.recommendations if r.practice == id), None)


def _lines(room: Room, practice: Practice) -> Iterator[str]:
    text = room.of(practice.text)
    mine = _mine(room, practice.id)
    yield room.say("card-title", title=text.title)
    yield room.say("card-what", what=text.what, why=text.why)
    if mine:
        yield ""
        yield short_reasons(room, mine)
        yield from _fit(room, mine)
    yield ""
    yield facts(room, practice)
    yield room.say("card-cost", cost=room.say(f"cost-{practice.cost}"))
    if practice.needs:
        titles = [room.say("quoted", text=room.practice(id)) for id in practice.needs]
        yield room.say("card-needs", titles=listed(room.state.language, titles))
    yield ""
    yield room.say("card-steps")
    yield room.say("card-first-step", step=first_step(text.steps[0]))
    for number, step in enumerate(text.steps[1:], start=2):
        yield room.say("card-step", number=number, step=step)
    yield ""
    yield room.say("card-pitfalls")
    for pitfall in text.pitfalls:
        yield room.say("card-point", text=pitfall)
    yield ""
    yield room.say("card-measure", measure=text.measure)
    if text.not_when:
        yield room.say("card-not-when", not_when=text.not_when)
    yield from _proof(room, practice)


def _fit(room: Room, mine: Recommendation) -> Iterator[str]:
    """Which answers about the context made it count more or less."""
    for key, more in (("card-fit-more", True), ("card-fit-less", False)):
        options = [
            room.say("quoted", text=_option(room, f.dimension, f.option)) for f in mine.fit if (f.factor > 1) == more
        ]
        if options:
            yield room.say(key, options=listed(room.state.language, options))


def _option(room: Room, dimension: str, option: str) -> str:
    if dimension in room.catalogue.context:
        return room.of(room.catalogue.context[dimension].options[option])
    maturity = room.catalogue.maturity
    if dimension == "stage":
        return room.of(maturity.stages[option]).title
    return room.of(maturity.marks[option]) if option in maturity.marks else str(room.say("marks-many"))


def _proof(room: Room, practice: Practice) -> Iterator[str]:
    """Findings, cases, sources with links, and the site's own contacts."""
    for finding in practice.evidence:
        yield ""
        yield room.say("card-evidence", text=room.of(finding.text))
    cases = [room.catalogue.cases[id] for id in practice.cases if id in room.catalogue.cases]
    for case in sorted(cases, key=lambda case: case.level not in room.state.context.get("level", ()))[:1]:
        text = room.of(case.text)
        yield ""
        yield room.say("card-case", title=text.title, done=text.done, result=text.result)
    sources = [room.catalogue.sources[id] for id in practice.sources if id in room.catalogue.sources]
    if sources:
        yield ""
        yield room.say("card-sources", sources=listed(room.state.language, [_source(s.title, s.url) for s in sources]))
    for contact in practice.contacts:
        yield room.say("card-contact", contact=contact)
    for link in practice.links:
        yield _source(link.title, link.url)


def _source(title: str, url: str | None) -> str:
    return f'<a href="{escape(url)}">{escape(title)}</a>' if url else escape(title)


def _rows(room: Room, practice: Practice) -> tuple[Row, ...]:
    state = room.state
    if practice.id in state.done or practice.id in state.excluded:
        buttons = [room.button("button-undo", "undo")]
    elif _mine(room, practice.id):
        buttons = [room.button("button-done", "done"), room.button("button-not-for-us", "notforus")]
    else:
        buttons = []
    onward = _onward(room, practice.id)
    if onward.startswith("open:"):
        buttons.append(room.button("button-next", onward))
    elif onward == "plan":
        buttons.append(room.button("button-plan", "plan"))
    ways = "result" if _mine(room, practice.id) else "back"
    buttons.append(room.button("button-to-advice" if ways == "result" else "button-back", ways))
    return rows_of(buttons)


def _onward(room: Room, id: str) -> str:
    """The next of the first three recommendations, then the plan."""
    first = [r.practice for r in room.ordered[:3]]
    if id not in first:
        return "result" if _mine(room, id) else "back"
    place = first.index(id) + 1
    return f"open:{first[place]}" if place < len(first) else "plan"


def show_why_not(room: Room) -> Screen:
    """Not for us: one tap to say why."""
    buttons = [room.button(f"why-not-{reason}", f"reason:{reason}") for reason in REASONS]
    title = room.practice(room.state.argument)
    return Screen(
        room.say("why-not-question", title=title), rows_of((*buttons, room.button("button-back", "back"))), "back"
    )
