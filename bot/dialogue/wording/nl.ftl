# Elke zin die Kompas in het Nederlands zegt. Opmaak: <b>, <i>, <a href="">; nooit over een regeleinde heen.

## Opsommingen
list-end = { $head } en { $last }
quoted = ‘{ $text }’

## Knoppen (een tot vier woorden)
button-describe = Ik vertel het zelf
button-questions = Stel mij vragen
button-topics = Kijk per onderwerp
button-back = Terug
button-skip = Sla over
button-go-on = Verder
button-right = Dat klopt
button-more = Er is nog iets
button-none = Geen van deze
button-all-topics = Alle onderwerpen
button-unknown = Weet ik niet
button-not-applicable = Niet van toepassing
button-unsure = Ik twijfel
button-why = Waarom dit?
button-enough = Zo is het genoeg
button-advice = Toon mijn advies
button-more-advice = Meer
button-not-yet = Nog niet, en waarom
button-plan = Mijn plan
button-forward = Voor een collega
button-further = Volgende bladzijde
button-to-advice = Naar mijn advies
button-done = Doen we al
button-not-for-us = Niets voor ons
button-undo = Zet maar terug
button-next = De volgende
button-finish = Klaar
button-again = Nieuwe situatie
button-erase = Wis alles
button-keep = Laat staan
button-resume = Ga verder
button-number = { NUMBER($number, useGrouping: 0) }
toggle-on = ☑ { $title }
toggle-off = ☐ { $title }

## Begin
start-what = Ik ben <b>Kompas</b>. Ik zoek met u uit wat verandering in uw organisatie tegenhoudt, en wat u het eerst kunt doen. Het kost ongeveer vijf minuten.
start-who = Deze bot is van { $operator }. Geen leidinggevende ziet uw antwoorden. Ze blijven hoogstens { $days } dagen bewaard; wissen kan altijd: /privacy
start-stored = Uw antwoorden blijven bij wie deze bot beheert; geen leidinggevende ziet ze. Ze blijven hoogstens { $days } dagen bewaard; wissen kan altijd: /privacy
start-no-names = Typ alstublieft geen namen en niets vertrouwelijks.
start-invite = Vertel in uw eigen woorden wat er misgaat, of kies een knop.
language-question = In welke taal praten we verder?

## Hulp en privacy
help-how = Typ wat er op uw werk misgaat, zoals u het een collega zou vertellen. Ik stel een paar vragen en zeg dan wat u het eerst kunt doen, en waarom.
help-commands =
    Elke knop kunt u ook typen: de woorden of het nummer. Altijd mogelijk:
    /new – begin met een nieuwe situatie
    /advice – terug naar mijn advies
    /plan – wat u nu, straks en later doet
    /topics – rondkijken zonder vragen
    /language – een andere taal
    /privacy – wat er bewaard wordt, en hoe u het wist
help-contact = Vragen over deze bot: { $contact }
privacy-title = <b>Wat er bewaard wordt en wat niet</b>
privacy-kept = Bewaard, hoogstens { $days } dagen: uw antwoorden, de knelpunten die u herkende en het advies. Wat u typt, blijft alleen bewaard zolang dit gesprek duurt; een nieuw gesprek begint zonder.
privacy-not = Niet bewaard: uw naam en uw nummer. Berichten over intimidatie, veiligheid, integriteit of een burn-out bewaar ik helemaal niet. Geen tekst verlaat de server van deze bot, en er leest geen taalmodel mee.
privacy-rights = U kunt alles wissen, meteen en voorgoed. Niemand krijgt daar bericht van.
privacy-operator = Verantwoordelijk: { $operator }.
forget-question = Zal ik alles van u wissen: uw antwoorden, uw advies en uw plan? Dit kan niet ongedaan worden gemaakt.
forget-done = Klaar: alles van u is gewist.

