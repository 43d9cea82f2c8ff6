# Every sentence Kompas says in English. Markup: <b>, <i>, <a href="">; never across a line end.

## Lists
list-end = { $head } and { $last }
quoted = “{ $text }”

## Buttons (one to four words)
button-describe = Describe my situation
button-questions = Ask me questions
button-topics = Browse topics
button-back = Back
button-skip = Skip
button-go-on = Go on
button-right = That’s right
button-more = Something else too
button-none = None of these
button-all-topics = All topics
button-unknown = Don’t know
button-not-applicable = Doesn’t apply
button-unsure = I’m not sure
button-why = Why this?
button-enough = That’s enough
button-advice = Show my advice
button-more-advice = More
button-not-yet = Not yet, and why
button-plan = My plan
button-forward = Send to a colleague
button-further = Next page
button-to-advice = To my advice
button-done = Already doing it
button-not-for-us = Not for us
button-undo = Put it back
button-next = Next one
button-finish = Finish
button-again = New situation
button-erase = Erase everything
button-keep = Keep it
button-resume = Go on where I was
button-number = { NUMBER($number, useGrouping: 0) }
toggle-on = ☑ { $title }
toggle-off = ☐ { $title }

## Start
start-what = I am <b>Kompas</b>. I help you find what holds change back in your organisation, and what to do first. It takes about five minutes.
start-who = { $operator } runs this bot. No manager sees your answers. They are kept for at most { $days } days; you can erase them at any time: /privacy
start-stored = Your answers stay with whoever runs this bot; no manager sees them. They are kept for at most { $days } days; you can erase them at any time: /privacy
start-no-names = Please type no names and nothing classified.
start-invite = Tell me what goes wrong, in your own words, or choose a button.
language-question = Which language shall we use?

## Help and privacy
help-how = Type what goes wrong at work, as you would tell a colleague. I ask a few questions, and then say what to do first, and why.
help-commands =
    Every button can be typed: its words or its number. At any time:
    /new – start with a new situation
    /advice – back to my advice
    /plan – what to do now, next and later
    /topics – browse without questions
    /language – another language
    /privacy – what is kept, and how to erase it
help-contact = Questions about this bot: { $contact }
privacy-title = <b>What is kept, and what is not</b>
privacy-kept = Kept, for at most { $days } days: your answers, the challenges you recognised and the advice. What you type is kept only while this assessment lasts; a new one starts without it.
privacy-not = Not kept: your name and your number. Messages about harassment, safety, integrity or burn-out are not kept at all. No text leaves the server that runs this bot, and no language model reads it.
privacy-rights = You can erase everything, at once and for good. Nobody is told.
privacy-operator = Responsible: { $operator }.
forget-question = Erase everything of you: your answers, your advice and your plan? This cannot be undone.
forget-done = Done: everything of you has been erased.

## Situation
tell-prompt = Tell me what goes wrong, in one or a few messages. A few sentences are enough. No names, please.
tell-other-language = I did not understand this language. I speak: { $languages }.
nothing-fits = I do not recognise a challenge in this that I know something about. Perhaps it is one of these topics? Or tell it in other words: what happens, and what gets stuck?
nothing-fits-again = I still do not recognise it. Choose the topic that comes nearest; then my questions will find it.
none-of-these = Then I heard wrong. Choose the topics it is about, or tell it in other words.
heard-title = <b>Here is what I hear.</b> Untick what is wrong.
heard-maybe = <b>Is it one of these?</b> I am not sure. Tick what is right.
heard-ticked = ☑ { $title } – <i>“{ $passage }”</i>
heard-unticked = ☐ { $title } – <i>“{ $passage }”</i>
topics-question = <b>What is it about?</b> Choose one or more.
topic-line = <b>{ $title }</b>: { $summary }

## Context and maturity
context-question =
    About you, { $number } of { $of }

    <b>{ $question }</b>
several = More than one is possible.
axis-question = <b>{ $question }</b>
axis-option = <b>{ $label }</b>: { $statement }
marks-question = <b>Much is going on at once. Which of these do you recognise?</b>
mark-on = { NUMBER($number, useGrouping: 0) }. ☑ { $text }
mark-off = { NUMBER($number, useGrouping: 0) }. ☐ { $text }
marks-many = a tangled problem
focus-question = <b>Almost there. Which of these do you want to work on now?</b> Untick what is good enough for the moment. I keep it, but I will not push it.
focus-none = Nothing was left, so I kept them all.

