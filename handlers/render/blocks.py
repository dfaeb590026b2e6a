"""The outline as Block Kit: one message, a view of the evidence, a form to paste into. Limits: docs.slack.dev."""

from collections.abc import Iterable
from typing import Any

from diagnostics.prompts import Prompt
from diagnostics.report import Passing
from handlers.render.mrkdwn import cut, escape, link
from handlers.render.outline import MARKS, Line, Outline, Section, Waypoint

Block = dict[str, Any]
TOTAL = 8_000  # Slack refuses messages somewhat above 10,000 characters, without documenting where
_SECTION, _BUTTON, _CHOICES = 2_900, 75, 20
_LABELS = {
    "case/evidence": "Show evidence",
    "case/solved": "That was it",
    "case/not-solved": "That wasn't it",
    "case/recheck": "Check again",
    "case/ask-admin": "Ask an admin",
    "case/handover": "Hand over to Unify support",
}


def message(outline: Outline) -> dict[str, Any]:
    """`text` and `blocks` of the one report message of a case."""
    blocks = [_text(f"*{escape(outline.headline)}*")]
    for section in outline.sections:
        blocks += _section(section, repeat=section.headline != outline.headline)
    for prompt in outline.prompts:
        blocks += _prompt(prompt, outline.case_id)
    if outline.flight:
        blocks.append(_text("\n".join(("*How far it got*", *map(_waypoint, outline.flight)))))
    known = [_line(line) for line in outline.evidence]
    if outline.clear:
        known.append(f"{len(outline.clear)} more {'check is' if len(outline.clear) == 1 else 'checks are'} clear.")
    blocks += _context("How I know", known)
    blocks += _context("Also found, not the reason", map(escape, outline.also_found))
    blocks += _context("Could not check", map(escape, outline.unknown))
    if outline.recheck:
        blocks.append(_text(escape(outline.recheck)))
    if outline.buttons:
        blocks.append(_actions([_button(_LABELS[b], b, outline.case_id) for b in outline.buttons], "case"))
    return {"text": cut(plain(outline), 2_900), "blocks": _fit(blocks)}


def plain(outline: Outline) -> str:
    """The same in plain words, for notifications and screen readers."""
    parts = [outline.headline]
    for section in outline.sections:
        if section.headline != outline.headline:
            parts.append(section.headline)
        parts += section.counted
        parts += [f"{n}. {step}" for n, step in enumerate(section.steps, 1)]
    parts += [f"Question: {p.text} ({', '.join(c.label for c in p.choices)})" for p in outline.prompts]
    if outline.recheck:
        parts.append(outline.recheck)
    return escape("\n".join(parts))


def evidence_view(outline: Outline) -> dict[str, Any]:
    """Everything the report rests on, in a modal."""
    blocks: list[Block] = [_text(f"*{escape(cut(outline.headline, 500))}*")]
    blocks += _paragraphs("How I know", [_line(line) for line in (*outline.evidence, *outline.more_evidence)])
    blocks += _paragraphs("Details", [escape(s.details) for s in outline.sections if s.details])
    blocks += _paragraphs("Checked and clear", map(escape, outline.clear))
    blocks += _paragraphs("Also found", map(escape, outline.also_found))
    blocks += _paragraphs("Could not check", map(escape, outline.more_unknown or outline.unknown))
    blocks += _paragraphs("Documented at", [escape(source) for s in outline.sections for source in s.sources])
    return {
        "type": "modal",
        "title": _plain("Evidence"),
        "close": _plain("Close"),
        "blocks": blocks[:100],
        "private_metadata": outline.case_id,
    }


def paste_form(case_id: str, prompt: Prompt) -> dict[str, Any]:
    """A form for an answer that is too long for a reply, such as lines of the errors page."""
    return {
        "type": "modal",
        "callback_id": "answer_form",
        "private_metadata": f"{case_id} {prompt.key}",
        "title": _plain("Your answer"),
        "submit": _plain("Send"),
        "close": _plain("Cancel"),
        "blocks": [
            _text(f"{escape(prompt.text)}\n{escape(prompt.where)}".strip()),
            {
                "type": "input",
                "block_id": "answer",
                "label": _plain("Paste it here"),
                "element": {"type": "plain_text_input", "action_id": "text", "multiline": True, "max_length": 3000},
            },
        ],
    }


def _section(section: Section, *, repeat: bool) -> list[Block]:
    head = [f"*{escape(section.headline)}*"] if repeat else []
    head.append(" ".join(filter(None, (f"{section.certainty}.", escape(section.details), escape(section.who)))))
    blocks = [_text("\n".join(head))]
    if section.counted:
        blocks.append(_text("\n".join(f"• {escape(line)}" for line in section.counted)))
    if section.steps:
        blocks.append(_text("\n".join(f"{n}. {escape(step)}" for n, step in enumerate(section.steps, 1))))
    extra = [escape(text) for text in (section.note, section.forward) if text]
    if section.explains:
        extra.append(f"This also explains: {escape('; '.join(section.explains))}.")
    return blocks + _context("", extra)


def _prompt(prompt: Prompt, case_id: str) -> list[Block]:
    blocks = [_text(f"*{escape(prompt.text)}*\n{escape(prompt.where)}".strip())]
    buttons = [_button(c.label, f"answer/{prompt.key}/{c.value}", case_id) for c in prompt.choices[:_CHOICES]]
    if prompt.free:
        buttons.insert(0, _button("Answer …", f"answer/{prompt.key}/paste", case_id))
    return [*blocks, _actions(buttons, f"answer/{prompt.key}")]


def _line(line: Line) -> str:
    return escape(line.text) + (f" {link('Open', line.link)}" if line.link else "")


def _waypoint(point: Waypoint) -> str:
    title = escape(point.title)
    words = [f"*{title}*" if point.state is Passing.STOPPED else title, escape(point.says)]
    opened = f" {link('Open', point.link)}" if point.link else ""
    return f"{MARKS[point.state]}  {' — '.join(filter(None, words))}{opened}"


def _context(title: str, lines: Iterable[str]) -> list[Block]:
    shown = [line for line in lines if line]
    if not shown:
        return []
    text = "\n".join(([f"*{title}*"] if title else []) + shown)
    return [{"type": "context", "elements": [{"type": "mrkdwn", "text": cut(text, _SECTION)}]}]


def _paragraphs(title: str, lines: Iterable[str]) -> list[Block]:
    shown = [line for line in lines if line]
    pages: list[str] = []
    for line in shown:
        if pages and len(pages[-1]) + len(line) < _SECTION:
            pages[-1] += f"\n• {line}"
        else:
            pages.append(f"• {line}")
    return [_text(f"*{title}*\n{page}" if number == 0 else page) for number, page in enumerate(pages)]


def _text(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut(text, _SECTION) or " "}, "expand": True}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def _button(label: str, action: str, case_id: str) -> Block:
    return {"type": "button", "text": _plain(cut(label, _BUTTON)), "action_id": action, "value": case_id}


def _actions(buttons: list[Block], block_id: str) -> Block:
    return {"type": "actions", "block_id": block_id, "elements": buttons[:25]}


def _fit(blocks: list[Block]) -> list[Block]:
    """Keep the whole message under Slack's undocumented limit: the longest texts give way first, never the buttons."""
    blocks = blocks[:50]
    texts = [b["text"] if "text" in b else b["elements"][0] for b in blocks if b["type"] in ("section", "context")]
    limit = _SECTION
    while sum(len(t["text"]) for t in texts) > TOTAL - 1_500:
        limit = limit * 3 // 4
        for text in texts:
            text["text"] = cut(text["text"], max(limit, 60))
    return blocks
