"""The situation: told in the person's own words, and what Kompas heard in it (DESIGN 5.2)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.advice.care import care_word
from bot.advice.matching import TextMatch, matcher
from bot.advice.model import FITS, NOTHING_FITS, Match
from bot.advice.verdict import verdict
from bot.dialogue import flow
from bot.dialogue.event import KeepGap
from bot.dialogue.reply import escape
from bot.dialogue.room import Move, Note, Part, Room, Row, Screen, rows_of, toggled
from bot.dialogue.state import SHOWN, State
from bot.dialogue.wording import Markup

LONGEST_SITUATION = 6_000
"""Characters of a situation that are kept; more is not read on a phone and not needed."""

LONGEST_GAP = 1_000
"""Characters of a text that nothing fitted which those who keep the knowledge base may read."""

FEWEST_WORDS_MORE = 3
"""A further message of fewer words is an answer that was not understood, not more of the situation."""

FEW_WORDS = 8
"""In a text of so few words, one word of trouble is what it is about, unless a challenge clearly fits."""

MOST_TICKED = 12
"""Challenges that can be ticked at once: more is not a situation but an organisation chart."""

TICKED_FROM = 0.25
"""Score from which a match is ticked beforehand; the best always is. Unticking is one tap: rather one too many."""


def show_tell(room: Room) -> Screen:
    buttons = (room.button("button-questions", "questions"), room.button("button-back", "back"))
    return Screen(room.say("tell-prompt"), rows_of(buttons), "questions")


def press_tell(room: Room, action: str, _argument: str) -> Move | None:
    return Move(room.state.to("topics")) if action == "questions" else None


def hear(room: Room, text: str) -> Move:
    """Free text is the situation, or one more message of it: that only adds, what was ticked or unticked stays so."""
    state = room.state
    if state.matches and len(text.split()) < FEWEST_WORDS_MORE:
        return Move(state, lead=room.say("not-understood"))
    alone = matcher(room.catalogue).match(text, state.language)
    unclear = alone.verdict == NOTHING_FITS or (alone.verdict != FITS and len(text.split()) <= FEW_WORDS)
    if unclear and (topic := care_word(room.catalogue, text)):
        return care(room, topic, alone)
    if not alone.understood:
        return Move(state, lead=room.say("tell-other-language", languages=_names(room)))
    room = room.with_state(state := _spoken(state, alone))
    texts = _within((*state.texts, text.strip()))
    found = matcher(room.catalogue).match("\n".join(texts), state.language) if state.texts else alone
    if NOTHING_FITS in (alone.verdict, found.verdict):
        return _nothing(room, texts)
    said = [match for match in (*alone.matches, *found.matches) if match.verdict != NOTHING_FITS]
    return Move(_heard(state, texts, said).to("heard"))


def _spoken(state: State, found: TextMatch) -> State:
    """The state in the language of a text, where it is the first thing that somebody tells."""
    first = not state.texts and not state.asked
    return replace(state, language=found.language) if first and found.understood else state


def _heard(state: State, texts: tuple[str, ...], found: Sequence[Match]) -> State:
    """The state with new matches added: ticked ones first, then by score."""
    best = {match.challenge: match for match in state.matches}
    fresh: list[str] = []
    for match in found:
        if match.challenge not in best:
            fresh.append(match.challenge)
        if match.challenge not in best or match.score > best[match.challenge].score:
            best[match.challenge] = match
    likely: list[str] = []
    said = {best[id].because.passage for id in state.ticked if id in best}
    for id in sorted(fresh, key=lambda id: (-best[id].score, id)):
        # one thing said is one challenge at first, unless both clearly fit
        again = best[id].because.passage in said and best[id].verdict != FITS
        if not likely or (best[id].score >= TICKED_FROM and not again):
            likely.append(id)
            said.add(best[id].because.passage)
    ticked = (*state.ticked, *likely[:SHOWN])[:MOST_TICKED]
    order = sorted(
        best.values(),
        key=lambda match: (match.challenge not in ticked, match.challenge not in fresh, -match.score, match.challenge),
    )
    return replace(state, texts=texts, matches=tuple(order), ticked=ticked, confirmed=False)


def _within(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The latest messages that fit into LONGEST_SITUATION."""
    kept: list[str] = []
    left = LONGEST_SITUATION
    for text in reversed(texts):
        if left <= 0:
            break
        kept.append(text[:left])
        left -= len(text)
    return tuple(reversed(kept))


