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
button-further = Volgende pagina
button-to-advice = Naar mijn advies
button-done = Doen we al
button-not-for-us = Niets voor ons
button-undo = Zet maar terug
button-next = De volgende
button-finish = Klaar
button-again = Nieuwe situatie
button-erase = Wis alles
button-keep = Niet wissen
button-resume = Ga verder
button-number = { NUMBER($number, useGrouping: 0) }
toggle-on = ☑ { $title }
toggle-off = ☐ { $title }

## Begin
start-what = Ik ben <b>Kompas</b>. Samen zoeken we uit wat verandering in uw organisatie tegenhoudt, en wat u daar het eerst aan kunt doen. Het kost ongeveer vijf minuten.
start-who = Deze bot is van { $operator }. Ik laat uw antwoorden aan geen enkele leidinggevende zien. Ik bewaar ze tot hoogstens { $days } dagen na uw laatste bericht; wissen kan altijd: /privacy
start-stored = Uw antwoorden blijven bij wie deze bot beheert; ik laat ze aan geen enkele leidinggevende zien. Ik bewaar ze tot hoogstens { $days } dagen na uw laatste bericht; wissen kan altijd: /privacy
start-no-names = Noem alstublieft geen namen en niets vertrouwelijks.
start-invite = Vertel in uw eigen woorden wat er misgaat, of kies een knop.
language-question = In welke taal gaan we verder?

## Hulp en privacy
help-how = Typ wat er op uw werk misgaat, zoals u het aan een collega zou vertellen. Ik stel een paar vragen. Daarna zeg ik wat u het eerst kunt doen, en waarom.
help-commands =
    U kunt elke knop ook typen: de woorden of het nummer. Dit kan altijd:
    /new – begin met een nieuwe situatie
    /advice – terug naar mijn advies
    /plan – wat u nu, straks en later doet
    /topics – rondkijken zonder vragen
    /language – een andere taal
    /privacy – wat ik bewaar, en hoe u het wist
help-contact = Vragen over deze bot: { $contact }
privacy-title = <b>Wat ik bewaar en wat niet</b>
privacy-kept = Tot hoogstens { $days } dagen na uw laatste bericht bewaar ik uw antwoorden, de knelpunten die u herkende en het advies. Wat u typt, bewaar ik tot u een nieuwe situatie begint. Wie deze bot beheert, kan dit allemaal inzien.
privacy-not = De naam, de gebruikersnaam en het telefoonnummer van uw account bewaar ik niet. Zie ik dat een bericht over intimidatie, veiligheid, integriteit of een burn-out gaat, dan geef ik antwoord en bewaar ik het niet. Ik stuur uw tekst naar geen enkele andere dienst, en er leest geen taalmodel mee. Gebruikt u Telegram, dan ziet Telegram zelf wel wat u schrijft, zoals bij elke bot.
privacy-rights = U kunt alles wissen, meteen en voorgoed; niemand krijgt daar bericht van. Alleen bij een reservekopie die de beheerder zelf maakte, kan ik niet.
privacy-operator = Verantwoordelijk voor deze bot: { $operator }.
forget-question = Zal ik alles van u wissen: uw antwoorden, uw advies en uw plan? U kunt dit niet terugdraaien.
forget-done = Klaar: alles van u is gewist.

## Situatie
tell-prompt = Vertel wat er misgaat, in een of meer berichten. Twee of drie zinnen zijn genoeg. Noem liever geen namen.
tell-other-language = Deze taal begrijp ik niet. Ik spreek: { $languages }.
nothing-fits = Hierin herken ik geen knelpunt waar ik u bij kan helpen. Vertel het eens anders (wat gebeurt er, en waar loopt het vast?) of kies hieronder wat het dichtst in de buurt komt.
nothing-fits-again = Ik herken het nog steeds niet, sorry. Kies hieronder wat het dichtst in de buurt komt; dan stel ik u daar vragen over.
none-of-these = Dan heb ik het verkeerd begrepen. Vertel het anders, of kies hieronder.
heard-title = <b>Dit hoor ik.</b> Zet uit wat niet klopt.
heard-maybe = <b>Bedoelt u dit misschien?</b> Ik weet het niet zeker. Zet aan wat klopt en uit wat niet klopt.
heard-ticked = ☑ { $title } – <i>‘{ $passage }’</i>
heard-unticked = ☐ { $title } – <i>‘{ $passage }’</i>
topics-question = <b>Waar gaat het over?</b> Kies een of meer onderwerpen.
topic-line = <b>{ $title }</b>: { $summary }

