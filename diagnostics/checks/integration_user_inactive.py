from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.sign_in import SignInLock
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org
from diagnostics.sources import ARTICLE, OVERVIEW

REMEDY = Remedy(
    "Let the user that Unify signs in as sign in again",
    (
        Step("Salesforce: Setup → Users → open the user that Unify signs in as; activate, unfreeze or unlock it."),
        Step(
            "If that person has left: in Unify, Settings → Integrations → Salesforce → Change User, and connect a "
            "dedicated integration user."
        ),
        Step(
            "Look at Settings → Integrations → Salesforce → Errors/Skipped Records after the next sync (up to 30 minutes)."
        ),
    ),
    note="Emails refused meanwhile are not written by themselves as far as Unify documents: ask Unify support to re-sync.",
)


@check(
    id="integration-user-inactive",
    title="The user Unify signs in as is inactive, frozen or locked",
    section="7,S",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, OVERVIEW),
    about=Org,
    symptoms=GENERAL,
    explains=GENERAL,
    explains_away=("credentials-expired",),
    prior=0.6,
)
def integration_user_inactive(
    user: IntegrationUser, lock: SignInLock | Missing, beat: Heartbeat | Missing, errors: WriteErrors | Missing
) -> Judgement:
    """Everything Unify writes goes through one Salesforce user. If that user is deactivated, frozen or locked, nothing
    can be written or read for anybody, whatever the connection page says."""
    says = "The Salesforce user that Unify signs in as cannot sign in"
    if not user.active:
        # An inferred user may have been replaced in Unify since it last wrote, unless Salesforce said the same to Unify.
        told = not isinstance(errors, Missing) and bool(errors.of("integration-user-inactive"))
        judge = suspect if user.inferred and not told else cause
        return judge(
            f"{says}: it is inactive.",
            user,
            *((errors,) if told else ()),
            remedy=REMEDY,
            details=f"{user.username} is inactive.",
        )
    if isinstance(lock, Missing):
        if not isinstance(beat, Missing) and beat.alive:
            return clear("Unify's Salesforce user is active and has just written.", user, beat)
        return unknown(lock)
    written_since = not isinstance(beat, Missing) and beat.beats_after(lock.since)
    if (lock.frozen or lock.locked) and not written_since:
        state = "frozen" if lock.frozen else "locked"
        return cause(
            f"{says}: it is {state}.",
            lock,
            user,
            remedy=REMEDY,
            details=f"{user.username} is {state}.",
        )
    return clear("Unify's Salesforce user is active, not frozen and not locked.", user, lock)