## Statements
statement-progress =
    { $more ->
        [0] Statement { $number } · perhaps the last one
        [one] Statement { $number } · about { $more } more
       *[other] Statement { $number } · about { $more } more
    }
statement-text = <b>“{ $text }”</b>
statement-given = Your answer was: { $answer }.
statement-unsure = I will count your next answer here less heavily.
statement-many-unknown = I will stop asking: you cannot know everything. The advice says what it rests on.
rating-0 = Not at all
rating-1 = A little
rating-2 = Partly
rating-3 = Largely
rating-4 = Fully
typed-rating-0 = no, never, not, not at all, nope, none
typed-rating-1 = little, a bit, rarely, seldom, hardly, slightly
typed-rating-2 = sometimes, partly, half, so so, in part, somewhat
typed-rating-3 = often, mostly, usually, largely, quite, a lot
typed-rating-4 = yes, always, totally, completely, fully, absolutely
typed-rating-unknown = unknown, dont know, don’t know, don't know, no idea, dunno, skip, ?
typed-rating-na = n/a, na, not applicable, doesnt apply, doesn't apply, does not apply
why-between = Your answer may change the first steps: “{ $other }” could come in beside “{ $first }”.
why-brings = I ask because of “{ $title }”. If it is strong with you, “{ $other }” is worth doing.
why-sure = I ask to be surer about “{ $title }”. It will probably not change the first steps.

## Result
result-title =
    { $count ->
        [one] <b>Your first step</b>
       *[other] <b>Your { $count } first steps</b>
    } ({ $sure })
sure = I am { $level }, { $rests }
sure-good = sure
sure-fair = fairly sure
sure-little = not very sure
sure-rests =
    { $texts ->
        [0] based on { $rated } answers
       *[other] based on your words{ $rated ->
            [0] {""}
            [one] {" "}and one answer
           *[other] {" "}and { $rated } answers
        }
    }{ $unknown ->
        [0] {""}
        [one] , one “don’t know”
       *[other] , { $unknown } times “don’t know”
    }
result-entry = <b>{ NUMBER($number, useGrouping: 0) }. { $title }</b>
reason = Because { $reasons }.
reason-goal = It prepares “{ $goal }”. Because { $reasons }.
reason-part = { $because } ({ $share }%)
reason-rest = other points ({ $share }%)
because-wrote = you wrote “{ $passage }”
because-rated = you rated “{ $text }”: { $answer }
because-topic = it is about “{ $title }”
facts = Effort: { $effort } · first result: { $result } · must agree: { $who }
result-step = <i>This week:</i> { $step }
result-empty = So far there is too little to advise on: nothing you told or answered points to a challenge. That may be good news. Tell me more, or let me ask.
effort-1 = very small
effort-2 = small
effort-3 = medium
effort-4 = large
effort-5 = very large
result-in-days = in days
result-in-weeks = in weeks
result-in-months = in months
result-in-year = in a year
agree-self = only you
agree-team = your team
agree-management = your manager
agree-board = the board
agree-minister = the minister or mayor
agree-procurement = procurement
agree-works-council = the works council
cost-none = no extra money
cost-low = little
cost-medium = a budget of its own
cost-high = a large budget
profile-title = <b>What stands out</b>
profile-hardest =
    { $count ->
        [one] What weighs most with you: { $titles }.
       *[other] What weighs most with you: { $titles }.
    }
profile-challenge = <b>{ $title }</b>
profile-stage = The way you are led and judged fits the stage “{ $title }”. { $advice }
profile-tangled = It is a tangled problem: people differ on what it is and what would help. So small tries, together with others, come before a big plan.
profile-picture = Where it weighs
profile-picture-note = Longer bar: weighs more. Pale bar: less sure.
profile-line = { $title }: { $words }
severity = { $level } ({ $sure })
severity-none = not asked
severity-0 = hardly a problem
severity-1 = a small problem
severity-2 = a problem in part
severity-3 = a clear problem
severity-4 = a heavy problem
more-title = <b>What comes after that</b>
not-yet-title = <b>Not yet, and why</b>
not-yet-nothing = Nothing has to wait: everything that helps you can be started.
not-yet-missing = First: “{ $practice }”. You left that out, and this one cannot do without it.
not-yet-why = { $why }
not-yet-first = { $why } What takes that away: “{ $practice }”.
changed-came =
    Noted. New among the first steps: { $titles }.
