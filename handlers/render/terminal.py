"""The outline for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from diagnostics.report import Passing
from handlers.render.outline import MARKS, Outline, Section, Waypoint

_COLOURS = {Passing.PASSED: "green", Passing.STOPPED: "bold red", Passing.UNKNOWN: "yellow", Passing.NOT_REACHED: "dim"}


def terminal(outline: Outline) -> RenderableType:
    """A renderable of rich; texts are plain, so nothing in them is read as markup."""
    parts: list[RenderableType] = [Text(outline.headline, style="bold")]
    for section in outline.sections:
        parts += _section(section, repeat=section.headline != outline.headline)
    for prompt in outline.prompts:
        choices = "  ".join(f"[{choice.value}]" for choice in prompt.choices)
        parts.append(Padding(Group(Text(prompt.text, style="bold"), Text(prompt.where), Text(choices)), (1, 0, 0, 0)))
    if outline.flight:
        shown = (Text("How far it got", style="bold dim"), *map(_waypoint, outline.flight))
        parts.append(Padding(Group(*shown), (1, 0, 0, 0)))
    parts += _list("How I know", (f"{line.text} {line.link}".strip() for line in outline.evidence))
    parts += _list("Also found, not the reason", outline.also_found)
    parts += _list("Could not check", outline.unknown)
    if outline.clear:
        parts.append(Text(f"{len(outline.clear)} checks are clear.", style="dim"))
    if outline.recheck:
        parts.append(Text(outline.recheck))
    return Group(*parts)


def _section(section: Section, *, repeat: bool) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(section.headline, style="bold")] if repeat else []
    parts.append(Text(" ".join(filter(None, (f"{section.certainty}.", section.details, section.who)))))
    parts += [Text(f"  • {line}") for line in section.counted]
    parts += [Text(f"  {n}. {step}") for n, step in enumerate(section.steps, 1)]
    if section.note:
        parts.append(Text(section.note, style="dim"))
    if section.explains:
        parts.append(Text(f"This also explains: {'; '.join(section.explains)}.", style="dim"))
    return parts


def _waypoint(point: Waypoint) -> RenderableType:
    ended = point.state in (Passing.STOPPED, Passing.NOT_REACHED)
    style = _COLOURS[point.state]
    says = f" — {point.says}" if point.says else ""
    return Text.assemble(
        "  ", (MARKS[point.state], style), " ", (point.title, style if ended else ""), says, f" {point.link}"
    )


def _list(title: str, lines: Iterable[str]) -> list[RenderableType]:
    shown = [Text(f"  {line}") for line in lines]
    return [Padding(Group(Text(title, style="bold dim"), *shown), (1, 0, 0, 0))] if shown else []
