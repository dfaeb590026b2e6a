from diagnostics.asks import Missing, Reason
from diagnostics.check import GENERAL, check
from diagnostics.facts.asked import Asked
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.said import ConnectionPage
from diagnostics.facts.sign_in import SignIns
from diagnostics.facts.unanswered import Unanswered
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.mending import counted
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, TROUBLESHOOTING
from diagnostics.times import ago

REMEDY = Remedy(
    "Reconnect Unify to Salesforce",
    (
        Step("Unify: Settings → Integrations → Salesforce → Change User."),
        Step("Follow the instructions and sign in as the integration user (not as yourself)."),
        Step(
            "Check that the page shows no warning, then look at Errors/Skipped Records after the next sync "
            "(up to 30 minutes)."
        ),
    ),
    note="Activity of the time without a connection may be missing: ask Unify support to re-sync it.",
)
NOT_SEEN = Missing(Reason.UNSAID, "only Unify's settings page shows whether the connection is good")
SAYS = "Unify can no longer sign in to Salesforce"


@check(
    id="credentials-expired",
    title="Unify can no longer sign in to Salesforce",
    section="7",
    who=Who.UNIFY_ADMIN,
    sources=(ARTICLE, TROUBLESHOOTING),
    about=Org,
    symptoms=GENERAL,
    explains={
        Symptom.NOTHING_SYNCS,
        Symptom.EMAIL_MISSING,
        Symptom.REPLY_MISSING,
        Symptom.OPENS_MISSING,
        Symptom.PERSON_MISSING,
        Symptom.LATE,
        Symptom.LOGIN_BROKEN,
    },
    prior=2.5,
)
def credentials_expired(
    page: ConnectionPage | Missing,
    logins: SignIns | Missing,
    errors: WriteErrors | Missing,
    beat: Heartbeat | Missing,
    sends: Unanswered | Missing,
    asked: Asked,
) -> Judgement:
    """Unify signs in to Salesforce with a stored grant. When it is revoked, expires or is replaced, reads and writes stop
    for everybody until somebody reconnects. An email record written after the evidence refutes it."""
    alive = None if isinstance(beat, Missing) else beat
    # "Inactive user" is a refused sign-in, too; that the user is inactive only Salesforce can show.
    quoted = (
        ()
        if isinstance(errors, Missing)
        else (*errors.of("credentials-expired"), *errors.of("integration-user-inactive"))
    )
    refusals = tuple(e for e in quoted if e.code != "INVALID_SESSION_ID")

    if not isinstance(page, Missing) and page.value == "expired" and not (alive and alive.beats_after(page.at)):
        return cause(f"{SAYS}: its settings page asks to reconnect.", page, remedy=REMEDY)
    if refusals and not (alive and alive.beats_after(asked.question.asked_at)):
        told = counted(refusals, lambda error: f"{error.code}: Salesforce refuses the login")
        return cause(f"{SAYS}: Salesforce refuses its login ({refusals[0].code}).", errors, remedy=REMEDY, counted=told)
    if (
        not isinstance(logins, Missing)
        and logins.failures >= 2
        and not (alive and alive.beats_after(logins.last_failure))
    ):
        return cause(f"{SAYS}: its last sign-ins failed.", logins, remedy=REMEDY, details=logins.says)

    ok = not isinstance(page, Missing) and page.value == "ok"
    if quoted and not ok and not (alive and alive.beats_after(asked.question.asked_at)):
        return suspect(
            f"{SAYS}, perhaps: its session was refused once, which alone may be routine.",
            errors,
            remedy=REMEDY,
            confidence=OPEN,
        )
    if alive and alive.alive:
        return clear(f"The connection works: the last write was {ago(alive.last or alive.as_of, alive.as_of)}.", beat)
    if ok:
        return clear("Unify's settings page shows no connection problem.", page)
    if not isinstance(errors, Missing) and set(errors.errors) - set(quoted):
        return clear("Salesforce answered Unify with an error about a record: it is signed in.", errors)
    if alive and not isinstance(sends, Missing) and (silence := _silence(alive, sends)):
        return silence
    return unknown(beat if isinstance(beat, Missing) and not isinstance(page, Missing) else NOT_SEEN)


def _silence(beat: Heartbeat, sends: Unanswered) -> Judgement | None:
    """What it means that nothing was written lately; nothing where it cannot be told."""
    if beat.usual:
        return None
    if beat.last and sends.times:
        return suspect(
            f"{SAYS}, perhaps: Unify sent emails, but Salesforce has received nothing for "
            f"{ago(beat.last, beat.as_of).removesuffix(' ago')}.",
            beat,
            sends,
            remedy=REMEDY,
            confidence=OPEN,
        )
    if beat.last and not sends.blind:
        return clear("Unify has sent nothing that did not reach Salesforce in the usual time.", beat, sends)
    return None
