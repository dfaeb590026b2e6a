"""A case as a file: the question and everything the world answered, so that it can be judged again anywhere."""

import dataclasses
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from diagnostics.asks import (
    ApiUsage,
    Ask,
    Found,
    Human,
    Json,
    LookUp,
    Missing,
    Reason,
    Rest,
    Soql,
    SoqlAll,
    Tooling,
    Unify,
    UnifyJob,
)
from diagnostics.question import Address, Question, Role, Scope, Symptom
from diagnostics.report import Report

FORMAT = 1
_KINDS: dict[str, type[Ask]] = {k.__name__: k for k in (Soql, SoqlAll, Tooling, Rest, ApiUsage, Unify, UnifyJob, Human)}
_TIME = "$time"


class NotACase(ValueError):
    """The text is no case file of this format; says what is wrong with it."""


def pack(report: Report) -> Json:
    """The case file as JSON data."""
    return {
        "format": FORMAT,
        "site": report.site,
        "question": question_as_json(report.question),
        "found": [{"ask": ask_as_json(ask), "answer": _answer(answer)} for ask, answer in report.found.items()],
    }


def unpack(data: Json) -> tuple[Question, LookUp, str]:
    """The question, the world as it answered then, and the Salesforce org's address. Raises NotACase."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotACase(f"this is not a case file of format {FORMAT}")
    try:
        found = {_read_ask(item["ask"]): _read_answer(item["answer"]) for item in data["found"]}
        question = question_from_json(data["question"])
        site = str(data["site"])
    except (KeyError, TypeError, ValueError) as error:
        raise NotACase(f"the case file is damaged ({type(error).__name__}: {error})") from error

    def look_up(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        return {ask: found.get(ask, Missing(Reason.ABSENT, "this was not asked at the time")) for ask in asks}

    return question, look_up, site


def question_as_json(question: Question) -> Json:
    """All fields of a question; times in ISO 8601."""
    data = {f.name: getattr(question, f.name) for f in dataclasses.fields(question)}
    data["addresses"] = [[a.address, a.role.value] for a in question.addresses]
    data["symptoms"] = [s.value for s in question.symptoms]
    data["scope"] = question.scope.value
    data["stated"] = dict(question.stated)
    return {name: _write(value) for name, value in data.items()}


def question_from_json(data: Json) -> Question:
    """The reverse of `question_as_json`."""
    fields: dict[str, Any] = {name: _read(value) for name, value in data.items()}
    fields["addresses"] = tuple(Address(address, Role(role)) for address, role in data["addresses"])
    fields["symptoms"] = tuple(Symptom(s) for s in data["symptoms"])
    fields["scope"] = Scope(data["scope"])
    return Question(**fields)


def ask_as_json(ask: Ask) -> Json:
    """Kind and fields of an ask."""
    fields = {f.name: _write(getattr(ask, f.name)) for f in dataclasses.fields(ask)}
    return {"kind": type(ask).__name__, **fields}


def _read_ask(data: Json) -> Ask:
    fields = {name: _read(value) for name, value in data.items() if name != "kind"}
    return _KINDS[data["kind"]](**fields)


def _answer(answer: Found | Missing) -> Json:
    if isinstance(answer, Missing):
        return {"missing": answer.reason.value, "says": answer.says}
    return {"value": answer.value, "at": answer.at.isoformat() if answer.at else None, "by": answer.by}


def _read_answer(data: Json) -> Found | Missing:
    if "missing" in data:
        return Missing(Reason(data["missing"]), data["says"])
    return Found(data["value"], datetime.fromisoformat(data["at"]) if data["at"] else None, data["by"])


def _write(value: Any) -> Json:
    if isinstance(value, datetime):
        return {_TIME: value.isoformat()}
    return [_write(v) for v in value] if isinstance(value, list | tuple) else value


def _read(value: Json) -> Any:
    if isinstance(value, dict) and set(value) == {_TIME}:
        return datetime.fromisoformat(value[_TIME])
    return tuple(_read(v) for v in value) if isinstance(value, list) else value
