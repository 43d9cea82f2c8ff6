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
start-no-names = Noem geen namen en schrijf niets vertrouwelijks op.
start-invite = Vertel in uw eigen woorden wat er misgaat, of kies een knop.
language-question = In welke taal gaan we verder?

## Hulp en privacy
help-how = Typ wat er op uw werk misgaat, zoals u het aan een collega zou vertellen. Ik stel een paar vragen. Daarna zeg ik wat u het eerst kunt doen, en waarom.
help-commands =
    U kunt elke knop ook typen: de woorden of het nummer. Dit kan altijd:
    /new – begin met een nieuwe situatie
    /advice – terug naar mijn advies
    /plan – wat u nu, straks en later doet
    /history – mijn vorige uitkomst, en wat die nu zou zijn
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
        [one] Mijn kennis is sinds uw vorige bericht vernieuwd; één ding dat u koos of als advies kreeg, staat er niet meer in.
       *[other] Mijn kennis is sinds uw vorige bericht vernieuwd; { $count } dingen die u koos of als advies kreeg, staan er niet meer in.
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

## De beheerderstafel
desk-help = Stuur mij een YAML-bestand (als bestand, niet als tekst), of typ /reload, /health, /gaps of /undo.
desk-doing-reload = Ik lees de bestanden opnieuw.
desk-doing-examine = Ik bekijk uw bestand. Dat duurt ongeveer een halve minuut; u kunt intussen doorgaan.
desk-doing-apply = Ik voer het door.
desk-doing-undo = Ik draai de laatste wijziging terug.
desk-doing-health = Ik loop alles na wat ik weet. De eerste keer duurt dat een minuut of twee; u kunt intussen doorgaan.
desk-reloaded = Opnieuw gelezen: { $challenges } knelpunten, { $practices } werkwijzen, { $cases } voorbeelden uit de praktijk, { $sources } bronnen, { $examples } voorbeeldsituaties. Die gebruik ik vanaf nu (versie { $version }).
desk-applied = Doorgevoerd: { $place }. Vanaf nu geldt het voor iedereen (versie { $version }). Met /undo draait u het terug.
desk-undone = Teruggedraaid: { $place } is weer zoals het was (versie { $version }).
desk-discarded = Weggegooid. Er is niets veranderd.
desk-nothing-sent = Er wacht geen bestand op uw besluit. Stuur er een.
desk-refused-no-overlay = Deze bot heeft nog geen map voor uw eigen wijzigingen. Wie de bot beheert, moet knowledge.overlay invullen in config.yaml.
desk-refused-file-name = ‘{ $about }’ is geen geldige bestandsnaam. Gebruik a-z, 0-9 en losse streepjes, hoogstens 40 tekens, en dan .yaml; bijvoorbeeld weekly-demo.yaml. Zet er geen map voor.
desk-refused-file-kind = Ik kan niet zien wat ‘{ $about }’ is: een knelpunt, een werkwijze, een voorbeeld uit de praktijk of voorbeeldsituaties? Begin met het bestand dat ‘kompas new’ maakt.
desk-refused-too-large = Dat bestand is te groot: hoogstens { $about }. Een gewoon bestand is veel kleiner.
desk-refused-not-text = ‘{ $about }’ is geen tekst in UTF-8. Sla het bestand op als UTF-8 en stuur het opnieuw.
desk-refused-outside = { $about } zou buiten de map met uw wijzigingen terechtkomen: een link in die map wijst ergens anders heen. Er is niets veranderd.
desk-refused-problems = Dit bestand klopt nog niet. Er is niets veranderd; iedereen gaat verder met wat er was. Verbeter dit eerst:
desk-refused-same = { $about } is precies hetzelfde als wat er al staat.
desk-refused-changed-meanwhile = Iemand anders heeft { $about } veranderd terwijl u nog besliste. Uw bestand is daarom niet doorgevoerd. Kijk wat er nu staat en stuur uw bestand opnieuw.
desk-refused-changed-by-hand = { $about } is daarna buiten deze chat om veranderd. Dat overschrijf ik niet. Verbeter het bestand zelf en typ dan /reload.
desk-refused-nothing-to-undo = Er valt niets terug te draaien.
desk-refused-unwritable = Ik mag { $about } niet opslaan in de map met uw wijzigingen. Wie de bot beheert, moet de rechten van die map aanpassen.
desk-refused-not-fetched = Ik kon uw bestand niet ophalen bij Telegram. Stuur het alstublieft nog eens.
desk-refused-no-proposal = Er wacht geen bestand op uw besluit. Stuur er een.
desk-refused-failed = Dat is niet gelukt ({ $about }). Er is niets veranderd; probeer het nog eens.
desk-more = … en nog { $count }.
desk-preview = <b>{ $place }</b> is in orde. Dit verandert er dan:
desk-preview-same = Niets wat mensen te lezen krijgen.
desk-preview-problems = Dit kunt u beter eerst verbeteren:
desk-preview-choice = Zal ik het doorvoeren?
desk-change = – <i>{ $where }</i>: ‘{ $before }’ → ‘{ $after }’
desk-change-new = – <i>{ $where }</i>: nieuw: ‘{ $after }’
desk-change-gone = – <i>{ $where }</i>: vervallen: ‘{ $before }’
desk-one-sided = ⚠ { $entry } verandert maar in één taal; { $languages } blijft zoals het was. Staat er in beide nog hetzelfde?
desk-dry-run =
    { $count ->
        [0] Geen van de { $tried } voorbeeldsituaties krijgt ander advies.
        [one] Een van de { $tried } voorbeeldsituaties krijgt ander advies:
       *[other] { $count } van de { $tried } voorbeeldsituaties krijgen ander advies:
    }