## Context en volwassenheid
context-question =
    Over u · { $number } van { $of }

    <b>{ $question }</b>
several = Zet aan wat klopt en ga dan verder.
axis-question = <b>{ $question }</b>
axis-option = <b>{ $label }</b>: { $statement }
marks-question = <b>Er speelt veel tegelijk. Wat hiervan herkent u?</b>
mark-on = { NUMBER($number, useGrouping: 0) }. ☑ { $text }
mark-off = { NUMBER($number, useGrouping: 0) }. ☐ { $text }
marks-many = een taai vraagstuk
focus-question = <b>Bijna klaar. Waaraan wilt u nu werken?</b> Zet uit wat voorlopig goed genoeg is: ik bewaar het, maar dring het niet op.
focus-none = Er bleef niets over. Daarom heb ik alles weer aangezet.

## Stellingen
statement-progress =
    { $more ->
        [0] Stelling { $number } · misschien de laatste
        [one] Stelling { $number } · misschien nog één
       *[other] Stelling { $number } · nog ongeveer { $more }
    }
statement-text =
    <b>‘{ $text }’</b>
    Klopt dit bij u?
statement-given = Uw antwoord was: { $answer }.
statement-unsure = Antwoord zo goed als het gaat: het telt dan minder zwaar.
statement-many-unknown = U hoeft niet alles te weten, dus ik stop met de stellingen. Nog een paar korte keuzes en dan krijgt u mijn advies.
rating-0 = Helemaal niet
rating-1 = Een beetje
rating-2 = Deels
rating-3 = Grotendeels
rating-4 = Helemaal
typed-rating-0 = nee, neen, n, nooit, niet, nee hoor, helemaal niet, absoluut niet, zeker niet, beslist niet, geen, klopt niet, oneens, niet mee eens, helemaal niet mee eens
typed-rating-1 = beetje, een klein beetje, heel klein beetje, weinig, heel weinig, zelden, nauwelijks, amper, bijna nooit, bijna niet, haast nooit, heel soms, meestal niet, grotendeels niet
typed-rating-2 = soms, deels, half, half half, fifty fifty, 50/50, gedeeltelijk, enigszins, ten dele, af en toe, nu en dan, zo nu en dan, min of meer, neutraal, niet helemaal, niet altijd
typed-rating-3 = vaak, heel vaak, meestal, grotendeels, vrij veel, veel, vrij vaak, behoorlijk, voor het grootste deel, bijna altijd, bijna helemaal, haast altijd
typed-rating-4 = ja, j, jep, jazeker, ja hoor, altijd, helemaal, helemaal wel, volledig, zeker, zeker weten, absoluut, klopt, dat klopt, klopt helemaal, precies, eens, mee eens, helemaal mee eens
typed-rating-unknown = weet niet, weet ik niet, ik weet niet, weet het niet, ik weet het niet, weetniet, weet nie, weet ik nie, geen idee, geen flauw idee, geen benul, onbekend, wnie, kan ik niet zeggen, overslaan, sla over
typed-rating-na = nvt, n.v.t., niet van toepassing, niet relevant, geldt niet
why-between = Uw antwoord beslist tussen twee stappen: ‘{ $first }’ of ‘{ $other }’.
why-brings = Ik vraag dit om meer te weten over ‘{ $title }’. Is dat bij u echt een probleem, dan kan ‘{ $other }’ helpen.
why-sure = Ik vraag dit om zekerder te zijn over ‘{ $title }’. Waarschijnlijk verandert mijn advies er niet door.

## Resultaat
result-title =
    { $count ->
        [one] <b>Uw eerste stap</b>
        [2] <b>Uw twee eerste stappen</b>
        [3] <b>Uw drie eerste stappen</b>
       *[other] <b>Uw { $count } eerste stappen</b>
    }
    { $sure }
