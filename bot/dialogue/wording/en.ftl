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
button-keep = Keep everything
button-resume = Go on
button-number = { NUMBER($number, useGrouping: 0) }
toggle-on = ☑ { $title }
toggle-off = ☐ { $title }

## Start
start-what = I am <b>Kompas</b>. I help you find what holds change back in your organisation, and what to do about it first. It takes about five minutes.
start-who = { $operator } runs this bot. I show your answers to no manager. I keep them for at most { $days } days after your last message; you can erase them at any time: /privacy
start-stored = Your answers stay with whoever runs this bot; I show them to no manager. I keep them for at most { $days } days after your last message; you can erase them at any time: /privacy
start-no-names = Please type no names, and nothing classified.
start-invite = Tell me in your own words what goes wrong, or choose a button.
language-question = Which language shall we use?

## Help and privacy
help-how = Type what goes wrong at work, as you would tell a colleague. I ask a few questions. Then I say what you can do first, and why.
help-commands =
    You can also type every button: its words or its number. At any time:
    /new – start with a new situation
    /advice – back to my advice
    /plan – what to do now, next and later
    /history – my last result, and what it would be now
    /topics – look around without questions
    /language – another language
    /privacy – what I keep, and how to erase it
help-contact = Questions about this bot: { $contact }
privacy-title = <b>What I keep, and what I don’t</b>
privacy-kept = For at most { $days } days after your last message I keep your answers, the challenges you recognised and the advice. I keep what you type until you start a new situation. Whoever runs this bot can look into all of this.
privacy-not = I do not keep the name, user name and phone number of your account. When I recognise that a message is about harassment, safety, integrity or burn-out, I answer it and do not keep it. I send your text to no other service, and no language model reads it. If you use Telegram, Telegram itself sees what you write, as with every bot.
privacy-rights = You can erase everything, at once and for good; nobody is told. Only a backup made by whoever runs this bot is out of my reach.
privacy-operator = { $operator } is responsible for this bot.
forget-question = Shall I erase everything of yours: your answers, your advice and your plan? This cannot be undone.
forget-done = Done: everything of yours has been erased.

## Situation
tell-prompt = Tell me what goes wrong, in one message or a few. Two or three sentences are enough. No names, please.
tell-other-language = I do not understand this language. I speak: { $languages }.
nothing-fits = I do not recognise a challenge in this that I can help with. Tell it in other words (what happens, and where does it get stuck?), or choose below what comes nearest.
nothing-fits-again = I still do not recognise it, sorry. Choose below what comes nearest; then I will ask about it.
none-of-these = Then I misheard. Tell it in other words, or choose below.
heard-title = <b>Here is what I hear.</b> Untick what is wrong.
heard-maybe = <b>Do you mean this, perhaps?</b> I am not sure. Tick what is right, untick what is not.
heard-ticked = ☑ { $title } – <i>“{ $passage }”</i>
heard-unticked = ☐ { $title } – <i>“{ $passage }”</i>
topics-question = <b>What is it about?</b> Choose one or more topics.
topic-line = <b>{ $title }</b>: { $summary }

## Context and maturity
context-question =
    About you · { $number } of { $of }

    <b>{ $question }</b>
several = Tick what fits, then go on.
axis-question = <b>{ $question }</b>
axis-option = <b>{ $label }</b>: { $statement }
marks-question = <b>Much is going on at once. Which of these do you recognise?</b>
mark-on = { NUMBER($number, useGrouping: 0) }. ☑ { $text }
mark-off = { NUMBER($number, useGrouping: 0) }. ☐ { $text }
marks-many = a tangled problem
focus-question = <b>Almost there. Which of these do you want to work on now?</b> Untick what is good enough for the moment: I keep it, but I will not push it.
focus-none = Nothing was left, so I have ticked them all again.

## Statements
statement-progress =
    { $more ->
        [0] Statement { $number } · perhaps the last one
        [one] Statement { $number } · perhaps one more
       *[other] Statement { $number } · about { $more } more
    }