## Situatie
tell-prompt = Vertel wat er misgaat, in een of meer berichten. Een paar zinnen is genoeg. Liever geen namen.
tell-other-language = Deze taal heb ik niet begrepen. Ik spreek: { $languages }.
nothing-fits = Ik herken hierin geen knelpunt waar ik iets van weet. Gaat het misschien over een van deze onderwerpen? Of vertel het eens anders: wat gebeurt er, en waar loopt het vast?
nothing-fits-again = Ik herken het nog steeds niet. Kies het onderwerp dat het dichtst in de buurt komt; dan vind ik het met mijn vragen.
none-of-these = Dan heb ik het verkeerd gehoord. Kies waar het over gaat, of vertel het anders.
heard-title = <b>Dit hoor ik.</b> Zet uit wat niet klopt.
heard-maybe = <b>Is het een van deze?</b> Ik weet het niet zeker. Zet aan wat klopt.
heard-ticked = ☑ { $title } – <i>‘{ $passage }’</i>
heard-unticked = ☐ { $title } – <i>‘{ $passage }’</i>
topics-question = <b>Waar gaat het over?</b> Kies er een of meer.
topic-line = <b>{ $title }</b>: { $summary }

## Context en volwassenheid
context-question =
    Over u, { $number } van { $of }

    <b>{ $question }</b>
several = Meer dan één mag.
axis-question = <b>{ $question }</b>
axis-option = <b>{ $label }</b>: { $statement }
marks-question = <b>Er speelt veel tegelijk. Wat hiervan herkent u?</b>
mark-on = { NUMBER($number, useGrouping: 0) }. ☑ { $text }
mark-off = { NUMBER($number, useGrouping: 0) }. ☐ { $text }
marks-many = een taai vraagstuk
focus-question = <b>Bijna klaar. Waaraan wilt u nu werken?</b> Zet uit wat voorlopig goed genoeg is. Ik bewaar het, maar dring het niet op.
focus-none = Er bleef niets over, dus heb ik alles laten staan.

## Stellingen
statement-progress =
    { $more ->
        [0] Stelling { $number } · misschien de laatste
        [one] Stelling { $number } · nog ongeveer { $more }
       *[other] Stelling { $number } · nog ongeveer { $more }
    }
statement-text = <b>‘{ $text }’</b>
statement-given = Uw antwoord was: { $answer }.
statement-unsure = Uw volgende antwoord telt hier minder zwaar.
statement-many-unknown = Ik houd op met vragen: u hoeft niet alles te weten. Bij het advies staat waarop het rust.
rating-0 = Helemaal niet
rating-1 = Een beetje
rating-2 = Deels
rating-3 = Grotendeels
rating-4 = Helemaal
typed-rating-0 = nee, nooit, niet, helemaal niet, geen
typed-rating-1 = beetje, weinig, zelden, nauwelijks, amper
typed-rating-2 = soms, deels, half, gedeeltelijk, enigszins
typed-rating-3 = vaak, meestal, grotendeels, vrij veel, behoorlijk
typed-rating-4 = ja, altijd, helemaal, volledig, zeker, absoluut
typed-rating-unknown = weet niet, weet ik niet, geen idee, onbekend, wnie, ?
typed-rating-na = nvt, n.v.t., niet van toepassing
why-between = Uw antwoord kan de eerste stappen veranderen: ‘{ $other }’ kan erbij komen naast ‘{ $first }’.
why-brings = Ik vraag dit vanwege ‘{ $title }’. Als dat bij u sterk speelt, is ‘{ $other }’ de moeite waard.
why-sure = Ik vraag dit om zekerder te zijn over ‘{ $title }’. Aan de eerste stappen verandert het waarschijnlijk niets.

## Resultaat
result-title =
    { $count ->
        [one] <b>Uw eerste stap</b>
       *[other] <b>Uw { $count } eerste stappen</b>
    } ({ $sure })
