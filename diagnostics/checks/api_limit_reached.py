from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.api_allowance import ApiAllowance
from diagnostics.facts.asked import Asked
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.mending import counted
from diagnostics.question import Org, Symptom
from diagnostics.sources import API_LIMITS, ARTICLE

REMEDY = Remedy(
    "Free Salesforce API calls",
    (
        Step("Salesforce: Setup → System Overview → API Usage; Setup → Company Information shows the allowance."),
        Step("Find what uses the calls (Setup → API Usage per app) and slow it down, or buy more calls."),
        Step("Unify goes on by itself as calls of the last 24 hours expire; look at Errors/Skipped Records then."),
    ),
    note="The window is rolling: calls come back one by one, not at midnight.",
)


@check(
    id="api-limit-reached",
    title="Salesforce's API allowance is used up",
    section="6",
    who=Who.SALESFORCE_ADMIN,
    sources=(API_LIMITS, ARTICLE),
    about=Org,
    symptoms=GENERAL,
    explains={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.LATE},
    prior=0.5,
)
def api_limit_reached(
    allowance: ApiAllowance | Missing, errors: WriteErrors | Missing, beat: Heartbeat | Missing, asked: Asked
) -> Judgement:
    """Salesforce allows an organisation so many API calls in 24 hours. When they are used up, every integration waits,
    Unify's reads and writes included."""
    if not isinstance(allowance, Missing) and (allowance.exceeded or allowance.share >= 1):
        return cause(
            "Salesforce's API allowance is used up, so Unify's reads and writes wait.",
            allowance,
            remedy=REMEDY,
            details=allowance.says,
        )
    quoted = () if isinstance(errors, Missing) else errors.of("api-limit-reached")
    if quoted and (isinstance(beat, Missing) or not beat.beats_after(asked.question.asked_at)):
        return cause(
            f"Salesforce refused Unify's calls because a limit was reached ({quoted[0].code}).",
            errors,
            remedy=REMEDY,
            counted=counted(quoted, lambda error: f"{error.code}: a limit of Salesforce's API"),
        )
    if isinstance(allowance, Missing):
        return unknown(allowance)
    if allowance.share >= 0.9:
        return suspect(
            "Salesforce's API allowance is nearly used up.",
            allowance,
            remedy=REMEDY,
            confidence=OPEN,
            details=allowance.says,
        )
    return clear("Salesforce's API allowance is far from used up.", allowance)
