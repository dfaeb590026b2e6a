"""Answering a query from the tables: conditions, relationships, aggregates, order."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from playground.salesforce import access
from playground.salesforce.org import Org, Row, spelled
from playground.salesforce.schema import Field, Sobject
from playground.salesforce.soql import Aggregate, Comparison, Literal, Logic, Path, Query, SoqlError, parse


def answer(
    org: Org, text: str, *, tooling: bool = False, version: str = "67.0", everything: bool = False
) -> dict[str, Any]:
    """The REST body for a query; with `everything` (queryAll) archived and deleted records, too."""
    with org.lock:
        query = parse(text)
        access.check(org, query.sobject, tooling=tooling)
        return _answer(org, query, tooling, version, everything)


def _answer(org: Org, query: Query, tooling: bool, version: str, everything: bool = False) -> dict[str, Any]:
    kind = org.schema[query.sobject.lower()]
    for path in _paths(query):
        field = _field(org, kind, path)
        if path == ("Metadata",) and field.type == "complexvalue" and query.limit != 1 and not _one_id(query):
            raise SoqlError(
                "MALFORMED_QUERY",
                "When retrieving results with Metadata or FullName fields, the query qualifications must specify no more "
                "than one row for retrieval.",
            )
    found = [row for row in access.rows(org, query) if query.where is None or _holds(org, kind, query.where, row)]
    if not everything:
        found = [row for row in found if not (row.get("IsDeleted") or row.get("IsArchived"))]
    for ordering in reversed(query.order):
        found.sort(key=_order_key(org, kind, ordering.path), reverse=ordering.descending)
        # A stable sort: values keep their order, and what has none goes to its side.
        empty = [r for r in found if _value(org, kind, ordering.path, r) is None]
        filled = [r for r in found if _value(org, kind, ordering.path, r) is not None]
        found = filled + empty if ordering.nulls_last else empty + filled
    if query.counts:
        return {"totalSize": len(found), "done": True, "records": []}
    if any(isinstance(s, Aggregate) for s in query.select) or query.group:
        records = _grouped(org, kind, query, found)
    else:
        place = "tooling/sobjects" if tooling else "sobjects"
        records = [_record(org, kind, query, row, f"/services/data/v{version}/{place}") for row in found]
    records = records[query.offset :][: query.limit]
    return {"totalSize": len(records), "done": True, "records": records[:2000]}


def _paths(query: Query) -> Iterable[Path]:
    for selected in query.select:
        if not isinstance(selected, Aggregate):
            yield selected
        elif selected.path:
            yield selected.path
    yield from query.group
    yield from (o.path for o in query.order)


def _one_id(query: Query) -> bool:
    where = query.where
    return isinstance(where, Comparison) and where.path == ("Id",) and where.operator == "="


def _field(org: Org, kind: Sobject, path: Path) -> Field:
    """The field at the end of a path; INVALID_FIELD where there is none."""
    for name in path[:-1]:
        reference = next((f for f in kind.fields.values() if f.relationship.lower() == name.lower()), None)
        if reference is None or not reference.relationship:
            raise SoqlError("INVALID_FIELD", f"Didn't understand relationship '{name}' in field path.")
        kind = org.schema[reference.target.lower()]
    field = kind.fields.get(path[-1].lower())
    if field is None:
        raise SoqlError(
            "INVALID_FIELD",
            f"No such column '{path[-1]}' on entity '{kind.name}'. If you are attempting to use a custom field, be sure to "
            "append the '__c' after the custom field name.",
        )
    return field


def _value(org: Org, kind: Sobject, path: Path, row: Row | None) -> Any:
    for name in path[:-1]:
        if row is None:
            return None
        reference = next(f for f in kind.fields.values() if f.relationship.lower() == name.lower())
        row, kind = _parent(org, reference, row.get(reference.name))
    return None if row is None else row.get(kind.fields[path[-1].lower()].name)


def _parent(org: Org, reference: Field, id: str | None) -> tuple[Row | None, Sobject]:
    target = "Lead" if reference.target == "Contact" and (id or "").startswith("00Q") else reference.target
    if target == "EntityDefinition":
        return {"QualifiedApiName": id, "DurableId": id, "Label": id}, org.schema["entitydefinition"]
    return next(iter(org.rows(target, Id=id)), None), org.schema[target.lower()]


def _record(org: Org, kind: Sobject, query: Query, row: Row, place: str) -> dict[str, Any]:
    record: dict[str, Any] = {"attributes": _attributes(kind, row, place)}
    for path in query.select:
        assert not isinstance(path, Aggregate)
        _put(org, kind, path, row, record, place)
    return record


def _put(org: Org, kind: Sobject, path: Path, row: Row, record: dict[str, Any], place: str) -> None:
    if len(path) == 1:
        record[kind.fields[path[0].lower()].name] = spelled(_value(org, kind, path, row))
        return
    reference = next(f for f in kind.fields.values() if f.relationship.lower() == path[0].lower())
    parent, parent_kind = _parent(org, reference, row.get(reference.name))
    if parent is None:
        record[reference.relationship] = None
        return
    inner = record.setdefault(reference.relationship, {"attributes": _attributes(parent_kind, parent, place)})
    _put(org, parent_kind, path[1:], parent, inner, place)


def _attributes(kind: Sobject, row: Row, place: str) -> dict[str, Any]:
    return {
        "type": kind.name,
        "url": f"{place}/{kind.name}/{row.get('Id') or row.get('DurableId') or '000000000000000AAA'}",
    }


def _grouped(org: Org, kind: Sobject, query: Query, rows: list[Row]) -> list[dict[str, Any]]:
    groups: dict[tuple[Any, ...], list[Row]] = {} if query.group else {(): rows}
    for row in rows if query.group else ():
        groups.setdefault(tuple(_value(org, kind, p, row) for p in query.group), []).append(row)
    functions: dict[str, Callable[[list[Any]], Any]] = {
        "count": len,
        "count_distinct": lambda values: len(set(values)),
        "max": lambda values: max(values, default=None),
        "min": lambda values: min(values, default=None),
    }
    records = []
    for key, members in groups.items():
        record: dict[str, Any] = {"attributes": {"type": "AggregateResult"}}
        record |= {path[-1]: spelled(value) for path, value in zip(query.group, key, strict=True)}
        for number, selected in enumerate(s for s in query.select if isinstance(s, Aggregate)):
            values = [v for row in members if (v := _value(org, kind, selected.path, row)) is not None]
            record[selected.alias or f"expr{number}"] = spelled(functions[selected.function](values))
        records.append(record)
    return records


def _order_key(org: Org, kind: Sobject, path: Path) -> Callable[[Row], Any]:
    def key(row: Row) -> Any:
        value = _value(org, kind, path, row)
        return (value is not None, str(value).lower() if isinstance(value, str) else value or 0)

    return key


def _holds(org: Org, kind: Sobject, condition: Comparison | Logic, row: Row) -> bool:
    if isinstance(condition, Logic):
        if condition.operator == "not":
            return not _holds(org, kind, condition.terms[0], row)
        return (all if condition.operator == "and" else any)(_holds(org, kind, t, row) for t in condition.terms)
    field = _field(org, kind, condition.path)
    if not field.filterable:
        raise SoqlError("INVALID_FIELD", f"field '{field.name}' can not be filtered in a query call")
    value = _value(org, kind, condition.path, row)
    if condition.operator in ("in", "not in"):
        wanted = _members(org, condition.value)
        return (_norm(field, value) in {_norm(field, w) for w in wanted}) == (condition.operator == "in")
    return _compare(org, field, value, condition.operator, condition.value)


def _members(org: Org, value: Any) -> list[Any]:
    if isinstance(value, Query):
        access.check(org, value.sobject, tooling=False)
        inner = _answer(org, value, False, "", False)
        name = value.select[0][-1] if not isinstance(value.select[0], Aggregate) else ""
        return [record.get(name) for record in inner["records"]]
    return list(value)


def _norm(field: Field, value: Any) -> Any:
    if isinstance(value, str):
        if field.type in ("id", "reference") and len(value) == 18:
            return value[:15]
        return value if field.type in ("id", "reference") else value.lower()
    return value


def _compare(org: Org, field: Field, value: Any, operator: str, wanted: Any) -> bool:
    if isinstance(wanted, Literal):
        start, end = _span(wanted, org.clock())
        if value is None:
            return False
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day, tzinfo=UTC)
        return {
            "=": start <= moment < end,
            "!=": not start <= moment < end,
            "<": moment < start,
            "<=": moment < end,
            ">": moment >= end,
            ">=": moment >= start,
        }[operator]
    if operator == "like":
        pattern = "".join(".*" if c == "%" else "." if c == "_" else re.escape(c) for c in str(wanted))
        return isinstance(value, str) and re.fullmatch(pattern, value, re.IGNORECASE | re.DOTALL) is not None
    a, b = _norm(field, value), _norm(field, wanted)
    if operator == "=":
        return bool(a == b)
    if operator == "!=":
        return bool(a != b)
    if a is None or b is None:
        return False
    if isinstance(a, datetime) != isinstance(b, datetime) or isinstance(a, str) != isinstance(b, str):
        raise SoqlError(
            "INVALID_FIELD", f"value of filter criterion for field '{field.name}' must be of type {field.type}"
        )
    return bool({"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[operator])


def _span(literal: Literal, now: datetime) -> tuple[datetime, datetime]:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    day = timedelta(days=1)
    week = today - day * ((today.weekday() + 1) % 7)  # weeks begin on Sunday in the default locale
    month = today.replace(day=1)
    last_month = (month - day).replace(day=1)
    return {
        "TODAY": (today, today + day),
        "YESTERDAY": (today - day, today),
        "TOMORROW": (today + day, today + 2 * day),
        "THIS_WEEK": (week, week + 7 * day),
        "LAST_WEEK": (week - 7 * day, week),
        "THIS_MONTH": (month, (month + 32 * day).replace(day=1)),
        "LAST_MONTH": (last_month, month),
        "LAST_N_DAYS": (today - literal.number * day, now + day),
        "NEXT_N_DAYS": (today + day, today + (literal.number + 1) * day),
        "LAST_N_WEEKS": (week - 7 * literal.number * day, week),
    }[literal.name]