statement-text =
    <b>“{ $text }”</b>
    Is this true where you work?
statement-given = Your answer was: { $answer }.
statement-unsure = Answer as best you can: it will count less heavily.
statement-many-unknown = Nobody can know everything, so I will stop asking about statements. A few quick choices more, and then you get my advice.
rating-0 = Not at all
rating-1 = A little
rating-2 = Partly
rating-3 = Largely
rating-4 = Fully
typed-rating-0 = no, n, never, not, not at all, nope, none, no way, not true, untrue, false, disagree, absolutely not, definitely not, certainly not, never ever
typed-rating-1 = little, a bit, a little bit, very little, rarely, very rarely, seldom, hardly, hardly ever, barely, almost never, slightly, not much, mostly not, usually not, largely not
typed-rating-2 = sometimes, partly, partially, half, half half, fifty fifty, 50/50, so so, in part, somewhat, sort of, kind of, more or less, neutral, now and then, from time to time, not completely, not entirely, not fully, not absolutely, not definitely
typed-rating-3 = often, very often, mostly, usually, largely, quite, a lot, much, for the most part, almost always, nearly always, mostly yes
typed-rating-4 = yes, y, yeah, yep, yup, always, totally, completely, fully, absolutely, definitely, certainly, entirely, true, agree, exactly
typed-rating-unknown = unknown, dont know, don’t know, don't know, do not know, i dont know, i don’t know, i don't know, i do not know, idk, dk, no idea, no clue, dunno, cant say, can’t say, can't say, skip, pass
typed-rating-na = n/a, na, not applicable, doesnt apply, doesn't apply, does not apply, not relevant, irrelevant
why-between = Your answer decides between two steps: “{ $first }” or “{ $other }”.
why-brings = I ask this to learn more about “{ $title }”. If that is a real problem where you work, “{ $other }” may help.
why-sure = I ask this to be surer about “{ $title }”. It will probably not change my advice.

## Result
result-title =
    { $count ->
        [one] <b>Your first step</b>
        [2] <b>Your two first steps</b>
        [3] <b>Your three first steps</b>
       *[other] <b>Your { $count } first steps</b>
    }
    { $sure }
sure = I am { $level } about this. { $rests }.
sure-good = sure
sure-fair = fairly sure
sure-little = not very sure
sure-rests =
    { $texts ->
        [0] { $rated ->
            [0] I go by the topics you chose
            [one] I go by one answer only
           *[other] I go by your { $rated } answers
        }
       *[other] { $rated ->
            [0] I go by your words only
            [one] I go by your words and one answer
           *[other] I go by your words and { $rated } answers
        }
    }{ $unknown ->
        [0] {""}
        [one] ; you answered “don’t know” once
        [2] ; you answered “don’t know” twice
       *[other] ; you answered “don’t know” { $unknown } times
    }
result-entry = <b>{ NUMBER($number, useGrouping: 0) }. { $title }</b>
reason = Because { $reasons }.
reason-goal = Needed before “{ $goal }”. Because { $reasons }.
reason-part = { $because } ({ $share }%)
reason-rest = other points play a part ({ $share }%)
because-wrote = you wrote “{ $passage }”
because-rated = you answered “{ $answer }” to “{ $text }”
because-topic = “{ $title }” plays a part
facts = Effort: { $effort } · first result: { $result } · needs a yes from: { $who }
result-step = <i>This week:</i> { $step }
result-empty = I cannot advise you yet: nothing you told me or answered points to a challenge. That may be good news. Tell me more, or let me ask.
effort-1 = very small
effort-2 = small
effort-3 = medium
effort-4 = large
effort-5 = very large
result-in-days = within days
result-in-weeks = within weeks
result-in-months = within months
result-in-year = within a year
agree-self = nobody but you
agree-team = your team
agree-management = your manager
agree-board = the board
agree-minister = the minister or mayor
agree-procurement = procurement
agree-works-council = the works council
cost-none = no extra money
cost-low = a little money
cost-medium = a budget of its own
cost-high = a large budget
profile-title = <b>What stands out</b>
profile-hardest =
    { $count ->
        [one] This weighs most with you: { $titles }.
       *[other] These weigh most with you: { $titles }.
    }