sure = ik ben { $level }, { $rests }
sure-good = zeker
sure-fair = redelijk zeker
sure-little = niet erg zeker
sure-rests =
    { $texts ->
        [0] op grond van { $rated } antwoorden
       *[other] op grond van uw woorden{ $rated ->
            [0] {""}
            [one] {" "}en één antwoord
           *[other] {" "}en { $rated } antwoorden
        }
    }{ $unknown ->
        [0] {""}
        [one] , één keer ‘weet ik niet’
       *[other] , { $unknown } keer ‘weet ik niet’
    }
result-entry = <b>{ NUMBER($number, useGrouping: 0) }. { $title }</b>
reason = Omdat { $reasons }.
reason-goal = Het bereidt ‘{ $goal }’ voor. Omdat { $reasons }.
reason-part = { $because } ({ $share }%)
reason-rest = door andere punten ({ $share }%)
because-wrote = u schreef ‘{ $passage }’
because-rated = u bij ‘{ $text }’ antwoordde: { $answer }
because-topic = het gaat over ‘{ $title }’
facts = Moeite: { $effort } · eerste resultaat: { $result } · akkoord nodig van: { $who }
result-step = <i>Deze week:</i> { $step }
result-empty = Er is nog te weinig om op te adviseren: niets van wat u vertelde of antwoordde wijst op een knelpunt. Dat kan goed nieuws zijn. Vertel meer, of laat mij vragen stellen.
effort-1 = heel klein
effort-2 = klein
effort-3 = gemiddeld
effort-4 = groot
effort-5 = heel groot
result-in-days = binnen dagen
result-in-weeks = binnen weken
result-in-months = binnen maanden
result-in-year = binnen een jaar
agree-self = alleen uzelf
agree-team = uw team
agree-management = uw leidinggevende
agree-board = de directie
agree-minister = de bewindspersoon of het college
agree-procurement = inkoop
agree-works-council = de ondernemingsraad
cost-none = geen extra geld
cost-low = weinig
cost-medium = een eigen budget
cost-high = een groot budget
profile-title = <b>Wat eruit springt</b>
profile-hardest =
    { $count ->
        [one] Dit weegt bij u het zwaarst: { $titles }.
       *[other] Dit weegt bij u het zwaarst: { $titles }.
    }
profile-challenge = <b>{ $title }</b>
profile-stage = Hoe u wordt geleid en waarop u wordt beoordeeld past bij de fase ‘{ $title }’. { $advice }
profile-tangled = Het is een taai vraagstuk: mensen denken verschillend over wat er aan de hand is en wat zou helpen. Daarom gaan kleine proeven, samen met anderen, vóór een groot plan.
profile-picture = Waar het weegt
profile-picture-note = Langere balk: weegt zwaarder. Lichtere balk: minder zeker.
profile-line = { $title }: { $words }
severity = { $level } ({ $sure })
severity-none = niet gevraagd
severity-0 = nauwelijks een probleem
severity-1 = een klein probleem
severity-2 = deels een probleem
severity-3 = duidelijk een probleem
severity-4 = een zwaar probleem
more-title = <b>Wat daarna komt</b>
not-yet-title = <b>Nog niet, en waarom</b>
not-yet-nothing = Niets hoeft te wachten: met alles wat u helpt, kunt u beginnen.
not-yet-missing = Eerst: ‘{ $practice }’. Die liet u weg, en zonder die gaat het niet.
not-yet-why = { $why }
not-yet-first = { $why } Wat daartegen helpt: ‘{ $practice }’.
changed-came =
    Genoteerd. Nieuw bij de eerste stappen: { $titles }.
changed-order = Genoteerd. De volgorde van de eerste stappen is veranderd.
changed-nothing = Genoteerd. De eerste stappen blijven dezelfde.
forward-title = Uit een gesprek met Kompas, over wat u het eerst kunt doen:
forward-entry = { NUMBER($number, useGrouping: 0) }. { $title }. Deze week: { $step }
forward-end = (Dit bericht kunt u doorsturen: er staat geen antwoord van mij in.)

