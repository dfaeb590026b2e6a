"""Spanish words of this field, as the English ones that the rules read."""

HINTS = """
    nos porque todos a para nadie no el la los las que en de por con una un es está están mi mis se ha han pero
    del al lo le desde hola correo correos ayer hoy por qué qué hay está
"""
# One of these is enough to know the language of a few words, as answers are.
SURE = """
    lo desde sigue respondió envié sí ayer hoy ni sé hilo nuevo correo está desactivado activado conectado caducado mismo misma
"""
_HOURS = ("una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce")
PHRASES = (
    (r"\b(?:tendría que|debería) estar\b", "should be"),
    (r"\b(?:figura|aparece|sale) como\b", "shows as"),
    (r"\bla escritura (?=está|sigue)", "enable writing "),
    (r"\b(?:correo|dirección) de siempre\b", "usual address"),
    *((rf"\ba las? {hour}\b", f"at {n}:00") for n, hour in enumerate(_HOURS, 1)),
    (r"(?<=\d):00 y media\b", ":30"),
    (r"(?<=\d):00 y cuarto\b", ":15"),
    (r"\bat (\d+):00 menos cuarto\b", r"at a quarter to \1"),
    (r"(\d:\d\d) de la (?:tarde|noche)\b", r"\1pm"),
    (r"(\d:\d\d) de la mañana\b", r"\1am"),
    (r"\b(?:sale|aparece|está|figura) en verde\b", "is green"),
    (r"\bestá bien\b", "is fine"),
    (r"\bdesde su (?:cuenta|correo|dirección|mail) (?:personal|privad[ao])\b", "from his private address"),
    (r"\b(?:lo )?mapeamos\b", "we mapped"),
    (r"\bantier\b", "the day before yesterday"),
    (r"\bdesde cero\b", "from scratch"),
    (r"\bpone (?=[\"'])", "says "),
    (r"\bhora de ciudad de méxico\b", "mexico city time"),
    (r"\bhora de (\w+)\b", r"\1 time"),
    (r"\bdesde otr[oa] (?:correo|cuenta|dirección)\b", "from another address"),
    (r"\b(?:la )?casilla (?:de|para) escribir en salesforce\b", "the box enable writing to salesforce"),
    (r"\bsin marcar\b", "unticked"),
    (r"\bsali(?:ó|eron) de unify\b", "went out from unify"),
    (r"\bhace media hora\b", "half an hour ago"),
    (r"\b(?:la )?escritura (?:en|a) salesforce\b", "enable writing to salesforce"),
    (r"\ba las? (?=\d)", "at "),
    (r"hace (?=\w+ (?:minutos?|min|horas?|días?)\b)", "@ago "),
    (r"\banteayer\b|\bantes de ayer\b", "the day before yesterday"),
    (r"\banoche\b", "last night"),
    (r"\besta mañana\b|\bhoy por la mañana\b", "this morning"),
    (r"\besta tarde\b", "this afternoon"),
    (r"\besta noche\b", "tonight"),
    (r"\bla semana pasada\b", "last week"),
    (r"\bde la mañana\b", "am"),
    (r"\bde la tarde\b|\bde la noche\b", "pm"),
    (r"\b(?:ni idea|no (?:lo )?sé)\b", "no idea"),
    (r"\bmismo hilo\b", "same thread"),
    (r"\ben verde\b", "is green"),
    (r"\blectura y escritura\b|\blos dos sentidos\b|\bambos sentidos\b", "read and write"),
    (r"\b(?:solo|sólo|de solo) lectura\b", "read-only"),
    (
        r"\b(?:pide|pidiendo|dice|sale) (?:otra vez )?(?:que )?(?:reconectar|reconecte\w*|volver a conectar)\b",
        "asks to reconnect",
    ),
    (r"\b(?:su|mi) gmail (?:particular|personal)\b", "his private gmail"),
    (r"\bescrib(?:imos|o|e|en)\b", "writes"),
    (r"\blo cambió\b", "changed"),
    (r"\b(?:correo|hilo|mensaje|email) nuevo\b|\bnuevo (?:correo|hilo|mensaje)\b", "new thread"),
    (r"\b(?:desde )?otra (?:dirección|cuenta)\b", "from another address"),
    (r"\b(?:su |otro )?(?:correo|email) (?:personal|privado)\b", "personal address"),
    (r"\bmisma dirección\b", "same address"),
    (r"\btodo el (?:equipo|mundo)\b", "the whole team"),
    (r"\ba todos\b|\bpara todos\b|\bde todos\b", "for everyone"),
    (r"\bno (?:me )?(?:llegan?|llegaron|llegó|aparecen?|apareció|figuran?|constan?|sale[ns]?)\b", "is not"),
    (r"\bno (?:me )?(?:está|están)\b", "is not"),
    (r"\bno se (?:ven?|registran?|registró|guardan?|guardó|sincroniza\w*|encuentra\w*)\b", "is not visible"),
    (r"\bno (?:lo |la )?encuentro\b", "can not find"),
    (r"\bno cuelgan? de\b|\bno se enlaza\w*\b", "not linked to"),
    (r"\bcon (?:\w+ ){0,6}(?:horas?|días?|minutos?) de retraso\b", "hours late"),
    (r"\bde retraso\b", "late"),
    (r"\bsin (?:texto|cuerpo|contenido)\b", "without text"),
    (r"\bsin (?:propietario|dueño|usuario)\b", "without owner"),
    (r"\bdesde (?=ayer|hoy|anoche|el |la |hace|lunes|martes|enero)", "since "),
    (r"\b(?:de )?todo el equipo\b", "the whole team"),
    (r"\bel mismo hilo\b", "the same thread"),
    (r"\ba nombre del?\b", "under the name of"),
    (r"\ben vez del?\b", "instead of"),
    (r"\bsigue (?:en marcha|en curso|corriendo|activa)\b", "is still running"),
    (r"\ben marcha\b", "is running"),
    (r"\ben curso\b|\bse está ejecutando\b", "is running"),
)
WORDS = """
    vendedores=reps comerciales=reps registro=record registros=records omitidos=skipped cronología=timeline
    dueño=owner nombre=name enlazar=link enlazado=linked enlazados=linked cuelga=hangs colgado=hanging tardan=take
    tarda=takes después=later asignado=assigned asignada=assigned persona=person contador=count abierto=opened
    abrió=opened autenticación=authentication conectar=connect clientes=customers jefe=boss jefa=boss figuran=appear
    figura=appears existen=exist quedan=stay queda=stays vienen=come sigue=still aún=still todavía=still blanco=blank
    informe=report permiso=permission ustedes=you activa=active activo=active mandamos=sent empresa=company
    vendedor=rep comercial=rep casilla=box marcada=ticked desmarcada=unticked correo=email correos=emails
    mensaje=email mensajes=emails actividad=activity actividades=activities respuesta=reply respuestas=replies
    contestó=replied respondió=replied contestado=replied respondido=replied contestación=reply aperturas=opens
    apertura=opens clics=clicks falta=missing faltan=missing perdido=lost ausente=missing ningún=no ninguna=none
    ninguno=none nunca=never nada=nothing contacto=contact contactos=contacts cuenta=account cliente=customer
    campo=field campos=fields vacío=blank vacía=blank vacíos=blank vacías=blank tarea=task tareas=tasks texto=text
    contenido=content cuerpo=body sin=without usuario=user propietario=owner vinculado=linked asociado=linked
    enlaza=link equivocado=wrong equivocada=wrong incorrecto=wrong error=error errores=errors conexión=connection
    expirado=expired expiró=expired caducó=expired expirada=expired caducado=expired caducada=expired venció=expired
    reconectar=reconnect conectado=connected conectada=connected desconectado=disconnected tarde=late retraso=delay
    retrasados=late lento=slow horas=hours hora=hour días=days día=day minutos=minutes desde=from ayer=yesterday
    hoy=today lunes=monday martes=tuesday miércoles=wednesday jueves=thursday viernes=friday sábado=saturday
    domingo=sunday enero=january febrero=february marzo=march abril=april mayo=may junio=june julio=july agosto=august
    septiembre=september octubre=october noviembre=november diciembre=december semana=week mes=month envié=sent
    mandé=sent enviado=sent enviada=sent mandado=sent salió=went-out salieron=went-out envió=sent escribí=wrote
    escribió=wrote activado=on activada=on habilitado=on habilitada=on encendido=on prendido=on prendida=on
    encendida=on desactivado=off desactivada=off deshabilitado=off deshabilitada=off apagado=off todo=everything
    todos=all todas=all toda=all nadie=nobody equipo=team compañeros=colleagues mi=my mis=my nuestro=our nuestra=our
    cero=zero aparecen=appear aparece=appears salen=go-out veo=see solo=only sólo=only cambié=changed
    cambiamos=changed cambiado=changed mapeo=mapping mapeado=mapped mismo=same misma=same otra=another otro=another
    dirección=address hilo=thread sí=yes también=too importación=import sincronización=sync duplicado=duplicate el=the
    la=the los=the las=the un=a una=a en=in con=with para=for y=and o=or ni=nor pero=but es=is son=are está=is
    están=are fue=was no=not se=is a=to su=his sus=his por=by cómo=how qué=what gracias=thanks llegan=arrive
    llegó=arrived llega=arrives existe=exists del=of al=to
"""
