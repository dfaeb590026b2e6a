"""Errors in running text: lines of the Errors/Skipped Records page, log lines, JSON that was cut short, prose."""

import re
from bisect import bisect
from collections.abc import Iterator
from urllib.parse import unquote_plus

from diagnostics.errors.codes import Found, find, find_spoken
from diagnostics.errors.quoted import MOST, Quoted, clean, fields_of, names_in

# Codes of automation, whose messages quote what it ran into.
_AUTOMATION = {"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "CANNOT_EXECUTE_FLOW_TRIGGER", "APEX_ERROR"}
_INNER = re.compile(r"first error:\s*$")
_AFTER = re.compile(r"[\"'`“”*_\])]*\s*(?:[:;|,–—\t-]|\bwith\b)\s*[\"'`“*_]*(?P<message>[^\n]+)")
_COLON = re.compile(r"\s*:\s*(?P<message>[^\n]+)")
_OAUTH = re.compile(r"[&?\s]error_description=(?P<message>[^&\s]{1,500})")
_SAID = re.compile(
    r"[\"'“](?:message|error_description|errorMessage)[\"'”]\s*:\s*[u]?(?:\"(?P<a>(?:[^\"\\]|\\.){0,500})\"?"
    r"|'(?P<b>(?:[^'\\]|\\.){0,500})'|“(?P<c>[^”]{0,500})”)"
)
_NAMED = re.compile(r"[\"'“](?:errorCode|statusCode|exceptionCode|error)[\"'”]\s*:\s*[\"'“]$")
_FIELDS = re.compile(r"[\"'“]fields[\"'”]\s*:\s*\[(?P<fields>[^\]]{0,500})")
_FIELD_NAME = re.compile(r"[A-Za-z]\w*")
_AROUND = 1_500  # characters of an object that are looked at before and behind its code


def in_lines(text: str) -> Iterator[Quoted]:
    """The errors in a text that is neither JSON nor a table, in order."""
    if not any(find(text)) and not find_spoken(text):
        return
    lines = _Lines(text)
    codes = _outer(lines)
    for n, found in enumerate(codes):
        start, end = lines.around(found)
        stop = min(end, codes[n + 1].start) if n + 1 < len(codes) else end
        message, fields = _of_object(text, found) or (_message(text, found, start, stop), ())
        fields = fields or fields_of(found.code, message)
        yield Quoted(found.code, message, fields, lines.names(found, start, end, stop), found.known, alone=True)


class _Lines:
    """A text that knows its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [m.start() for m in re.finditer("\n", text)]
        self._names: dict[int, tuple[str, ...]] = {}

    def number(self, found: Found) -> int:
        """Of the line that the code stands on, from 0."""
        return bisect(self._breaks, found.start)

    def around(self, found: Found) -> tuple[int, int]:
        """Where that line begins and ends; of an endless one, what is near the code."""
        n = self.number(found)
        start = self._breaks[n - 1] + 1 if n else 0
        end = self._breaks[n] if n < len(self._breaks) else len(self.text)
        return max(start, found.start - 2 * MOST), min(end, found.end + 4 * MOST)

    def names(self, found: Found, start: int, end: int, stop: int) -> tuple[str, ...]:
        """Whom or what its line is about, from `start` to `end`; of an endless line, what stands between the code and
        `stop`."""
        if end - start > 4 * MOST:
            return names_in([self.text[found.end : stop]])
        if start not in self._names:
            self._names[start] = names_in([self.text[start:end]])
        return self._names[start]


def _outer(lines: _Lines) -> list[Found]:
    """The codes that are errors of their own: not words of a sentence behind one, nor what automation ran into."""
    text = lines.text
    exact: dict[int, list[Found]] = {}  # by line
    automation = -1  # the line in which it tells of what it ran into
    for found in find(text):
        line = lines.number(found)
        if line == automation or _INNER.search(text, max(0, found.start - 40), found.start) or _in_message(text, found):
            continue
        automation = line if found.code in _AUTOMATION else automation
        exact.setdefault(line, []).append(found)
    # On a line with a code that is known the other words are about it.
    own = [[f for f in codes if f.known] or codes for codes in exact.values()]
    known = {line for line, codes in exact.items() if any(f.known for f in codes)}
    one_line = "\n" not in text
    spoken = () if one_line and known else [f for f in find_spoken(text) if lines.number(f) not in known]
    return sorted((*(f for codes in own for f in codes), *spoken), key=lambda f: f.start)


def _message(text: str, found: Found, start: int, stop: int) -> str:
    """What stands behind the code on its line, else before it, else on the next line, if the code has its own."""
    behind = text[found.end : stop]
    if described := _OAUTH.match(behind):
        return clean(unquote_plus(described["message"]))
    # Behind words that are also a sentence's, only a colon begins a message.
    said = after["message"] if (after := (_COLON if found.spoken else _AFTER).match(behind)) else ""
    mark = text[max(0, found.start - 1) : found.start]
    if mark in ("`", '"', "“") and said:  # quoted as a whole: the message ends where the quotation does
        said = said.partition({"“": "”"}.get(mark, mark))[0]
    if message := clean(said):
        return message
    before = text[start : found.start]
    if not found.spoken and (message := clean(_said_before(before))):
        return message
    if not any(c.isalnum() for c in before + behind):
        following = text[found.end : found.end + 2 * MOST].lstrip("`*_\"' \t").removeprefix("\n").partition("\n")[0]
        return "" if any(find(following)) else clean(following)
    return ""


def _said_before(before: str) -> str:
    """The quotation that ends shortly before the code, or all up to a bracket, slash, bar or dash right before it."""
    for opening, closing in ('""', "“”", "``"):
        end = before.rfind(closing, max(0, len(before) - 14))
        begin = before.rfind(opening, max(0, end - MOST), end) if end > 0 else -1
        if begin >= 0 and end - begin > 4:
            return before[begin + 1 : end]
    bare = before.rstrip(" \"'`*_")
    return bare[:-1] if len(bare) > 8 and bare[-1] in "(/|\t—–" else ""


def _of_object(text: str, found: Found) -> tuple[str, tuple[str, ...]] | None:
    """Message and fields beside the code in its JSON object, however it was cut or its quotation marks changed."""
    if not _NAMED.search(text, max(0, found.start - 40), found.start):
        return None
    opening = text.rfind("{", max(0, found.start - _AROUND), found.start)
    closing = text.find("}", found.end, found.end + _AROUND)
    inside = text[max(opening, 0, found.start - _AROUND) : closing if closing >= 0 else found.end + _AROUND]
    said, named = _SAID.search(inside), _FIELDS.search(inside)
    message = clean((said["a"] or said["b"] or said["c"] or "").replace('\\"', '"')) if said else ""
    return message, tuple(_FIELD_NAME.findall(named["fields"])) if named else ()


def _in_message(text: str, found: Found) -> bool:
    """Whether the code stands inside the message of a JSON object that was cut short."""
    opening = text.rfind("{", max(0, found.start - _AROUND), found.start)
    said = _SAID.search(text, opening, found.start + 600) if opening >= 0 else None
    return bool(said and said.start() < found.start < said.end())