profile-challenge = <b>“{ $title }”</b>
profile-stage = Your organisation seems to be at the stage “{ $title }”. { $advice }
profile-tangled = It is a tangled problem: people differ on what is wrong and on what would help. That is why small trials, together with others, come before a big plan.
profile-picture = Where the problems are
profile-picture-note = Longer bar: bigger problem. Paler bar: less sure.
profile-line = { $title }: { $words }
severity = { $level } ({ $sure })
severity-none = not asked
severity-0 = hardly a problem
severity-1 = a small problem
severity-2 = partly a problem
severity-3 = a clear problem
severity-4 = a heavy problem
more-title = <b>What comes after that</b>
not-yet-title = <b>Not yet, and why</b>
not-yet-nothing = Nothing has to wait: you can start on everything that helps you.
not-yet-missing = This needs “{ $practice }” first, and that one you left out.
not-yet-why = { $why }
not-yet-first = { $why } What helps against that: “{ $practice }”.
changed-came =
    Noted. New among the first steps: { $titles }.
changed-order = Noted. The order of the first steps has changed.
changed-nothing = Noted. The first steps stay the same.
forward-title = From a conversation with Kompas: what we could do first.
forward-entry = { NUMBER($number, useGrouping: 0) }. { $title }. This week: { $step }
forward-end = (Feel free to pass this on: it holds nobody’s answers.)

## A practice
card-title = <b>{ $title }</b>
card-what = { $what } { $why }
card-cost = Costs: { $cost }
card-needs = Comes after: { $titles }
card-steps = <b>How to do it</b>
card-first-step = 1. <i>This week:</i> { $step }
card-step = { NUMBER($number, useGrouping: 0) }. { $step }
card-pitfalls = <b>What can go wrong</b>
card-point = – { $text }
card-measure = <b>How you see that it works:</b> { $measure }
card-not-when = <b>When not to:</b> { $not_when }
card-fit-more = Ranks higher for you because of: { $options }
card-fit-less = Ranks lower for you because of: { $options }
card-evidence = <b>What is known about it:</b> { $text }
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
plan-empty = There is no plan yet. First tell me what goes wrong.
end-text = Good luck with the first step! One step done well is worth more than a long list. You can find your advice again with /advice.

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
moved-on = That button belongs to an earlier message; the conversation has moved on. This is where we are:
not-understood = I did not understand that. Choose a button, or type its words or number.
other-kind = I can only read text and buttons. Could you type it in a few words?
unknown-command = I do not know that command. /help shows what works.
knowledge-changed =
    { $count ->
        [one] My knowledge has been renewed since your last message; one thing you chose or were advised is no longer in it.
       *[other] My knowledge has been renewed since your last message; { $count } things you chose or were advised are no longer in it.
    }
apology = Something went wrong on my side, sorry. Your answers are safe. Please try again. If it keeps happening, mention number { $reference } to whoever runs this bot.
command-start = Begin, or see who runs this bot
command-new = A new situation
command-advice = My advice
command-plan = My plan
command-topics = Look around by topic
command-language = Another language
command-help = What can I do here?
command-privacy = What I keep of you
command-forget = Erase everything of mine
typed-back = back, go back, previous
typed-help = help, info
typed-privacy = privacy
typed-language = language, dutch, nederlands
typed-new = new, restart, start over, start again, new situation
typed-start = start, hi, hello, hey, good morning, good afternoon, good evening
typed-plan = plan, my plan, the plan
typed-advice = advice, my advice, the advice, result, results
typed-topics = topics, browse, browse topics
typed-forget = forget, forget me, erase, erase everything, delete everything, delete my data

