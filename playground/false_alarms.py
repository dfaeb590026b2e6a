"""Complaints where nothing is wrong, or where it is as it should be."""

from playground.company import Company
from playground.faults import Complaint, Truth, Variant, Voice, phrases
from playground.faults.fault import admin, rep, support
from playground.faults.person_not_in_salesforce import stranger
from playground.faults.within_normal_delay import just_created, just_sent

_REFUTED, _NOTHING = Truth(refuted=True), Truth()


def _nothing(company: Company) -> None:
    company.tell(company.ago(hours=5))


def _arrived(company: Company) -> None:
    at, subject = company.ago(hours=company.chance.choice((2, 3, 5, 26))), company.fresh_subject()
    company.send(company.contact, subject, at, opens=3)
    company.tell(at, subject, to_the_minute=True)


def _opened(company: Company) -> None:
    _arrived(company)
    company.words["field"] = company.truths["field"] = "Open_Count__c"


def _arrived_on_lead(company: Company) -> None:
    at, subject = company.ago(hours=company.chance.choice((2, 3, 5, 26))), company.fresh_subject()
    company.send(company.lead, subject, at)
    company.tell(at, subject, to_the_minute=True)
    company.truths["contact"] = company.lead.email


def _reply_arrived(company: Company) -> None:
    """In Unify, and written to Salesforce by its user."""
    at, subject = company.ago(hours=company.chance.choice((3, 5, 26))), company.fresh_subject()
    sent = company.send(company.contact, subject, company.ago(hours=30))
    company.space.reply(sent, at, f"Re: {subject}")
    company.write(company.contact, f"Re: {subject}", at, incoming=True)
    company.org.tables["emailmessage"][-1]["FromAddress"] = company.contact.email
    company.tell(at, subject, to_the_minute=True)


def _gmail_they_say(company: Company) -> None:
    """It was sent by the sequence after all, and written."""
    _arrived(company)
    company.truths["origin"] = "gmail"


def _quiet_weekend(company: Company) -> None:
    """Nothing has been written for a day, and nothing sent either."""
    since = company.ago(hours=22)
    company.silence(since)
    company.space.steps = [s for s in company.space.steps if not s["at"] or s["at"] < since]


def _second_address(company: Company) -> None:
    """Salesforce knows the person by the other of the two addresses that Unify has."""
    to = stranger(company, secondary_email=f"kp{company.chance.randint(10, 99)}@example.net")
    to.id = company.org.insert(
        "Contact",
        FirstName=to.first,
        LastName=to.last,
        Email=to.in_unify["attributes"]["secondary_email"],
        OwnerId=company.rep.id,
        CreatedDate=company.ago(days=70),
        CreatedById=company.admin,
    )
    at, subject = company.ago(hours=5), company.fresh_subject()
    company.send(to, subject, at)
    company.tell(at, subject, to_the_minute=True)


def _no_view_setup(company: Company) -> None:
    company.revoke("PermissionsViewSetup")


def _contacts_shared(company: Company) -> None:
    company.restrict("Contact", PermissionsViewAllRecords=False)


def _colleague_cut_off(company: Company) -> None:
    _arrived(company)
    company.colleagues[0].mailbox["is_unauthorized"] = True


def _by(*voices: Voice) -> tuple[Complaint, ...]:
    everything = (*phrases.NOTHING_SYNCS, *phrases.LATE, *phrases.LOGIN_BROKEN, *phrases.STATUS)
    return tuple(c for c in everything if c.voice in voices)


_BODY = (
    rep("body-missing", "the email to {contact} that I sent {when} arrived in Salesforce without its text"),
    admin("body-missing", "The email to {contact} of {when} is in Salesforce with no body."),
)
_OPENS = (
    rep(
        "opens-missing",
        "the open count ({field}) of my email to {contact} from {when} is zero in Salesforce, Unify shows opens",
    ),
    support(
        "opens-missing",
        "Ticket: the open count in {field} of the email to {contact} sent {when} is missing in Salesforce.",
    ),
)
_SYNC_STARTED = (
    rep(
        "email-missing",
        "my email to {contact} from {when} isn't in Salesforce. Unify started its usual sync two minutes ago.",
    ),
)
_GMAIL = (rep("email-missing", "I sent {contact} an email from Gmail {when}, it isn't in Salesforce"),)
_NEW_THREAD = (
    rep("reply-missing", "{contact} replied {when}, maybe in a new thread, and her reply isn't in Salesforce"),
)
_ENHANCED = (
    admin("body-missing", "Emails arrive without text for all reps. I believe Enhanced Email is off in Salesforce."),
)

