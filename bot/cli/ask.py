"""`ask` and `replay`: one triage in the terminal."""

import json
import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from rich.console import Console

from bot.cli import Failed
from bot.triage import Cost, Triage, again
from diagnostics.answers import Answer
from diagnostics.bundle import NotACase, pack
from diagnostics.errors import apart
from diagnostics.prompts import PROMPTS, Prompt
from diagnostics.report import Report
from handlers.case import Audience, State
from handlers.conversation import attach
from handlers.render.data import as_json
from handlers.render.markdown import markdown
from handlers.render.outline import outline
from handlers.render.terminal import terminal
from handlers.understanding import read_answer, understand


def ask(triage: Triage, arguments: Namespace) -> int:
    """Diagnose what is asked; on a terminal, ask back."""
    text = sys.stdin.read() if arguments.text == ["-"] else " ".join(arguments.text)
    if arguments.tz not in available_timezones():
        raise Failed(f"{arguments.tz} is no time zone; use a name such as Europe/Berlin.")
    now = datetime.now(UTC)
    words, pasted = apart(text)
    question = attach(understand(words, asked_at=now, tz=arguments.tz, asker=arguments.asker or ""), pasted)
    answers = [_given(pair, now) for pair in arguments.answer]
    talk = sys.stdin.isatty() and sys.stdout.isatty() and not (arguments.json or arguments.markdown)
    console = Console(stderr=True)
    while True:
        with console.status("Checking …"):
            report, cost = triage.diagnose(question, answers)
        if not (talk and report.prompts) or not (more := _asked(report.prompts[0], report, arguments.tz)):
            break
        answers.append(more)
    _show(report, cost, arguments)
    if arguments.save:
        Path(arguments.save).write_text(json.dumps(pack(report), indent=1))
    return 0


def replay(arguments: Namespace) -> int:
    """The same diagnosis again from a case file, without any network."""
    try:
        data = json.loads(Path(arguments.case).read_text())
    except ValueError as error:
        raise NotACase(f"{arguments.case} is not JSON ({error})") from error
    _show(again(data), Cost(0, 0), arguments)
    return 0


def _show(report: Report, cost: Cost, arguments: Namespace) -> None:
    if arguments.json:
        print(json.dumps(as_json(report, {"salesforce": cost.salesforce, "unify": cost.unify}), indent=1))
        return
    # Whoever has the bot's secrets at hand is its operator: nothing is kept back.
    told = outline("", report, Audience.ADMIN, State.DIAGNOSED, tz=report.question.tz, private=True)
    if arguments.markdown:
        print(markdown(told))
    else:
        Console().print(terminal(told))


def _given(pair: str, now: datetime) -> Answer:
    key, separator, value = pair.partition("=")
    if not separator or key not in PROMPTS:
        raise Failed(f"--answer takes KEY=CHOICE, with KEY one of {', '.join(sorted(PROMPTS))}.")
    prompt = PROMPTS[key]
    choices = [c.value for c in prompt.choices]
    if value not in choices and not prompt.free:
        raise Failed(f"--answer {key}= takes one of {', '.join(choices)}.")
    return Answer(key, value, "the command line", now)


def _asked(prompt: Prompt, report: Report, tz: str) -> Answer | None:
    """Ask on the terminal; nothing where only Enter was pressed."""
    print(f"\n{report.verdict}\n{prompt.text}\n{prompt.where}", file=sys.stderr)
    print("  ".join(f"[{c.value}]" for c in prompt.choices) + "  (Enter: no answer)", file=sys.stderr)
    typed = input("> ").strip()
    if not typed:
        return None
    now = datetime.now(ZoneInfo(tz))
    if typed not in [c.value for c in prompt.choices]:
        typed = read_answer(typed, (prompt.key,), at=now, tz=tz).get(prompt.key, typed if prompt.free else "")
    return Answer(prompt.key, typed, "you", now) if typed else None