changed-order = Noted. The order of the first steps has changed.
changed-nothing = Noted. The first steps stay the same.
forward-title = From a talk with Kompas, about what to do first:
forward-entry = { NUMBER($number, useGrouping: 0) }. { $title }. This week: { $step }
forward-end = (You can forward this message: it holds none of my answers.)

## A practice
card-title = <b>{ $title }</b>
card-what = { $what } { $why }
card-cost = Costs: { $cost }
card-needs = Comes after: { $titles }
card-steps = <b>How</b>
card-first-step = 1. <i>This week:</i> { $step }
card-step = { NUMBER($number, useGrouping: 0) }. { $step }
card-pitfalls = <b>What goes wrong</b>
card-point = – { $text }
card-measure = <b>How you see that it works:</b> { $measure }
card-not-when = <b>Not when:</b> { $not_when }
card-fit-more = Counts more with you, because of: { $options }.
card-fit-less = Counts less with you, because of: { $options }.
card-evidence = <b>Known about it:</b> { $text }
card-case = <b>Example – { $title }:</b> { $done } { $result }
card-sources = Sources: { $sources }
card-contact = Ask here: { $contact }
why-not-question = What stands in the way of “{ $title }”?
why-not-tried = Tried, didn’t work
why-not-no-mandate = Not in my power
why-not-no-money = No money
why-not-no-time = No time
why-not-not-here = Doesn’t fit here

## Plan and end
plan-title = <b>Your plan</b>
plan-now = <b>Now</b>
plan-next = <b>Next</b>
plan-later = <b>Later</b>
plan-entry = { NUMBER($number, useGrouping: 0) }. { $title }
plan-empty = There is no plan yet: first tell me what goes wrong.
end-text = Good luck with the first step. Your advice stays here: /advice. One step done well is worth more than a long list.

## Browse
browse-title = <b>Topics</b>
browse-domain = <b>{ $title }</b>: { $summary }
browse-challenge =
    <b>{ $title }</b>
    { $summary }
browse-helps = <b>What helps</b>
browse-practice = { NUMBER($number, useGrouping: 0) }. { $title }

## At any time
care = { $message }
moved-on = That button is from an earlier message; the conversation has moved on. This is where we are:
not-understood = I did not understand that. Choose a button, or type its words or number.
other-kind = I can read text and buttons, nothing else. Type it in a few words?
unknown-command = I do not know that command. /help says what works.
knowledge-changed =
    { $count ->
        [one] My knowledge has been renewed since your last message; one thing you chose is no longer in it.
       *[other] My knowledge has been renewed since your last message; { $count } things you chose are no longer in it.
    }
apology = Something went wrong on my side, I am sorry. Your answers are safe. Please try again; if it keeps happening, mention number { $reference }.
command-start = Begin, or see who runs this bot
command-new = A new situation
command-advice = My advice
command-plan = My plan
command-topics = Browse topics
command-language = Another language
command-help = What can I do here?
command-privacy = What is kept of me
command-forget = Erase everything of me
typed-back = back, previous
typed-help = help
typed-privacy = privacy
typed-language = language
typed-new = new, restart
typed-start = start, hi, hello, hey, good morning, good afternoon
typed-plan = plan, my plan
typed-advice = advice, my advice
typed-topics = topics, browse
typed-forget = forget, forget me, erase

## Terminal
terminal-resumed = Welcome back. We go on where we were; «kompas chat --new» starts afresh.
terminal-bye = Until next time. «kompas chat» goes on from here.
terminal-hint = Type a number, the words of a button, or your own words.
terminal-enter = Enter: { $label }
terminal-too-far = There is nothing more to press here. Type a number, or «new» for a new situation.
