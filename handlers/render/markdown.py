"""The outline as Markdown: for tickets, and for the case file that goes to Unify's support."""

import re
from collections.abc import Iterable

from handlers.render.outline import MARKS, Line, Outline, Section, Waypoint

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def escape(text: str) -> str:
    """Text from outside, spelled so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def markdown(outline: Outline) -> str:
    """The whole report."""
    parts = [f"## {escape(outline.headline)}"]
    for section in outline.sections:
        parts += _section(section, repeat=section.headline != outline.headline)
    parts += _list("Open questions", (f"{escape(p.text)} {escape(p.where)}" for p in outline.prompts))
    parts += _list("How far it got", map(_waypoint, outline.flight))
    parts += _list("How we know", (_line(line) for line in (*outline.evidence, *outline.more_evidence)))
    parts += _list("Also found, not the reason", map(escape, outline.also_found))
    parts += _list("Could not check", map(escape, outline.more_unknown or outline.unknown))
    parts += _list("Checked and clear", map(escape, outline.clear))
    if outline.recheck:
        parts.append(escape(outline.recheck))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, *, repeat: bool) -> list[str]:
    parts = [f"### {escape(section.headline)}"] if repeat else []
    parts.append(" ".join(filter(None, (f"{section.certainty}.", escape(section.details), escape(section.who)))))
    if section.counted:
        parts.append("\n".join(f"- {escape(line)}" for line in section.counted))
    parts.append("\n".join(f"{n}. {escape(step)}" for n, step in enumerate(section.steps, 1)))
    if section.note:
        parts.append(f"*{escape(section.note)}*")
    if section.explains:
        parts.append(f"This also explains: {escape('; '.join(section.explains))}.")
    return parts + _list("Documented at", map(escape, section.sources))


def _list(title: str, lines: Iterable[str]) -> list[str]:
    shown = [f"- {line}" for line in lines]
    return [f"**{title}**\n\n" + "\n".join(shown)] if shown else []


def _line(line: Line) -> str:
    return escape(line.text) + _link(line.link)


def _waypoint(point: Waypoint) -> str:
    words = " — ".join(escape(text) for text in (point.title, point.says) if text)
    return f"{MARKS[point.state]} {words}{_link(point.link)}"


def _link(address: str) -> str:
    return f" <{address}>" if address.startswith("https://") else ""