FALSE_ALARMS: tuple[Variant, ...] = (
    Variant("email-is-there", _arrived, phrases.EMAIL_MISSING, _REFUTED),
    Variant("email-is-there-by-link", _arrived, phrases.EMAIL_MISSING_BY_LINK, _REFUTED),
    Variant("email-is-there-on-lead", _arrived_on_lead, phrases.EMAIL_MISSING_ON_LEAD, _REFUTED),
    Variant("reply-is-there", _reply_arrived, phrases.REPLY_MISSING, _REFUTED),
    Variant("reply-is-there-new-thread-they-say", _reply_arrived, _NEW_THREAD, _REFUTED),
    Variant("opens-are-there", _opened, _OPENS, _REFUTED),
    Variant("body-is-there", _arrived, _BODY, _REFUTED),
    Variant("person-is-there", _nothing, (*phrases.PERSON_MISSING, *phrases.LEAD_MISSING), _REFUTED),
    Variant("gmail-they-say", _gmail_they_say, _GMAIL, _REFUTED),
    Variant("colleagues-mailbox", _colleague_cut_off, phrases.EMAIL_MISSING[:3], _REFUTED),
    Variant("usual-sync-running", _arrived, _SYNC_STARTED, _REFUTED),
    Variant("too-early", just_sent, phrases.EMAIL_MISSING, Truth(causes=("within-normal-delay",))),
    Variant("contact-too-early", just_created, phrases.PERSON_MISSING, Truth(causes=("within-normal-delay",))),
    Variant("all-is-well", _nothing, _by(Voice.REP, Voice.SUPPORT, Voice.ADMIN), _NOTHING),
    Variant("quiet", _quiet_weekend, _by(Voice.REP, Voice.ADMIN), _NOTHING),
    Variant("second-address", _second_address, phrases.EMAIL_MISSING, _NOTHING, needs=("unify",)),
    Variant("enhanced-email-off-they-say", _nothing, _ENHANCED, _NOTHING),
    Variant(
        "no-view-setup", _no_view_setup, _by(Voice.REP, Voice.ADMIN), Truth(also_found=("missing-system-permission",))
    ),
    Variant(
        "contacts-shared", _contacts_shared, _by(Voice.REP, Voice.ADMIN), Truth(also_found=("no-contact-view-all",))
    ),
)
# Said hours ago; since then Unify's user has written, which refutes it.
OUTDATED: tuple[Variant, ...] = (
    Variant(
        "reconnect-they-said",
        _nothing,
        (
            admin(
                "login-broken", "The Salesforce page in Unify says that the connection has expired, please reconnect."
            ),
            rep("login-broken", "unify shows a banner that our salesforce connection is expired, what should we do?"),
        ),
        _NOTHING,
    ),
    Variant(
        "oauth-error-they-said",
        _nothing,
        (
            admin(
                "login-broken",
                "Unify says `invalid_grant: expired access/refresh token` when it connects to Salesforce.",
            ),
        ),
        _NOTHING,
    ),
    Variant(
        "writing-off-they-said",
        _nothing,
        (
            admin(
                "nothing-syncs",
                'Nothing syncs to Salesforce for anybody. I see that "Enable writing to Salesforce" is disabled.',
            ),
        ),
        _NOTHING,
    ),
    Variant(
        "limit-they-said",
        _nothing,
        (
            admin(
                "write-error",
                "All records in Errors/Skipped Records fail with REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.",
            ),
        ),
        _NOTHING,
    ),
    Variant(
        "import-they-said",
        _nothing,
        (
            support(
                "late",
                "Customer's emails get to Salesforce hours late. A backfill from Salesforce has been running in Unify since this morning.",
            ),
        ),
        _NOTHING,
    ),
)
