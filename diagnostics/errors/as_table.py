"""Errors in an export: comma, semicolon, tab or bar separated rows under a header, with quoted cells of several lines."""

import csv
import re
from collections.abc import Iterator, Sequence

from diagnostics.errors.as_json import in_json
from diagnostics.errors.as_lines import in_lines
from diagnostics.errors.codes import find
from diagnostics.errors.quoted import Quoted, clean, fields_of, names_in

_SEPARATORS = ",;\t|"
_LOOKED_AT = 40  # lines among which a header is looked for: a message may stand before the table
_SAMPLE = 6_000  # characters behind a header that show whether it is one
_NO_HEADING = re.compile(r"[{}\[\]@=?!\"]|[.:]$|\w{40}")
_OF_ERRORS = re.compile(
    r"error|exception|message|reason|fehler|meldung|grund|erreur|raison|mensaje|motivo|errore|messaggio|erro|エラー",
    re.IGNORECASE,
)
_OF_FIELDS = re.compile(r"(?:api )?(?:fields?|feld(?:er)?|champs?|campos?)(?: names?)?", re.IGNORECASE)
_NO_ERROR = re.compile(
    r"(?:|-+|n/?a|none|null|ok|success\w*|true|synced|written|skipped|failed|error|0)", re.IGNORECASE
)
_MOST_LINES = 60  # of one cell: more is a quotation mark that never closes

Rows = list[list[str]]


def in_table(text: str) -> tuple[list[Quoted], str]:
    """The errors in the rows of a table, and the text before it; none, and all of the text, where there is no table."""
    if not _known(text):
        return [], text
    start = 0
    for number, line in enumerate(text.split("\n", _LOOKED_AT)):
        if number == _LOOKED_AT:
            break
        for separator in (s for s in _SEPARATORS if s in line):
            if _begins(text[start : start + _SAMPLE], separator):
                rows = _rows(text[start:], separator)
                if rows:
                    return list(_errors(rows[0], rows[1:])), text[:start]
        start += len(line) + 1
    return [], text


def _rows(text: str, separator: str) -> Rows:
    """The cells, row by row; nothing where a quotation mark does not close."""
    try:
        lines = (f"{line}\n" for line in text.split("\n"))
        rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator) if row]
    except csv.Error:
        return []
    return [] if any(cell.count("\n") > _MOST_LINES for row in rows for cell in row) else rows


def _begins(sample: str, separator: str) -> bool:
    """Whether the sample's first line is a header: short names, and under them as many cells, with codes in some."""
    if not _heading([cell.strip('" ') for cell in sample.partition("\n")[0].split(separator)]):
        return False
    rows = _rows(sample, separator)
    if len(rows) < 2:
        return False
    coded = [row for row in rows[1:-1] or rows[1:] if any(_known(cell) for cell in row)]
    fitting = [row for row in coded if len(row) == len(rows[0]) and all(c.count("[") == c.count("]") for c in row)]
    named = any(_OF_ERRORS.search(cell) for cell in rows[0])
    return bool(fitting) and len(fitting) == len(coded) and (named or len(rows[0]) > 2)


def _heading(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return (
        len(filled) >= 2
        and all(len(cell) <= 40 and len(cell.split()) <= 5 and not _NO_HEADING.search(cell) for cell in filled)
        and not any(True for cell in filled for _ in find(cell))
    )


def _known(text: str) -> bool:
    return any(found.known for found in find(text))


def _errors(header: Sequence[str], rows: Rows) -> Iterator[Quoted]:
    of_errors = {n for n, name in enumerate(header) if _OF_ERRORS.search(name)}
    of_fields = {n for n, name in enumerate(header) if _OF_FIELDS.fullmatch(name)}
    read: dict[str, list[Quoted]] = {}  # the same cell again is the same errors again
    for row in rows:
        for cell in row:
            if cell not in read:
                read[cell] = _in_cell(cell)
        found = [(n, error) for n, cell in enumerate(row) for error in read[cell]]
        for n, error in _once(found) or found[:1]:
            yield _completed(error, n, row, of_errors, of_fields)
        if not found:
            said = [row[n] for n in sorted(of_errors) if n < len(row) and not _NO_ERROR.fullmatch(row[n])]
            if said:
                yield Quoted("", clean(max(said, key=len)), about=names_in(row), known=False)


def _once(found: Sequence[tuple[int, Quoted]]) -> list[tuple[int, Quoted]]:
    """The errors that are known; a code that stands in several cells, as in a column of its own, from the most telling."""
    known = [(n, error) for n, error in found if error.known]
    telling = {error.code: n for n, error in sorted(known, key=lambda f: len(f[1].message))}
    return [(n, error) for n, error in known if telling[error.code] == n]


def _in_cell(cell: str) -> list[Quoted]:
    if not any(find(cell)):
        return []
    found, rest = in_json(cell) if "{" in cell else ([], cell)
    return [*found, *in_lines(" ".join(rest.split()))]


def _completed(error: Quoted, n: int, row: Sequence[str], of_errors: set[int], of_fields: set[int]) -> Quoted:
    """With what stands in other cells: the message, the fields, whom it is about."""
    others = [cell for m, cell in enumerate(row) if m != n]
    message = error.message
    if not message:
        telling = [row[m] for m in sorted(of_errors - {n}) if m < len(row)] or [c for c in others if len(c.split()) > 2]
        message = clean(max(telling, key=len, default=""))
        message = "" if message.upper().replace(" ", "_") == error.code else message
    named = [row[m] for m in sorted(of_fields - {n}) if m < len(row) and row[m]]
    fields = error.fields or fields_of(error.code, message) or tuple(re.findall(r"[A-Za-z]\w*", " ".join(named)))
    return Quoted(error.code, message, fields, names_in((*others, message)), error.known)
