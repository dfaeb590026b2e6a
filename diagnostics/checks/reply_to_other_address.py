from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.reply_addresses import ReplyAddresses
from diagnostics.facts.said import ReplyAddress
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import ARTICLE

REMEDY = Remedy(
    "Log this reply by hand, and use one address",
    (
        Step("Log the reply by hand on the contact's record in Salesforce."),
        Step("Ask the contact which address they use, and put that one on their record in Salesforce and in Unify."),
        Step("If replies go to another mailbox of yours: ask your Unify admin to connect that mailbox."),
    ),
    note="Unify's help (4 May 2026): replies to an address other than the sequence's do not sync.",
)


@check(
    id="reply-to-other-address",
    title="The reply used another address than the sequence",
    section="1",
    who=Who.REP,
    sources=(ARTICLE,),
    about=Person,
    symptoms={Symptom.REPLY_MISSING, Symptom.NOT_LINKED},
    explains_away=("within-normal-delay",),
    keeps_open=("reply-in-other-thread",),
    prior=1.8,
)
def reply_to_other_address(said: ReplyAddress | Missing, seen: ReplyAddresses | Missing) -> Judgement:
    """A reply is recognised by the addresses of the sequence email: from another address of the contact, or to another of
    the sender, it is a stranger's email."""
    if not isinstance(said, Missing):
        if said.value == "other":
            return cause(
                "The reply came from or went to another address than the sequence used.",
                said,
                remedy=REMEDY,
            )
        return clear("The reply used the sequence's addresses.", said)
    if isinstance(seen, Missing):
        return unknown(said)
    if seen.unknown_to_unify and seen.in_sequence:
        return cause("The reply came from an address that Unify never wrote to.", seen, remedy=REMEDY)
    if seen.in_salesforce:
        return suspect(
            "The contact also writes from another address, which Unify did not write to.",
            seen,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    return unknown(said)