## Terminal
terminal-bye = Until next time. “kompas chat” goes on from here.
terminal-enter = Enter: { $label }
terminal-too-far = There is nothing more to press here. Type a number, or “new” for a new situation.
resumed = Welcome back. We go on where we were; /new starts afresh.
button-adjust = Change my focus
nothing-new = I recognise nothing new in that. What I heard so far stays as it is.
result-handled = Nothing is left to advise: what would help you is done already, was turned down, or has to wait.
result-unknown = You did not know this time, and that is fine. Ask a colleague these statements, or tell me in your own words what goes wrong.
typed-yes = yes, y, yeah, yep, ok, okay, right, correct, that's right, exactly, indeed, true
typed-no = no, n, nope, none, wrong, not right, none of them
typed-why = why, why this, why do you ask
typed-unsure = unsure, not sure, doubt, i doubt it
typed-enough = enough, stop, that's enough, done
typed-go = next, go on, continue, ok, okay, skip, further
button-sure = I’m sure after all
new-first = Is this a new situation? Type /new first; then I start afresh with it.
because-graded = you rated “{ $title }” as “{ $answer }”

## The desk of an admin
desk-help = Send me a YAML file (as a file, not as text), or type /reload, /health, /gaps or /undo.
desk-doing-reload = I am reading the files again.
desk-doing-examine = I am looking at your file. This takes half a minute or so; you can carry on in the meantime.
desk-doing-apply = I am putting it in place.
desk-doing-undo = I am undoing the last change.
desk-doing-health = I am trying out everything I know. The first time this takes a minute or two; you can carry on in the meantime.
desk-reloaded = Read again: { $challenges } challenges, { $practices } practices, { $cases } cases, { $sources } sources, { $examples } examples. I use these from now on (version { $version }).
desk-applied = In place: { $place }. It now counts for everybody (version { $version }). /undo takes it back.
desk-undone = Taken back: { $place } is as it was before (version { $version }).
desk-discarded = Put aside. Nothing has changed.
desk-nothing-sent = No file is waiting for your decision. Send me one.
desk-refused-no-overlay = This bot has no folder for your own changes yet. Whoever runs it must set knowledge.overlay in config.yaml.
desk-refused-file-name = “{ $about }” cannot be the name of an entry. Use a-z, 0-9 and single hyphens, at most 40 characters, then .yaml; for example weekly-demo.yaml. Put no folder in front.
desk-refused-file-kind = I cannot tell what “{ $about }” is: a challenge, a practice, a case or examples? Begin with the file that “kompas new” makes.
desk-refused-too-large = That file is too large: at most { $about }. An ordinary one is much smaller.
desk-refused-not-text = “{ $about }” is not text in UTF-8. Save it as UTF-8 and send it again.
desk-refused-outside = { $about } would end up outside the folder with your changes: a link in that folder leads elsewhere. Nothing has changed.
desk-refused-problems = This file does not fit yet. Nothing has changed; everybody goes on with what was there. Please correct this first:
desk-refused-same = { $about } is exactly the same as what is in place already.
desk-refused-changed-meanwhile = Somebody else changed { $about } while you were deciding, so your file was not put in place. Look at what is there now, and send your file again.
desk-refused-changed-by-hand = { $about } was changed after that, outside this chat. I will not overwrite it. Correct the file itself, then type /reload.
desk-refused-nothing-to-undo = There is nothing to take back.
desk-refused-unwritable = I am not allowed to write { $about } in the folder with your changes. Whoever runs this bot must change the permissions of that folder.
desk-refused-not-fetched = I could not fetch your file from Telegram. Please send it again.
desk-refused-no-proposal = No file is waiting for your decision. Send me one.
desk-refused-failed = That did not work ({ $about }). Nothing has changed; please try again.
desk-more = … and { $count } more.
desk-preview = <b>{ $place }</b> is in order. This is what would change:
desk-preview-same = Nothing that people get to read.
desk-preview-problems = Better correct this first:
desk-preview-choice = Shall I put it in place?
desk-change = – <i>{ $where }</i>: “{ $before }” → “{ $after }”
desk-change-new = – <i>{ $where }</i>: new: “{ $after }”
desk-change-gone = – <i>{ $where }</i>: removed: “{ $before }”
desk-one-sided = ⚠ { $entry } changes in one language only; { $languages } stays as it was. Do they still say the same?
desk-dry-run =
    { $count ->
        [0] None of the { $tried } example situations gets different advice.
        [one] One of the { $tried } example situations gets different advice:
       *[other] { $count } of the { $tried } example situations get different advice:
    }
