"""What people write of a symptom when they know nothing of its reason."""

from playground.faults.fault import admin, rep, support

NOTHING_SYNCS = (
    rep("nothing-syncs", "nothing that anybody on the team sends reaches Salesforce any more, no emails, no replies"),
    support(
        "nothing-syncs",
        "Customer: since this morning nothing syncs from Unify to Salesforce any more, for all of their reps. What is wrong?",
    ),
    admin(
        "nothing-syncs", "For the whole org no email activity is being written from Unify to Salesforce. Can you check?"
    ),
)
EMAIL_MISSING = (
    rep("email-missing", "my email to {contact} that I sent {when} isn't in Salesforce"),
    rep("email-missing", "I emailed {contact} {when} and can't find that email anywhere in Salesforce"),
    support("email-missing", "Ticket from {rep_name}: the email to {contact} sent {when} is not in Salesforce. Why?"),
    admin("email-missing", 'The email "{subject}" to {contact} was sent {when} and never made it into Salesforce.'),
)
EMAIL_MISSING_BY_REP = tuple(c for c in EMAIL_MISSING if c.voice == "rep")
EMAIL_MISSING_BY_LINK = (
    rep("email-missing", "the email I sent {when} is missing in Salesforce on {contact_link}"),
    support(
        "email-missing",
        "One of our customer's emails, sent {when}, is missing in Salesforce. The contact: {contact_link}",
    ),
    admin("email-missing", "There is no email from {when} on {contact_link}, it never arrived in Salesforce."),
)
EMAIL_MISSING_ON_LEAD = (
    rep("email-missing", "the email I sent {when} is missing in Salesforce on the lead {lead_link}"),
    support("email-missing", "The email to this lead, sent {when}, is not in Salesforce: {lead_link}"),
    admin("email-missing", "There is no email from {when} on lead {lead_id}, it never arrived in Salesforce."),
)
REPLY_MISSING = (
    rep("reply-missing", "{contact} replied {when} but the reply isn't in Salesforce"),
    rep("reply-missing", "where is the answer of {contact}? she replied {when} and her reply is missing in Salesforce"),
    support(
        "reply-missing", "Ticket: {contact} replied to our email {when}, the reply does not show up in Salesforce."
    ),
    admin("reply-missing", "The reply of {contact} from {when} never got to Salesforce."),
)
REPLY_MISSING_BY_LINK = (
    rep("reply-missing", "the reply I got {when} from {contact_link} isn't in Salesforce"),
    support("reply-missing", "Ticket: this contact replied {when}, the reply is missing in Salesforce: {contact_link}"),
)
BODY_MISSING = (
    rep("body-missing", "emails show up in Salesforce as tasks without their text, for everybody on the team"),
    support("body-missing", "Customer says all emails arrive in Salesforce as Tasks with no email text in them. Why?"),
    admin("body-missing", "All emails and replies get logged in Salesforce as Tasks with no body, for all reps."),
)
OPENS_MISSING = (
    rep("opens-missing", "the open count of my email to {contact} stays at zero in Salesforce, Unify shows opens"),
    support(
        "opens-missing", "Ticket: opens of the email to {contact} are missing in Salesforce, in Unify there are some."
    ),
    admin("opens-missing", "Open counts on the email to {contact} never get updated in Salesforce, Unify has them."),
)
WRONG_OWNER = (
    rep("wrong-owner", "all emails of {rep} are in Salesforce, but without an owner"),
    support("wrong-owner", "Ticket: all of {rep_name}'s emails ({rep}) are in Salesforce under the wrong user. Why?"),
    admin("wrong-owner", "Emails sent by {rep} are in Salesforce but assigned to nobody."),
)
NOT_LINKED = (
    rep("not-linked", "my emails to {contact} are in Salesforce but not linked to the contact"),
    support(
        "not-linked", "Ticket: emails with {contact} exist in Salesforce but don't show on the contact's timeline."
    ),
    admin("not-linked", "Emails to {contact} are in Salesforce, but not linked to the Contact record."),
)
NOT_LINKED_BY_LINK = (
    rep("not-linked", "my emails are in Salesforce but not linked to the contact {contact_link}"),
    support("not-linked", "Ticket: emails exist in Salesforce but don't show on the timeline of {contact_link}"),
)
PERSON_MISSING = (
    rep("person-missing", "the contact {contact_link} is in Salesforce but not in Unify"),
    support(
        "person-missing", "Customer can't find their Salesforce contact {contact_link} in Unify, it doesn't come over."
    ),
    admin("person-missing", "Contact {contact_id} exists in Salesforce and is missing in Unify. Why doesn't it sync?"),
)
LEAD_MISSING = (
    rep("person-missing", "the lead {lead_link} is in Salesforce but not in Unify"),
    support("person-missing", "Customer can't find their Salesforce lead {lead_link} in Unify, it doesn't come over."),
    admin("person-missing", "Lead {lead_id} exists in Salesforce and is missing in Unify. Why doesn't it sync?"),
)
LOGIN_BROKEN = (
    rep("login-broken", "Unify seems to have lost its login to Salesforce, the connection looks broken"),
    admin("login-broken", "I think Unify's connection to Salesforce has authentication problems. Can you check it?"),
)
LATE = (
    rep("late", "emails take forever to get to Salesforce today, they come hours late"),
    admin("late", "All email activity arrives in Salesforce much later than usual, for everyone."),
)
NOT_LINKED_ALL = (
    admin("not-linked", "All reps' emails are in Salesforce but they are not linked to their Contacts."),
    support(
        "not-linked", "Customer: for the whole team, emails exist in Salesforce but aren't attached to the contacts."
    ),
)
PEOPLE_MISSING = (
    admin("person-missing", "Hundreds of our Salesforce contacts are missing in Unify. Why don't they sync?"),
    support("person-missing", "Customer: a lot of their contacts in Salesforce never show up in Unify."),
)
STATUS = (rep("", ""), admin("", ""))
