"""The rules by which the ideas of a sentence point to a symptom. Weights are relative: 5 is plain, 3 is a hint."""

from dataclasses import dataclass

from diagnostics.question import Symptom


@dataclass(frozen=True, slots=True)
class Rule:
    """`symptom` gains `weight` where a sentence speaks of all of `needs` (one of "a|b") and none of `unless`."""

    symptom: Symptom
    weight: float
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]

    def holds(self, ideas: frozenset[str]) -> bool:
        return self.unless.isdisjoint(ideas) and not any(need.isdisjoint(ideas) for need in self.needs)


def _rule(symptom: Symptom, weight: float, needs: str, unless: str = "") -> Rule:
    return Rule(symptom, weight, tuple(frozenset(n.split("|")) for n in needs.split()), frozenset(unless.split()))


_THING = "email|activity|reply|task"
RULES = (
    _rule(
        Symptom.NOTHING_SYNCS,
        6,
        "team stopped|ended email|activity|everything|nothing|sync",
        "opens-only body owner task blank",
    ),
    _rule(
        Symptom.NOTHING_SYNCS,
        5.5,
        "team absent email|activity|everything|nothing",
        "reply opens-only field body owner task linked misplaced into-unify contrast mine late",
    ),
    _rule(Symptom.NOTHING_SYNCS, 6, "everything-listed team|salesforce|stopped|anymore"),
    _rule(
        Symptom.NOTHING_SYNCS,
        5,
        "nothing|everything absent|stopped|ended salesforce|unify|sync|activity",
        "opens-only field body owner task reply-only one into-unify contrast mine late",
    ),
    _rule(
        Symptom.NOTHING_SYNCS,
        4,
        "our-mail email|activity stopped|ended",
        "opens-only field body owner task reply-only one person contrast mine late",
    ),
    _rule(
        Symptom.NOTHING_SYNCS,
        4,
        "sync stopped|ended",
        "opens-only field body owner task reply-only one person contrast mine late",
    ),
    _rule(Symptom.OPENS_MISSING, 5.5, "opens zero|absent|blank", "everything-listed"),
    _rule(Symptom.OPENS_MISSING, 3, "opens salesforce ask", "everything-listed"),
    _rule(Symptom.OPENS_MISSING, 3, "opens stopped|anymore", "everything-listed"),
    _rule(Symptom.FIELD_EMPTY, 5, "field blank", "opens no-field"),
    _rule(Symptom.FIELD_EMPTY, 3.5, "field absent|zero email|activity|mapping", "opens person-missing no-field code"),
    _rule(Symptom.BODY_MISSING, 5.5, "task body|absent|blank|without email|activity|reply|unify|one"),
    _rule(Symptom.BODY_MISSING, 5, "template email|activity|salesforce|reply"),
    _rule(Symptom.BODY_MISSING, 5.5, "wrong-time"),
    _rule(Symptom.BODY_MISSING, 5, "body absent|blank|without|zero|no-body", "field"),
    _rule(Symptom.BODY_MISSING, 3.5, "task email|reply salesforce|sync", "opens"),
    _rule(Symptom.BODY_MISSING, 3.5, "email blank", "field opens place linked"),
    _rule(Symptom.NOT_LINKED, 5.5, f"misplaced {_THING}"),
    _rule(Symptom.NOT_LINKED, 5.5, f"not-on {_THING}|salesforce|pronoun", "off-salesforce into-unify"),
    _rule(Symptom.NOT_LINKED, 5.5, f"unlinked {_THING}|salesforce|pronoun"),
    _rule(Symptom.NOT_LINKED, 3.5, f"place {_THING} linked", "opens field off-salesforce"),
    _rule(Symptom.WRONG_OWNER, 5.5, f"owner {_THING}|pronoun"),
    _rule(
        Symptom.REPLY_MISSING, 5.5, "reply absent|stopped", "opens-only task body everything-listed field linked owner"
    ),
    _rule(Symptom.PERSON_MISSING, 6, "into-unify person|pronoun", "email-sent"),
    _rule(Symptom.PERSON_MISSING, 4.5, "person unify absent", "email reply opens activity owner task errors-page"),
    _rule(Symptom.PERSON_MISSING, 5, "person salesforce into-unify"),
    _rule(Symptom.LATE, 5, f"late {_THING}|person|sync|unify", "expired contrast-late"),
    _rule(Symptom.LATE, 3.5, f"how-long {_THING}|person|sync salesforce|unify", "how-to"),
    _rule(Symptom.LATE, 3.5, "late salesforce pronoun", "expired contrast-late"),
    _rule(Symptom.LOGIN_BROKEN, 5, "login connection", "email-login"),
    _rule(
        Symptom.EMAIL_MISSING,
        5,
        "email absent",
        "opens field body owner task linked misplaced person-missing reply-only",
    ),
    _rule(
        Symptom.EMAIL_MISSING,
        4.5,
        "email absent salesforce",
        "opens-only field body owner task not-on person-missing reply",
    ),
    _rule(Symptom.EMAIL_MISSING, 4, "absent off-salesforce", "opens field body owner task reply person-missing"),
    _rule(Symptom.EMAIL_MISSING, 3, "email salesforce lost", "opens field body owner task reply"),
    _rule(Symptom.WRITE_ERROR, 2.5, "error errors-page|code|email|person|unify|sync|activity", "no-errors login"),
    _rule(Symptom.WRITE_ERROR, 2.5, "error errors-page|code", "no-errors"),
)