## Een praktijk
card-title = <b>{ $title }</b>
card-what = { $what } { $why }
card-cost = Kosten: { $cost }
card-needs = Komt na: { $titles }
card-steps = <b>Zo pakt u het aan</b>
card-first-step = 1. <i>Deze week:</i> { $step }
card-step = { NUMBER($number, useGrouping: 0) }. { $step }
card-pitfalls = <b>Waar het op stukloopt</b>
card-point = – { $text }
card-measure = <b>Zo ziet u dat het werkt:</b> { $measure }
card-not-when = <b>Niet doen als:</b> { $not_when }
card-fit-more = Telt bij u zwaarder vanwege: { $options }.
card-fit-less = Telt bij u minder vanwege: { $options }.
card-evidence = <b>Wat erover bekend is:</b> { $text }
card-case = <b>Voorbeeld – { $title }:</b> { $done } { $result }
card-sources = Bronnen: { $sources }
card-contact = Vraag het hier: { $contact }
why-not-question = Wat staat ‘{ $title }’ in de weg?
why-not-tried = Geprobeerd, werkte niet
why-not-no-mandate = Niet aan mij
why-not-no-money = Geen geld
why-not-no-time = Geen tijd
why-not-not-here = Past hier niet

## Plan en einde
plan-title = <b>Uw plan</b>
plan-now = <b>Nu</b>
plan-next = <b>Straks</b>
plan-later = <b>Later</b>
plan-entry = { NUMBER($number, useGrouping: 0) }. { $title }
plan-empty = Er is nog geen plan: vertel eerst wat er misgaat.
end-text = Succes met de eerste stap. Uw advies blijft hier staan: /advice. Eén stap die lukt, is meer waard dan een lange lijst.

## Rondkijken
browse-title = <b>Onderwerpen</b>
browse-domain = <b>{ $title }</b>: { $summary }
browse-challenge =
    <b>{ $title }</b>
    { $summary }
browse-helps = <b>Wat helpt</b>
browse-practice = { NUMBER($number, useGrouping: 0) }. { $title }

## Altijd
care = { $message }
moved-on = Die knop hoort bij een eerder bericht; het gesprek is al verder. Hier zijn we nu:
not-understood = Dat heb ik niet begrepen. Kies een knop, of typ de woorden of het nummer ervan.
other-kind = Ik kan alleen tekst en knoppen lezen. Kunt u het in een paar woorden typen?
unknown-command = Die opdracht ken ik niet. Bij /help staat wat er kan.
knowledge-changed =
    { $count ->
        [one] Mijn kennis is sinds uw vorige bericht vernieuwd; één ding dat u koos, staat er niet meer in.
       *[other] Mijn kennis is sinds uw vorige bericht vernieuwd; { $count } dingen die u koos, staan er niet meer in.
    }
apology = Er ging iets mis aan mijn kant, excuses. Uw antwoorden zijn veilig. Probeer het nog eens; blijft het gebeuren, noem dan nummer { $reference }.
command-start = Beginnen, of zien van wie deze bot is
command-new = Een nieuwe situatie
command-advice = Mijn advies
command-plan = Mijn plan
command-topics = Rondkijken per onderwerp
command-language = Een andere taal
command-help = Wat kan ik hier?
command-privacy = Wat er van mij bewaard wordt
command-forget = Alles van mij wissen
typed-back = terug, vorige
typed-help = hulp
typed-privacy = privacy
typed-language = taal
typed-new = nieuw, opnieuw
typed-start = begin, hoi, hallo, dag, goedemorgen, goedemiddag
typed-plan = mijn plan
typed-advice = advies, mijn advies
typed-topics = onderwerpen
typed-forget = vergeet, vergeet mij, wissen

## Terminal
terminal-resumed = Welkom terug. We gaan verder waar we waren; «kompas chat --new» begint opnieuw.
terminal-bye = Tot de volgende keer. «kompas chat» gaat hier verder.
terminal-hint = Typ een nummer, de woorden van een knop, of uw eigen woorden.
terminal-enter = Enter: { $label }
terminal-too-far = Hier valt niets meer te kiezen. Typ een nummer, of «nieuw» voor een nieuwe situatie.
