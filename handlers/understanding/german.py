"""German words of this field, as the English ones that the rules read."""

HINTS = """
    am habe hab er man meiner meines wer kann kommt vom mehr nach bei uns unser der die das und ist nicht ich
    wir ein eine bei aus mit von zu dem den mein meine für auf im wird sind es sie kein keine noch nur wurde
    seit gestern heute bitte moin hallo warum
"""
# One of these is enough to know the language of a few words, as answers are.
SURE = """
    ahnung keine nicht ja nein gestern heute aus ist ein neuer neue neues derselbe selben gleiche abgelaufen
    verbunden läuft sie hat wir er wurde geantwortet antwort gleichen
"""
_HOURS = ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_MINUTES = ("fünf", "zehn", "viertel", "zwanzig")
PHRASES = (
    (r"\bfrischen? mail\b", "fresh email"),
    (r"\b(?:ging|gingen|geht|gehen) (?:aus|über) (?=unify|gmail|outlook)", "went out from "),
    (r"\bvon (?:genau )?der adresse geantwortet,? an die (?:ich|wir)\b", "replied from the very address i wrote to"),
    (r"\b(?:zugeordnet|gemappt) ist (?:es|sie|er) (?=nur lesend|auf lesen|lesend)", "mapped is it "),
    (r"\bnur lesend\b", "read-only"),
    (r"(?<=[\"' ])aus (?:ist|sind)(?=\s*[.,;!?)]|$)", "is off"),
    (r"(?<=[\"' ])(?:an|ein) (?:ist|sind)(?=\s*[.,;!?)]|$)", "is on"),
    (r"(?<=\w)-verbindung\b", " connection"),
    (
        r"\bläuft (?:seit (?:\w+ ){1,2}?)?(?:noch )?(?:bei uns )?(?:der|die|das|ein|eine) (?:\w+ )?(\w*import"
        r"|\w*abgleich|backfill)\b",
        "is still running an import",
    ),
    (r"\bder (?:noch|gerade|immer noch) läuft\b", "that is still running"),
    (r"\bläuft (?:\w+ ){0,2}kein(?:e|en|er|es)?\b", "is running no"),
    (r"\bläuft (?:gerade|derzeit|aktuell|momentan|im moment) (?:nicht|kein\w*)\b", "is not running"),
    (r"\bläuft (?:gerade|noch|derzeit|aktuell)\b", "is still running"),
    (r"\b(?:meine |die )?gestrigen? (?=\w)", "yesterday "),
    (r"\beine (?:ganz )?neue geschrieben\b", "wrote a new email"),
    (r"\b(?:das )?schreiben (?:nach|in) salesforce\b", "enable writing to salesforce"),
    (r"\b(ist|sind) (?:bei uns |jetzt )?an(?=[\s]*[.,;!?)]|$)", "is on"),
    (r"\b(ist|sind) (?:bei uns |jetzt )?aus(?=[\s]*[.,;!?)]|$)", "is off"),
    (r"\b(?:verlangt|will|fordert) (?:\w+ ){0,6}(?:neue|erneute) anmeldung\b", "asks for a new login"),
    (r"\bsteht (?:\w+ ){0,2}auf [\"']?aus[\"']?(?=\s*[.,;!?)]|$)", "is off"),
    (r"\bsteht auf [\"']?(?:an|ein)[\"']?(?=\s*[.,;!?)]|$)", "is on"),
    (r"\bsteht (?:sie|die verbindung) auf [\"']?abgelaufen\b", "the connection is expired"),
    (r"\bdas schreiben (?:selbst )?ist\b", "writing is"),
    (r"\bprivat(?:e[nr]?)? \w+-adresse\b", "private address"),
    (r"\bhat (?:einen|ein) (?:haken|häkchen)\b", "has a tick"),
    (r"\bprivat(?:e[nr]? )?(?:mail)?adresse\b", "private address"),
    (r"\b(?:von |aus )?(?:der|die|den)selben adresse\b", "from the same address"),
    (r"vor einer halben stunde\b", "half an hour ago"),
    *((rf"\bhalb (?:{hour}|{n})\b", f"{n - 1 or 12}:30") for n, hour in enumerate(_HOURS, 1)),
    *((rf"\b(nach|vor) {hour}\b", rf"\1 {n}") for n, hour in enumerate(_HOURS, 1)),
    *(
        (rf"\b{minutes} {there} (?=\d)", f"{english} ")
        for minutes, figure in zip(_MINUTES, ("five", "ten", "a quarter", "twenty"), strict=True)
        for there, english in (("nach", f"{figure} past"), ("vor", f"{figure} to"))
    ),
    (r"\b(\d{1,2}) uhr\b(?! \d)", r"\1:00"),
    (r"\b(\d{1,2}) uhr (\d\d)\b", r"\1:\2"),
    (r"\bbei allen anderen\b", "for everyone else"),
    (r"\bbei uns\b", "for us"),
    (r"letzte[nrms]? (?=woche|monat)", "last "),
    (r"vor (?=\w+ (?:minuten?|min|stunden?|std|tage?n?)\b)", "@ago "),
    (r"\bgestern abend\b|\bletzte nacht\b", "last night"),
    (r"\bheute (?:morgen|früh|vormittag)\b", "this morning"),
    (r"\bheute nachmittag\b", "this afternoon"),
    (r"\bheute abend\b", "tonight"),
    (r"\bgestern (?:früh|morgen)\b", "yesterday morning"),
    (r"\bneuem betreff\b", "new subject"),
    (r"\bneu gesetzt\b", "newly changed"),
    (r"\bob\b", "whether"),
    (r"\bist (?:schon |inzwischen )?durch\b(?=[.,;!?]|$)", "is through"),
    (r"\bläuft nichts(?: mehr)?\b", "nothing is running"),
    (
        r"\b(?:sein|ihr)(?:e[nrm]?)? (?:gmx|gmail|web\.de|yahoo|icloud|privat)-?(?:konto|adresse|account|postfach|mail)\b",
        "his private address",
    ),
    (r"\bum (?=\d|a quarter|five |ten |twenty )", "at "),
    (r"\bvorgestern\b", "the day before yesterday"),
    (r"\buhr\b", ""),
    (r"\bkeine? ahnung\b", "no idea"),
    (r"\bweiß (?:ich )?nicht\b", "do not know"),
    (r"\bkomm(?:t|en) (?:\w+ ){0,3}nicht an\b", "does not arrive"),
    (r"\bläuft (?:\w+ ){0,3}nicht\b", "is not running"),
    (r"\bläuft\b|\blaufen\b", "is running"),
    (r"\bnicht auffindbar\b", "not found"),
    (r"\bnicht zugeordnet\b", "not linked"),
    (r"\bohne zuordnung\b", "not linked"),
    (r"\bohne zugeordneten (?:benutzer|nutzer|user)\b", "without owner"),
    (r"\bkein(?:en?|em)? (?:benutzer|nutzer)\b", "no owner"),
    (r"\bfalschen? (?:benutzer|nutzer|besitzer)\b", "wrong user"),
    (r"\b(?:im|in) (?:selben|gleichen|demselben) thread\b", "in the same thread"),
    (r"\bneue[nrs]? (?:mail|e-mail|nachricht|thread)\b", "new thread"),
    (r"\bin ordnung\b", "ok"),
    (r"\bauf (?=[\"']?(?:connected|grün|on|off|an|aus|aktiv|inaktiv|deaktiviert|aktiviert)\b)", "is "),
    (r"\bgrün\b", "green"),
    (r"\b(?:das |ein )?häkchen (?:bei|vor|in|für|neben)\b", "tick at"),
    (r"\bkein häkchen (?:bei|vor|in|für|neben)\b", "no tick at"),
    (r"\b(?:nur|ausschließlich) lesen\b", "read-only"),
    (r"\bstatt (?:auf )?antworten\b", "instead of reply"),
    (r"\bauf antworten (?:geklickt|gedrückt)\b", "hit reply"),
    (r"\b(?:neu|erneut|wieder) verbind(?:en?|et)\b", "reconnect"),
    (r"\b(?:im |in dem)?(?:selben|gleichen) (?:mail)?(?:verlauf|thread|faden)\b", "in the same thread"),
    (r"\bvon (?:genau )?der adresse, an die\b", "from the address that i wrote,"),
    (r"\bgleicher? (?:verlauf|thread|faden)\b", "same thread"),
    (r"\bgleiche[rn]? adresse\b", "same address"),
    (r"\b(?:von |aus )?(?:einer |der )?(?:anderen?|zweiten) (?:mail)?adresse\b", "from another address"),
    (r"\bneu(?:e[nrs]?)? zu verbinden\b", "reconnect"),
    (r"\bzurückschreiben von antworten\b", "writeback of replies"),
    (r"\b(?:der |das )?(?:haken|häkchen) (?:bei|vor|in|für|neben|fürs)\b", "tick at"),
    (r"\bbei (?:allen|jedem)(?: kollegen)?\b|\balle kollegen\b|\bjedem kollegen\b", "for everyone"),
    (r"\b(?:das |im )?ganze[ns]? team\b", "the whole team"),
    (r"\bnichts mehr\b", "nothing anymore"),
    (r"\bmit verspätung\b", "late"),
    (r"\bnicht mehr\b", "not anymore"),
    (r"\bbraucht (?:\w+ ){0,2}(?:so )?lang\w*\b", "takes so long"),
)
WORDS = """
    ebenfalls=too auch=too sende=send senden=send schicke=send schicken=send nachmittag=afternoon vormittag=morning
    nachmittags=afternoon abends=evening geöffnet=opened kunde=customer kunden=customers kundin=customer
    kundenantwort=reply kundenantworten=replies sendezeit=sent-time vertrieb=sales-team vertriebler=reps hängt=hangs
    hängen=hang klebt=hangs kleben=hang unter=under namen=name jeder=every jede=every jedem=everyone
    fehlerprotokoll=error-log fehlerliste=error-list mir=me mich=me ihr=her keinem=none datensatz=record
    datensätze=records übersprungene=skipped übersprungen=skipped dauert=takes später=later wann=when wer=who
    fehlanzeige=nothing da=there bericht=report kollege=colleague kollegin=colleague zeigt=shows sämtliche=all
    sämtlichen=all umgewandelt=converted bekommt=gets kriegt=gets spätestens=latest abgemeldet=logged-out
    eingeloggt=logged-in gestellt=set gesetzt=set stimmt=correct stimmen=correct richtig=right richtigen=right
    falscher=wrong kommentar=comment ausgehende=outgoing eingehende=incoming angepasst=changed bearbeitet=edited zu=to
    angehakt=ticked gehört=belongs-to gehören=belong-to eintrag=entry einträge=entries öffnung=opens zähler=count
    gerade=currently derzeit=currently abgeschlossen=finished fertig=finished einstellungen=settings mittag=noon
    neu=newly nutzt=uses verwendet=uses arbeitet=works klappt=works geht=works nachricht=email nachrichten=emails
    mailadresse=address e-mail-aktivitäten=email-activities aktivität=activity aktivitäten=activities antwort=reply
    antworten=replies antwortete=replied geantwortet=replied öffnungen=opens öffnungszahl=opens
    klickzähler=click-count klicks=clicks klickzahl=click-count öffnungsrate=opens fehlt=missing fehlen=missing
    verschwunden=missing nirgends=nowhere nicht=not an=to kein=no keine=no keinen=no keiner=none nie=never
    niemals=never kontakt=contact kontakte=contacts konto=account person=person interessent=lead feld=field
    felder=fields leer=blank leere=blank aufgabe=task aufgaben=tasks text=text inhalt=content ohne=without
    benutzer=user nutzer=user besitzer=owner inhaber=owner zugeordnet=linked verknüpft=linked falsch=wrong
    falschen=wrong falsche=wrong fehler=error fehlermeldung=error verbindung=connection abgelaufen=expired
    anmeldung=login reagiert=replied könnte=might könnten=might synchronisierung=sync synchronisation=sync
    neuverbinden=reconnect neuanmeldung=reconnect verbunden=connected getrennt=disconnected anmelden=log-in
    verspätet=late verzögert=delayed verzögerung=delay spät=late langsam=slow stunden=hours stunde=hour tage=days
    tagen=days minuten=minutes std=hours seit=since gestern=yesterday heute=today montag=monday dienstag=tuesday
    mittwoch=wednesday donnerstag=thursday freitag=friday samstag=saturday sonntag=sunday januar=january
    februar=february märz=march april=april mai=may juni=june juli=july august=august september=september
    oktober=october november=november dezember=december woche=week monat=month am=on aus=from von=from über=via
    mit=with gesendet=sent geschickt=sent verschickt=sent versendet=sent versandt=sent schickte=sent schrieb=wrote
    geschrieben=wrote rausgeschickt=sent losgeschickt=sent abgeschickt=sent rausgegangen=went-out ausgeschaltet=off
    deaktiviert=off eingeschaltet=on aktiviert=on aktiv=on angeschaltet=on alle=all alles=everything niemand=nobody
    nichts=nothing niemandem=nobody team=team kollegen=colleagues einzige=single einzigen=single landet=lands
    landen=land gelandet=landed null=zero erscheinen=appear erscheint=appears auftauchen=show-up taucht=shows
    statt=instead-of sehe=see finden=find finde=find existiert=exists meine=my meinen=my meiner=my mein=my unsere=our
    unser=our unseren=our unseres=our teams=team betreff=subject nur=only warum=why wieso=why woran=why muss=must
    wie=how und=and oder=or ist=is sind=are wird=is werden=are wurde=was wurden=were bleibt=stays bleiben=stay
    steht=stands geändert=changed umgestellt=changed gemappt=mapped zuordnung=mapping schreibgeschützt=read-only
    gleichen=same selben=same andere=other anderen=other anderer=other adresse=address ja=yes nein=no weder=neither
    beide=both import=import läuft=running importlauf=import doppelt=duplicate dublette=duplicate zeitleiste=timeline
    der=the die=the das=the den=the dem=the ein=a eine=a einen=a einem=a im=in ins=in zum=to zur=to ich=i wir=we er=he
    sie=she hat=has habe=have haben=have danke=thanks aber=but angekommen=arrived angeschrieben=wrote gemailt=emailed
    angemailt=emailed hab=have schreibt=writes sendet=sends verschickt=sent derselben=same demselben=same
    dieselbe=same ankommen=arrive kommt=comes kommen=come angezeigt=shown synchronisiert=synced
"""