desk-shift = ‘{ $text }’
desk-moved = – { $practice }: { $from_place } → { $to_place }
desk-moved-why = ({ $challenge }: { $before } → { $after })
desk-place = plaats { NUMBER($number, useGrouping: 0) }
desk-no-place = niet bij de eerste vijf
desk-health = <b>Inhoud { $version }</b>: { $errors } fouten, { $warnings } waarschuwingen, { $notes } opmerkingen.
desk-health-challenges = Voorbeeldsituaties met een verwacht knelpunt bij de eerste drie: { $hits } van { $of } ({ $percent }%).
desk-health-practices = Voorbeeldsituaties met alle verwachte werkwijzen bij de eerste vijf: { $hits } van { $of } ({ $percent }%).
desk-health-advice = Hetzelfde, als het knelpunt eenmaal bekend is: { $hits } van { $of } ({ $percent }%).
desk-health-nothing = Voorbeeldsituaties waar niets bij hoort te passen en niets bij paste: { $hits } van { $of } ({ $percent }%).
desk-health-rules = Zo vaak ging een regel mis: { $rules }. ‘kompas check --deep’ wijst elke plek aan.
desk-no-gaps = Nog niets. Als ik in een bericht niets herken, vraag ik of u het mag lezen; tot nu toe heeft niemand ja gezegd.
desk-gaps =
    <b>Wat ik niet herkende</b> ({ $shown } van { $count }, het nieuwste eerst; deze mensen vinden het goed dat u het leest):
    { $gaps }
button-apply = Doorvoeren
button-discard = Niet doorvoeren
button-let-read = U mag dit lezen
gap-question = Mogen de mensen die mijn kennis bijhouden deze tekst lezen, zodat ik het de volgende keer misschien wel begrijp? Zij zien hem alleen als u op de knop hieronder drukt; /privacy zegt er meer over.
gap-kept = Dank u. Zij kunnen die tekst lezen, en verder niets van u.
help-desk =
    <b>U beheert de kennisbank.</b> Stuur mij een YAML-bestand (als bestand, niet als tekst): ik controleer het en laat eerst zien wat er zou veranderen.
    /reload – de kennisbank opnieuw lezen
    /health – hoe goed de inhoud is
    /gaps – wat mensen schreven en ik niet herkende
    /undo – de laatste wijziging terugdraaien
privacy-gaps = Als ik niets herken, vraag ik of de beheerders van de kennisbank die tekst mogen lezen. Zij zien hem alleen als u ja zegt, en zonder uw naam. Hij wordt samen met al het andere gewist.

## Een eerder resultaat
command-history = Mijn vorige uitkomst, en wat die nu zou zijn
typed-history = geschiedenis, mijn geschiedenis, vorige keer, vorige uitkomst, vorig advies
date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { NUMBER($year, useGrouping: 0) }
history-nothing = U hebt nog geen uitkomst. Vertel wat er misgaat, dan hebt u er over ongeveer vijf minuten een.
history-title = <b>Uw uitkomst van { $date }</b>
history-same = Mijn kennis is sindsdien niet veranderd. Dit was het advies:
history-changed = Mijn kennis is sindsdien veranderd. Dit was het advies, met erachter de plaats die het vandaag zou krijgen bij dezelfde antwoorden:
history-entry = { NUMBER($number, useGrouping: 0) }. { $title }
history-now = { NUMBER($number, useGrouping: 0) }. { $title } – { $now }
history-is-place = nu op plaats { NUMBER($number, useGrouping: 0) }
history-is-out = zou ik u nu niet meer adviseren
history-is-gone = staat niet meer in mijn kennis
history-is-replaced = hoort nu bij ‘{ $title }’
history-new = Nieuw op plaats { NUMBER($number, useGrouping: 0) }: { $title }
history-gone =
    { $count ->
        [one] Eén antwoord van u telt niet meer mee: waar het over ging, staat niet meer in mijn kennis.
       *[other] { $count } antwoorden van u tellen niet meer mee: waar ze over gingen, staat niet meer in mijn kennis.
    }
desk-undone-new = Teruggedraaid: { $place } is weer weg (versie { $version }).
desk-refused-empty = ‘{ $about }’ is leeg. Schrijf er eerst iets in, of begin met het bestand dat ‘kompas new’ maakt.
desk-refused-nothing-to-disable = Niets heet hier ‘{ $about }’, dus er valt niets uit te zetten. De naam van het bestand is de naam van wat erin staat.
desk-refused-other-problems = Ik kan { $about } nog niet beoordelen, want in een ander bestand zit een fout. Die gaat voor; typ daarna /reload en stuur uw bestand opnieuw. Hebt u dat bestand niet veranderd, geef het dan door aan wie deze bot beheert:
link-unknown = Waar die link naartoe wijst, staat hier niet (meer).
