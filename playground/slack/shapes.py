"""A small language for what JSON Slack accepts. A shape looks at a value and lists what is wrong with it.

The wording and the JSON pointers are those of `response_metadata.messages` in Slack's own refusals.
"""

import re
from collections.abc import Callable, Collection, Mapping

Shape = Callable[[object, str], list[str]]
"""(value, JSON pointer) → complaints, none if the value is well."""


def complaint(says: str, pointer: str) -> list[str]:
    return [f"{says} [json-pointer:{pointer}]"]


def text(longest: int, shortest: int = 1) -> Shape:
    """A string. Slack counts characters, the words of its complaints say "less than" and "more than"."""

    def look(value: object, pointer: str) -> list[str]:
        if not isinstance(value, str):
            return complaint("must be a string", pointer)
        if len(value) < shortest:
            return complaint(f"must be more than {shortest - 1} characters", pointer)
        return complaint(f"must be less than {longest + 1} characters", pointer) if len(value) > longest else []

    return look


def url(longest: int = 3000) -> Shape:
    def look(value: object, pointer: str) -> list[str]:
        wrong = text(longest)(value, pointer)
        if not wrong and not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", str(value)):
            wrong = complaint("must be a valid URL", pointer)
        return wrong

    return look


def matching(pattern: str) -> Shape:
    def look(value: object, pointer: str) -> list[str]:
        return [] if isinstance(value, str) and re.fullmatch(pattern, value) else complaint("invalid format", pointer)

    return look


def yes_no(value: object, pointer: str) -> list[str]:
    return [] if isinstance(value, bool) else complaint("must be a boolean", pointer)


def anything(value: object, pointer: str) -> list[str]:
    return []


def number(low: int, high: int) -> Shape:
    def look(value: object, pointer: str) -> list[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            return complaint("must be an integer", pointer)
        return [] if low <= value <= high else complaint(f"must be between {low} and {high}", pointer)

    return look


def one_of(*allowed: str) -> Shape:
    def look(value: object, pointer: str) -> list[str]:
        return [] if value in allowed else complaint("value must be one of: " + ", ".join(allowed), pointer)

    return look


def many(item: Shape, most: int, fewest: int = 1) -> Shape:
    def look(value: object, pointer: str) -> list[str]:
        if not isinstance(value, list | tuple):
            return complaint("must be an array", pointer)
        if len(value) > most:
            return complaint(f"no more than {most} items allowed", pointer)
        if len(value) < fewest:
            return complaint(f"no less than {fewest} items required", pointer)
        return [wrong for index, each in enumerate(value) for wrong in item(each, f"{pointer}/{index}")]

    return look


Rule = Callable[[Mapping[str, object]], str | None]
"""What must hold among the fields of one object; the complaint if it does not."""


def record(required: Mapping[str, Shape], optional: Mapping[str, Shape] | None = None, *rules: Rule) -> Shape:
    """An object with these fields and no others. `None` counts as absent, as clients send it for what was not set."""
    fields = {**required, **(optional or {})}

    def look(value: object, pointer: str) -> list[str]:
        if not isinstance(value, Mapping):
            return complaint("must be an object", pointer)
        there = {name: each for name, each in value.items() if each is not None}
        wrong = [
            w for name in required if name not in there for w in complaint(f"missing required field: {name}", pointer)
        ]
        for name, each in there.items():
            if name in fields:
                wrong += fields[name](each, f"{pointer}/{name}")
            else:
                wrong += complaint(f"invalid additional property: {name}", pointer)
        broken = [says for rule in rules if (says := rule(there))]
        return wrong + [w for says in broken for w in complaint(says, pointer)]

    return look


def typed(kinds: Mapping[str, Shape], allowed: Collection[str] | None = None) -> Shape:
    """An object whose `type` names its shape; `allowed` narrows what may stand here."""

    def look(value: object, pointer: str) -> list[str]:
        if not isinstance(value, Mapping):
            return complaint("must be an object", pointer)
        kind = value.get("type")
        if kind is None:
            return complaint("missing required field: type", pointer)
        if not isinstance(kind, str) or kind not in kinds or (allowed is not None and kind not in allowed):
            return complaint(f"unsupported type: {kind}", f"{pointer}/type")
        return kinds[kind](value, pointer)

    return look


def at_least_one(*names: str) -> Rule:
    def holds(fields: Mapping[str, object]) -> str | None:
        return (
            None
            if any(name in fields for name in names)
            else "must define either " + " or ".join(f"`{n}`" for n in names)
        )

    return holds


def not_both(one: str, other: str) -> Rule:
    def holds(fields: Mapping[str, object]) -> str | None:
        return f"`{one}` and `{other}` cannot be used together" if one in fields and other in fields else None

    return holds


def no_more_than_one(*names: str) -> Rule:
    def holds(fields: Mapping[str, object]) -> str | None:
        there = [name for name in names if name in fields]
        return "only one of " + ", ".join(f"`{n}`" for n in there) + " is allowed" if len(there) > 1 else None

    return holds
