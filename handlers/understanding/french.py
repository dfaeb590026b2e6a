"""French words of this field, as the English ones that the rules read."""

HINTS = """
    a à tout toute et pour par le la les des est et je nous vous un une pas dans de du que qui sur mon ma mes ce
    il elle ne au aux depuis pourquoi bonjour hier mail mails
"""
# One of these is enough to know the language of a few words, as answers are.
SURE = """
    est je depuis envoyé répondu cours oui non hier même fil sais nouveau activé désactivé connecté expiré aucune
"""
_HOURS = ("une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze")
PHRASES = (
    (r"\bdepuis l'adresse (?:de )?(?:sa|son) (?:collègue|assistante?|cheffe?)\b", "from colleague's address"),
    (r"\breprise d(?:e l)?'historique\b", "backfill"),
    (r"\bd'(?=outlook|gmail)", "from "),
    (r"\bdepuis (?=l'adresse|son adresse|une adresse|sa )", "from "),
    (r"\bl'adresse à laquelle j'(?:ai|avais) (?:écrit|envoyé)\b", "the address that i wrote"),
    (r"\best terminée?\b", "is finished"),
    (r"\brien ne tourne\b", "nothing is running"),
    (r"\bil y a une demi-heure\b", "half an hour ago"),
    *((rf"\bà {hour} heures?\b", f"at {n}:00") for n, hour in enumerate(_HOURS, 1)),
    (r"(?<=\d):00 et demie\b", ":30"),
    (r"(?<=\d):00 et quart\b", ":15"),
    (r"(\d:\d\d) (?:de l'après-midi|du soir)\b", r"\1pm"),
    (r"(\d:\d\d) du matin\b", r"\1am"),
    (r"\bl'écriture (?:dans|vers) salesforce\b", "enable writing to salesforce"),
    (r"\bl'écriture (?=(?:est|reste)(?: bien| toujours)? (?:dés?)?(?:activée|cochée))", "enable writing "),
    (r"\bplutôt que\b", "rather than"),
    (r"\bplus aucune?\b", "no"),
    (r"\bde (?:toute )?l'équipe\b", "of the team"),
    (r"\bdepuis (?=lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce |la |le )", "since "),
    (r"\bil y a (?=\w+ (?:minutes?|min|heures?|jours?)\b)", "@ago "),
    (r"\bpart(?:i(?:e?s?)|ent(?: bien)?) (?:de |d')(?=unify|gmail|outlook|mon |ma )", "sent from "),
    (r"\bà (?=\d)", "at "),
    (r"(?<=\d) ?h ?(?=\d\d\b)", ":"),
    (r"(?<=\d) ?h\b", ":00"),
    (r"\bavant-hier\b", "the day before yesterday"),
    (r"\bhier soir\b", "last night"),
    (r"\bhier matin\b", "yesterday morning"),
    (r"\bhier après-midi\b", "yesterday afternoon"),
    (r"\bce matin\b", "this morning"),
    (r"\bcet après-midi\b", "this afternoon"),
    (r"\bce soir\b", "tonight"),
    (r"\bla semaine dernière\b", "last week"),
    (r"\b(?:aucune idée|je ne sais pas|sais pas)\b", "no idea"),
    (r"\bmême fil\b", "same thread"),
    (r"\bcase ", "box "),
    (r"\bau vert\b", "green"),
    (r"\breconnexion(?= à salesforce)", "reconnect"),
    (r"\bsur (?:arrêt|off)\b", "off"),
    (r"\bsur (?:marche|on)\b", "on"),
    (r"\ben lecture et (?:en )?écriture\b|\blecture[-/ ]écriture\b", "read and write"),
    (r"\b(?:en )?lecture seule\b", "read-only"),
    (r"\b(?:cliquant|cliqué|appuyé)(?: \w+)? sur [«\"]? ?répondre\b", "hit reply"),
    (r"\bboîte (?:perso|personnelle|privée)\b|\badresse (?:perso|personnelle|privée)\b", "private mailbox"),
    (r"\bvia l'appli\b|\bvia l'application\b", "via"),
    (r"\breconnectez\b", "reconnect"),
    (r"\baucune? (?:synchro|synchronisation|import) (?:n'est )?en cours\b", "no import is running"),
    (r"\b(?:synchro|synchronisation)\b", "sync"),
    (r"\bnouve(?:au|l) (?:fil|mail|e-mail|message)\b", "new thread"),
    (r"\bautre adresse\b", "another address"),
    (r"\bmême adresse\b", "same address"),
    (r"\btoute l'équipe\b|\btout le monde\b", "the whole team"),
    (r"\bpour tous\b", "for everyone"),
    (r"\bn'(?:est|apparaît|arrive|a) (?:toujours )?(?:pas|nulle part)\b", "is not"),
    (r"\bne (?:sont|s'affiche(?:nt)?|remonte(?:nt)?|apparaissent|arrivent) (?:toujours )?(?:pas|plus)\b", "is not"),
    (r"\bn'(?:arrivent|apparaissent|ont) (?:toujours )?(?:pas|plus)\b", "is not"),
    (r"\bn'", "not "),
    (r"\b(?:l|d|s|j|m|qu)'(?=\w)", ""),
    (r"\bsans (?:texte|contenu|corps)\b", "without text"),
    (r"\bsans propriétaire\b", "without owner"),
    (r"\b(?:est )?encore en cours\b", "is still running"),
    (r"\ben (?:cours|train de tourner)\b", "is running"),
    (r"\ben retard\b|\bde retard\b", "late"),
)
WORDS = """
    commercial=rep commerciaux=reps enregistrements=records ignorés=skipped toujours=still chez=for comme=as nom=name
    arrive=arrives arrivent=arrive arrivé=arrived fiche=record chronologie=timeline historique=timeline
    lendemain=next-day vois=see voit=sees compteur=count compteurs=counts cliente=customer client=customer
    clients=customers gardé=kept objet=subject perdu=lost bureau=office bloqué=stuck rapport=report autres=others
    faux=wrong demande=request elle-même=herself moi=me boîte=company apparaît=appears apparaissent=appear
    existe=exists prospect=lead prospects=leads coché=ticked cochée=ticked décoché=unticked décochée=unticked
    attribués=assigned attribué=assigned bannière=banner autorisation=authorization uniquement=only vers=to
    restent=stays reste=stays zéro=zero courriel=email courriels=emails message=email messages=emails
    activité=activity activités=activities réponse=reply réponses=replies répondu=replied ouvertures=opens
    ouverture=opens clics=clicks manque=missing manquent=missing manquant=missing manquante=missing
    introuvable=missing introuvables=missing absent=missing absente=missing disparu=missing aucun=none aucune=none
    jamais=never rien=nothing contact=contact compte=account champ=field champs=fields vide=blank vides=blank
    tâche=task tâches=tasks texte=text contenu=content corps=body sans=without utilisateur=user propriétaire=owner
    lié=linked rattaché=linked rattachés=linked mauvais=wrong mauvaise=wrong erreur=error erreurs=errors
    connexion=connection expiré=expired expirée=expired reconnecter=reconnect connecté=connected
    déconnecté=disconnected retard=delay tard=late lent=slow heures=hours heure=hour jours=days jour=day
    minutes=minutes depuis=from hier=yesterday enregistré=recorded enregistrés=recorded aujourd'hui=today lundi=monday
    mardi=tuesday mercredi=wednesday jeudi=thursday vendredi=friday samedi=saturday dimanche=sunday janvier=january
    février=february mars=march avril=april mai=may juin=june juillet=july août=august septembre=september
    octobre=october novembre=november décembre=december semaine=week mois=month envoyé=sent envoyée=sent envoyés=sent
    écrit=wrote parti=went-out partie=went-out activé=on activée=on désactivé=off désactivée=off tout=everything
    tous=all toutes=all toute=all personne=nobody équipe=team collègues=colleagues affiche=shows bien=definitely
    pourtant=still indiquée=shown indiqué=shown tourne=running entrante=incoming mappage=mapping réclame=asks aussi=also mon=my
    ma=my mes=my notre=our nos=our seulement=only changé=changed modifié=changed mappé=mapped même=same autre=another
    adresse=address fil=thread oui=yes non=no import=import synchronisation=sync doublon=duplicate le=the la=the
    les=the un=a une=a dans=in en=in avec=with pour=for et=and ou=or mais=but est=is sont=are a=has pas=not ne=not
    je=i nous=we il=he elle=she à=to au=to aux=to de=from du=from des=of pourquoi=why comment=how merci=thanks
"""
