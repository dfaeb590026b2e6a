"""Unify logs emails as Tasks, without the real content and sent time."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, suspected

ID = "email-message-writeback-off"


def tasks_only(company: Company) -> None:
    company.as_tasks(company.ago(days=company.chance.randint(8, 12)), template=company.chance.random() < 0.5)
    company.truths["writeback"] = "off"


def few_tasks(company: Company) -> None:
    """A quiet week: one or two emails only, and they are Tasks with the template's text."""
    week = company.ago(days=7.5)
    company.unwrite(week)
    company.space.steps = [s for s in company.space.steps if not s["at"] or s["at"] < week]
    for hours in company.chance.sample((2, 27, 50), company.chance.randint(1, 2)):
        company.send(company.others[0], company.fresh_subject(), company.ago(hours=hours))
    company.as_tasks(week, template=True)
    company.truths["writeback"] = "off"


def replies_too(company: Company) -> None:
    """The reply that is missed is a Task without a body, too."""
    tasks_only(company)
    hours = company.chance.choice((5, 26))
    sent = company.space.send(company.contact.enrolled, company.fresh_subject(), company.ago(hours=hours + 4))
    company.space.reply(sent, company.ago(hours=hours), "Re: interested")
    company.tell(company.ago(hours=hours))


_NOT_ADMIN = tuple(c for c in phrases.BODY_MISSING if c.voice != "admin")
FAULT = Fault(
    ID,
    (
        Variant("tasks-without-emails", tasks_only, _NOT_ADMIN, proved(ID), needs=("activities",)),
        Variant(
            "asked",
            few_tasks,
            tuple(c for c in phrases.BODY_MISSING if c.voice == "admin"),
            proved(ID),
            needs=("person",),
        ),
        Variant(
            "said",
            tasks_only,
            (
                rep(
                    "body-missing",
                    "replies arrive in Salesforce as tasks without any text. Email Message Writeback is off, is that why?",
                ),
                admin(
                    "body-missing",
                    "Emails are logged without their body for everyone. Email Message Writeback is switched off in Unify.",
                ),
            ),
            proved(ID),
        ),
        Variant("few-tasks", few_tasks, _NOT_ADMIN, suspected(ID), needs=("activities",)),
        Variant("opens-nowhere", tasks_only, phrases.OPENS_MISSING[:2], proved(ID), needs=("activities",)),
        Variant("reply-is-a-task", replies_too, phrases.REPLY_MISSING[:3], proved(ID), needs=("activities",)),
    ),
)
