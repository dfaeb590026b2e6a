"""Errors in JSON, wherever it stands in a text: REST, collection, composite and batch results, OAuth answers, JSON lines."""

import json
import re
from collections.abc import Iterator
from typing import Any

from diagnostics.errors.as_lines import in_lines
from diagnostics.errors.codes import KNOWN
from diagnostics.errors.quoted import Quoted, clean, fields_of, names_in

_CODES = ("errorCode", "statusCode", "exceptionCode", "error", "code")
_MESSAGES = ("message", "error_description", "errorMessage", "exceptionMessage", "error")
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")
_START = re.compile(r"\{\s{0,40}\"|\[\s{0,40}[\[{\"]")
_DECODER = json.JSONDecoder()
_DEEPEST = 60
_PATIENCE = 100  # values that may turn out to be none: each costs a walk through the text


def in_json(text: str) -> tuple[list[Quoted], str]:
    """The errors in the JSON values of the text, and the text without those values."""
    found: list[Quoted] = []
    rest: list[str] = []
    at = failures = 0
    for start in (m.start() for m in _START.finditer(text)):
        if start < at:
            continue
        try:
            value, end = _DECODER.raw_decode(text, start)
        except (json.JSONDecodeError, RecursionError):
            failures += 1
            if failures > _PATIENCE:
                break
        else:
            found += (errors := list(_errors(value, (), 0)))
            rest += [text[at:start]] if errors else [text[at:end]]
            at = end
    return found, "\n".join((*rest, text[at:]))


def _errors(value: Any, near: tuple[str, ...], depth: int) -> Iterator[Quoted]:
    """`near` are the texts beside the value, in the objects around it, the closest first: they say what it is about."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _errors(item, near, depth + 1)
    elif isinstance(value, dict):
        near = (*(v for v in value.values() if isinstance(v, str)), *near)
        own = _error(value, near)
        if own:
            yield own
            return
        for inner in value.values():
            yield from _errors(inner, near, depth + 1)
    elif isinstance(value, str):
        for error in in_lines(value):
            yield Quoted(error.code, error.message, error.fields, names_in(near), error.known)


def _error(data: dict[str, Any], near: tuple[str, ...]) -> Quoted | None:
    """The object itself as an error; None where it only holds some."""
    texts = {key: value for key, value in data.items() if isinstance(value, str)}
    key = next((key for key in _CODES if _BARE.fullmatch(texts.get(key, ""))), "")
    if not key:
        return None
    code = texts.pop(key).upper()
    message = next((texts[key] for key in _MESSAGES if key in texts), "")
    if code not in KNOWN and not message:
        return None
    fields = data.get("fields")
    by_name = tuple(str(f) for f in fields if isinstance(f, str)) if isinstance(fields, list) else ()
    message = clean(message)
    # What else the object holds says more of it, such as the records that a duplicate rule found.
    about = names_in((*_texts(data, 0), *near))
    return Quoted(code, message, by_name or fields_of(code, message), about, code in KNOWN)


def _texts(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < _DEEPEST and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner, depth + 1)
