"""The errors that Salesforce gave Unify: quoted in the message, in a file, or read from Unify's Errors/Skipped Records page."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Human, Missing, Plan, Reason
from diagnostics.check import Fact, Kind
from diagnostics.errors import ECHOES, WriteError, read
from diagnostics.question import Org, Question, Subject, Symptom

_NO_CODE = Missing(Reason.ABSENT, "what was quoted has no error code that I know")
_SAID = 5  # kinds of errors that the evidence names


@dataclass(frozen=True, slots=True)
class WriteErrors(Fact):
    """What was quoted, the most frequent first, read with the error catalogue; empty where the page shows nothing."""

    about: ClassVar[Kind] = Org
    errors: tuple[WriteError, ...]

    @property
    def says(self) -> str:
        if not self.errors:
            return "the Errors/Skipped Records page shows nothing for it"
        if len(self.errors) == 1 and self.errors[0].count == 1:
            error = self.errors[0]
            return f"the error {error.code}" + (f": {error.message}" if error.message else "")
        counts: dict[str, int] = {}
        for error in self.errors:
            counts[error.code] = counts.get(error.code, 0) + error.count
        named = ", ".join(f"{count} × {code}" for code, count in sorted(counts.items(), key=lambda c: -c[1])[:_SAID])
        more = ", …" if len(counts) > _SAID else ""
        return f"{sum(counts.values())} errors ({named}{more})"

    def of(self, cause_id: str) -> tuple[WriteError, ...]:
        """The errors that belong to this cause, the most frequent first."""
        return tuple(e for e in self.errors if e.entry and e.entry.cause_id == cause_id)

    @property
    def echoes(self) -> bool:
        """Whether it only says that another record of the same batch failed."""
        return bool(self.errors) and all(e.code in ECHOES for e in self.errors)

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        quoted = cls(_known(_quoted(question)))
        if quoted.errors and not quoted.echoes:
            return quoted
        try:
            text = (yield Human("write-error")).value
        except Missing:
            if quoted.errors:
                return quoted
            raise
        answered = () if text == "none" else _known(read(text))
        if answered or quoted.errors:
            return cls(answered or quoted.errors)
        if text != "none" or _unread(question):
            raise _NO_CODE
        return cls(())


@dataclass(frozen=True, slots=True)
class UnreadErrors(Fact):
    """What looks like an error, and has no code that the catalogue knows."""

    about: ClassVar[Kind] = Org
    errors: tuple[WriteError, ...]

    @property
    def says(self) -> str:
        error = self.errors[0]
        return f"“{f'{error.code}: {error.message}' if error.code and error.message else error.code or error.message}”"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        unread = _unread(question)
        if unread or _quoted(question):
            return cls(unread)
        text = (yield Human("write-error")).value
        found = () if text == "none" else read(text)
        unread = tuple(e for e in found if e.entry is None)
        return cls(unread if found or text == "none" else (WriteError("", _line(text)),))


def _quoted(question: Question) -> tuple[WriteError, ...]:
    """The errors of the files, and of the message those that are not in them."""
    attached = read(question.attached)
    codes = {e.code for e in attached}
    found = (*attached, *(e for e in read(question.text) if e.code not in codes))
    return tuple(sorted(found, key=lambda e: -e.count))


def _known(errors: tuple[WriteError, ...]) -> tuple[WriteError, ...]:
    return tuple(e for e in errors if e.entry)


# A passage in quotation marks, in code, or quoted with > that has words of failure in it, in the languages of this desk.
_QUOTATION = re.compile(
    r"`{3}(?P<a>[^`]+)`{3}|`(?P<b>[^`\n]+)`|“(?P<c>[^”\n]+)”|\"(?P<d>[^\"\n]+)\"|^(?:>|&gt;)(?P<e>.+)", re.MULTILINE
)
_FAILURE = re.compile(
    r"\b(?:error|exception|failed|failure|invalid|required|missing|insufficient|denied|exceed\w*|duplicate|rejected"
    r"|not allowed|unable|cannot|bad value|too (?:long|large)|fehler|ungültig|erforderlich|pflicht\w*|fehlt|erreur|invalide"
    r"|obligatoire|requis|inválid[oa]|obligatori[oa]|requerid[oa]|permis\w+)\b",
    re.IGNORECASE,
)


def _unread(question: Question) -> tuple[WriteError, ...]:
    quoted = _quoted(question)
    unread = tuple(e for e in quoted if e.entry is None)
    if quoted or Symptom.WRITE_ERROR not in question.suspected:
        return unread
    passages = ("".join(filter(None, m.groups())) for m in _QUOTATION.finditer(question.text))
    lines = (_line(passage) for passage in passages)
    return tuple(
        WriteError("", line) for line in dict.fromkeys(lines) if len(line.split()) > 2 and _FAILURE.search(line)
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:300]