def _nothing(room: Room, texts: tuple[str, ...]) -> Move:
    """Nothing fits: say so, and offer the domains; one more try in other words counts together with this one."""
    if room.state.matches:
        return Move(room.state, lead=room.say("nothing-new"))
    lead = room.say("nothing-fits-again" if room.state.texts else "nothing-fits")
    return Move(replace(room.state, texts=texts).to("topics"), lead=lead)


def care(room: Room, topic: str, found: TextMatch) -> Move:
    """The calm answer to what asks for care before advice; the conversation stays where it is, nothing is kept."""
    room = room.with_state(_spoken(room.state, found))
    return Move(room.state, notes=(Note(room.say("care", message=room.of(room.catalogue.care[topic]).message)),))


def _names(room: Room) -> Markup:
    return Markup(", ".join(escape(rules.name) for rules in room.catalogue.languages.values()))


def shown(state: State) -> tuple[Match, ...]:
    """The matches on the screen: six, and whatever else is ticked, since a choice never goes out of sight."""
    return state.matches[: max(SHOWN, len(state.ticked))]


def show_heard(room: Room) -> Screen:
    """Up to six challenges as toggles, best first, each with the person's own words."""
    here = shown(room.state)
    best = max((match.score for match in here), default=0.0)
    lines = [room.say("heard-title" if verdict(best) == FITS else "heard-maybe"), ""]
    for match in here:
        key = "heard-ticked" if match.challenge in room.state.ticked else "heard-unticked"
        lines.append(room.say(key, title=room.title(match.challenge), passage=match.because.passage))
    toggles = tuple(
        (room.toggle(m.challenge in room.state.ticked, room.title(m.challenge), f"toggle:{m.challenge}"),) for m in here
    )
    buttons = [room.button("button-right", "right")] if room.state.ticked else []
    buttons += [
        room.button("button-more", "more"),
        room.button("button-none", "none"),
        room.button("button-back", "back"),
    ]
    return Screen("\n".join(lines), (*toggles, *rows_of(buttons)), "right" if room.state.ticked else "none")


def press_heard(room: Room, action: str, argument: str) -> Move | None:
    if action == "toggle" and argument in {match.challenge for match in shown(room.state)}:
        ticked = toggled(room.state.ticked, argument)
        rejected = (
            toggled(room.state.rejected, argument)
            if argument in room.state.ticked
            else tuple(id for id in room.state.rejected if id != argument)
        )
        return Move(replace(room.state, ticked=ticked, rejected=rejected))
    if action == "right" and room.state.ticked:
        return Move(flow.after_situation(room.with_state(replace(room.state, confirmed=True))))
    if action == "more":
        return Move(room.state.to("tell"))
    if action == "none":
        unticked = (match.challenge for match in shown(room.state))
        state = replace(room.state, ticked=(), rejected=tuple(dict.fromkeys((*room.state.rejected, *unticked))))
        return Move(state.to("topics"), lead=room.say("none-of-these"))
    return None


def show_topics(room: Room) -> Screen:
    """The domains, to be asked about; several may be chosen."""
    chosen = room.state.topics
    asks = room.view.keepers and room.state.texts and not room.state.matches and not room.state.let_read
    lines = [room.say("topics-question"), ""]
    lines += [_domain_line(room, id) for id in room.catalogue.domains]
    toggles = [
        room.toggle(id in chosen, room.of(domain.text).title, f"topic:{id}")
        for id, domain in room.catalogue.domains.items()
    ]
    onward = room.button("button-go-on" if chosen else "button-all-topics", "go")
    last: tuple[Row, ...] = ((onward, room.button("button-back", "back")),)
    if asks:
        lines += ["", room.say("gap-question")]
        last = (*last, (room.button("button-let-read", "read"),))
    return Screen("\n".join(lines), (*rows_of(toggles), *last), "go")


def _domain_line(room: Room, id: str) -> str:
    text = room.of(room.catalogue.domains[id].text)
    return room.say("topic-line", title=text.title, summary=text.summary)


def press_topics(room: Room, action: str, argument: str) -> Move | None:
    if action == "topic" and argument in room.catalogue.domains:
        return Move(replace(room.state, topics=toggled(room.state.topics, argument)))
    if action == "read":
        kept = KeepGap("\n".join(room.state.texts)[:LONGEST_GAP])
        return Move(replace(room.state, let_read=True), lead=room.say("gap-kept"), effects=(kept,))
    if action == "go":
        topics = room.state.topics or tuple(room.catalogue.domains)
        chosen = room.with_state(replace(room.state, topics=topics))
        return Move(flow.after_situation(chosen))
    return None


PARTS = {
    "tell": Part(show_tell, press_tell, hear),
    "heard": Part(show_heard, press_heard, hear),
    "topics": Part(show_topics, press_topics, hear),
}