desk-shift = “{ $text }”
desk-moved = – { $practice }: { $from_place } → { $to_place }
desk-moved-why = ({ $challenge }: { $before } → { $after })
desk-place = place { NUMBER($number, useGrouping: 0) }
desk-no-place = not among the first five
desk-health = <b>Content { $version }</b>: { $errors } errors, { $warnings } warnings, { $notes } notes.
desk-health-challenges = Examples with an expected challenge among the first three: { $hits } of { $of } ({ $percent }%).
desk-health-practices = Examples with all expected practices among the first five: { $hits } of { $of } ({ $percent }%).
desk-health-advice = The same once the challenge is known: { $hits } of { $of } ({ $percent }%).
desk-health-nothing = Examples that should fit nothing, and fitted nothing: { $hits } of { $of } ({ $percent }%).
desk-health-rules = How often each rule was broken: { $rules }. “kompas check --deep” shows each place.
desk-no-gaps = Nothing yet. When I recognise nothing in a message, I ask whether you may read it; nobody has said yes so far.
desk-gaps =
    <b>What I did not recognise</b> ({ $shown } of { $count }, newest first; these people agreed that you may read it):
    { $gaps }
button-apply = Put in place
button-discard = Discard
button-let-read = You may read this
gap-question = May those who keep my knowledge up to date read this text, so that I may understand it next time? They see it only if you press the button below; /privacy says more.
gap-kept = Thank you. They can read that text, and nothing else from you.
help-desk =
    <b>You keep the knowledge base.</b> Send me a YAML file (as a file, not as text): I check it, and show what it would change before anything really does.
    /reload – read the knowledge base again
    /health – how good the content is
    /gaps – what people wrote that I did not recognise
    /undo – take back the last change
privacy-gaps = When I recognise nothing, I ask whether those who keep the knowledge base may read that text. They see it only if you say yes, and without your name. It is erased with everything else.

## An earlier result
command-history = My last result, and what it would be now
typed-history = history, my history, last result, last time, my last result
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { NUMBER($year, useGrouping: 0) }
history-nothing = You have no finished result yet. Tell me what is going wrong, and you have one in about five minutes.
history-title = <b>Your result of { $date }</b>
history-same = My knowledge has not changed since. This was the advice:
history-changed = My knowledge has changed since. This was the advice; behind it stands where the same answers would put it today:
history-entry = { NUMBER($number, useGrouping: 0) }. { $title }
history-now = { NUMBER($number, useGrouping: 0) }. { $title } – { $now }
history-is-place = now place { NUMBER($number, useGrouping: 0) }
history-is-out = no longer among my recommendations for you
history-is-gone = no longer in my knowledge
history-is-replaced = now part of “{ $title }”
history-new = New at place { NUMBER($number, useGrouping: 0) }: { $title }
history-gone =
    { $count ->
        [one] One of your answers no longer counts: what it was about is no longer in my knowledge.
       *[other] { $count } of your answers no longer count: what they were about is no longer in my knowledge.
    }
desk-undone-new = Taken back: { $place } is gone again (version { $version }).
desk-refused-empty = “{ $about }” is empty. Write the entry in it first, or begin with the file that “kompas new” makes.
desk-refused-nothing-to-disable = Nothing here is called “{ $about }”, so there is nothing to switch off. The name of the file is the name of the entry.
desk-refused-other-problems = I cannot judge { $about } yet, because another file has an error. That one comes first; then type /reload and send yours again. If you did not change it, tell whoever runs this bot:
link-unknown = What that link leads to is not (or no longer) here.