sure = Ik ben hier { $level } van. { $rests }.
sure-good = zeker
sure-fair = redelijk zeker
sure-little = niet erg zeker
sure-rests =
    { $texts ->
        [0] { $rated ->
            [0] Ik ga af op de onderwerpen die u koos
            [one] Ik ga af op maar één antwoord
           *[other] Ik ga af op uw { $rated } antwoorden
        }
       *[other] { $rated ->
            [0] Ik ga alleen af op uw eigen woorden
            [one] Ik ga af op uw eigen woorden en één antwoord
           *[other] Ik ga af op uw eigen woorden en { $rated } antwoorden
        }
    }{ $unknown ->
        [0] {""}
        [one] ; u antwoordde één keer ‘weet ik niet’
        [2] ; u antwoordde twee keer ‘weet ik niet’
       *[other] ; u antwoordde { $unknown } keer ‘weet ik niet’
    }
result-entry = <b>{ NUMBER($number, useGrouping: 0) }. { $title }</b>
reason = Waarom: { $reasons }.
reason-goal = Eerst nodig voor ‘{ $goal }’. Waarom: { $reasons }.
reason-part = { $because } ({ $share }%)
reason-rest = er spelen andere punten mee ({ $share }%)
because-wrote = u schreef ‘{ $passage }’
because-rated = u antwoordde ‘{ $answer }’ op ‘{ $text }’
because-topic = ‘{ $title }’ speelt mee
facts = Moeite: { $effort } · eerste resultaat: { $result } · akkoord nodig van: { $who }
result-step = <i>Deze week:</i> { $step }
result-empty = Ik kan u nog niet adviseren: niets van wat u vertelde of antwoordde wijst op een knelpunt. Dat kan goed nieuws zijn. Vertel meer, of laat mij vragen stellen.
effort-1 = heel klein
effort-2 = klein
effort-3 = gemiddeld
effort-4 = groot
effort-5 = heel groot
result-in-days = binnen enkele dagen
result-in-weeks = binnen enkele weken
result-in-months = binnen enkele maanden
result-in-year = binnen een jaar
agree-self = niemand anders
agree-team = uw team
agree-management = uw leidinggevende
agree-board = de directie
agree-minister = de bewindspersoon of het college
agree-procurement = inkoop
agree-works-council = de ondernemingsraad
cost-none = geen extra geld
cost-low = weinig geld
cost-medium = een eigen budget
cost-high = een groot budget
profile-title = <b>Wat eruit springt</b>
profile-hardest =
    { $count ->
        [one] Dit knelpunt weegt bij u het zwaarst: { $titles }.
       *[other] Deze knelpunten wegen bij u het zwaarst: { $titles }.
    }
profile-challenge = <b>‘{ $title }’</b>
profile-stage = Uw organisatie lijkt in de fase ‘{ $title }’ te zitten. { $advice }
profile-tangled = Het is een taai vraagstuk: mensen denken verschillend over wat er misgaat en over wat zou helpen. Daarom gaan kleine proeven, samen met anderen, vóór een groot plan.
profile-picture = Waar het knelt
profile-picture-note = Langere balk: groter probleem. Lichtere balk: minder zeker.
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
not-yet-nothing = Niets hoeft te wachten: u kunt beginnen met alles wat u helpt.
not-yet-missing = Eerst is ‘{ $practice }’ nodig, en die aanpak liet u weg.
not-yet-why = { $why }
not-yet-first = { $why } Wat daartegen helpt: ‘{ $practice }’.
changed-came =
    Genoteerd. Nieuw bij de eerste stappen: { $titles }.
changed-order = Genoteerd. De volgorde van de eerste stappen is veranderd.
changed-nothing = Genoteerd. De eerste stappen blijven zoals ze waren.
forward-title = Uit een gesprek met Kompas: dit kunnen we het eerst doen.
forward-entry = { NUMBER($number, useGrouping: 0) }. { $title }. Deze week: { $step }
forward-end = (Doorsturen mag: er staan van niemand antwoorden in.)

## Een aanpak
card-title = <b>{ $title }</b>
card-what = { $what } { $why }
card-cost = Kosten: { $cost }
card-needs = Komt na: { $titles }
card-steps = <b>Zo pakt u het aan</b>
card-first-step = 1. <i>Deze week:</i> { $step }
card-step = { NUMBER($number, useGrouping: 0) }. { $step }
card-pitfalls = <b>Wat er mis kan gaan</b>
card-point = – { $text }
card-measure = <b>Zo ziet u dat het werkt:</b> { $measure }
card-not-when = <b>Wanneer niet:</b> { $not_when }
card-fit-more = Staat voor u hoger vanwege: { $options }
card-fit-less = Staat voor u lager vanwege: { $options }
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
plan-empty = Er is nog geen plan. Vertel eerst wat er misgaat.
end-text = Succes met de eerste stap! Eén stap die lukt, is meer waard dan een lange lijst. Met /advice vindt u uw advies terug.

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
not-understood = Dat heb ik niet begrepen. Kies een knop, of typ de woorden of het nummer van de knop.
other-kind = Ik kan alleen tekst en knoppen lezen. Kunt u het in een paar woorden typen?
unknown-command = Die opdracht ken ik niet. Bij /help ziet u wat er kan.
knowledge-changed =
    { $count ->
        [one] Mijn kennis is sinds uw vorige bericht vernieuwd; één ding dat u koos, staat er niet meer in.
       *[other] Mijn kennis is sinds uw vorige bericht vernieuwd; { $count } dingen die u koos, staan er niet meer in.
    }
apology = Er ging bij mij iets mis, excuses. Uw antwoorden zijn veilig. Probeer het nog eens. Blijft het misgaan? Geef dan nummer { $reference } door aan wie deze bot beheert.
command-start = Beginnen, of zien wie deze bot beheert
command-new = Een nieuwe situatie
command-advice = Mijn advies
command-plan = Mijn plan
command-topics = Rondkijken per onderwerp
command-language = Een andere taal
command-help = Wat kan ik hier?
command-privacy = Wat ik van u bewaar
command-forget = Alles van mij wissen
typed-back = terug, ga terug, vorige
typed-help = hulp, uitleg
typed-privacy = privacy
typed-language = taal, engels, english
typed-new = nieuw, opnieuw, opnieuw beginnen, nieuwe situatie
typed-start = begin, hoi, hallo, hai, dag, goedemorgen, goedemiddag, goedenavond, goedendag
typed-plan = mijn plan, het plan
typed-advice = advies, mijn advies, het advies, resultaat, uitslag
typed-topics = onderwerpen, rondkijken
typed-forget = vergeet, vergeet mij, wissen, wis alles, alles wissen, verwijder alles, verwijder mijn gegevens

## Terminal
terminal-bye = Tot de volgende keer. Met ‘kompas chat’ gaat u hier verder.
terminal-enter = Enter: { $label }
terminal-too-far = Hier valt niets meer te kiezen. Typ een nummer, of ‘nieuw’ voor een nieuwe situatie.
resumed = Welkom terug. We gaan verder waar we waren; met /new begint u opnieuw.
button-adjust = Andere keuze
nothing-new = Daarin herken ik niets nieuws. Wat ik al hoorde, blijft staan.
result-handled = Er valt niets meer te adviseren: wat u zou helpen, doet u al, wees u af, of moet nog wachten.
result-unknown = U wist het deze keer niet, en dat geeft niet. Leg de stellingen eens voor aan een collega, of vertel in uw eigen woorden wat er misgaat.
typed-yes = ja, j, jep, oké, ok, klopt, dat klopt, juist, precies, inderdaad, goed zo
typed-no = nee, neen, n, klopt niet, fout, geen, geen van allen, niets hiervan
typed-why = waarom, waarom vraagt u dit, waarom wilt u dat weten
typed-unsure = twijfel, onzeker, niet zeker, ik weet het niet zeker
typed-enough = genoeg, stop, zo is het genoeg, klaar
typed-go = verder, ga verder, volgende, door, ok, oké, overslaan, sla over
button-sure = Toch wel zeker
new-first = Is dit een nieuwe situatie? Typ eerst /new; dan begin ik er opnieuw mee.
because-graded = u gaf ‘{ $title }’ het oordeel ‘{ $answer }’
