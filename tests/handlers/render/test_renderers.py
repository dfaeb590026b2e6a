"""Whatever a report says, and whoever wrote the texts in it: limits hold, nothing is injected, nothing private is told."""

import re
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from diagnostics.asks import Missing, Reason
from diagnostics.checks import LADDER
from diagnostics.flight import STAGES
from diagnostics.judgement import Counted, Judgement, Remedy, Step, Verdict, cause, clear, suspect, unknown
from diagnostics.prompts import PROMPTS
from diagnostics.question import Org, Person, Symptom
from diagnostics.report import Established, Evidence, Finding, Passing, Report, StageResult, Truth
from handlers.case import Audience, State
from handlers.render import blocks
from handlers.render.data import as_json
from handlers.render.markdown import markdown
from handlers.render.metadata import metadata
from handlers.render.mrkdwn import cut, escape, link
from handlers.render.outline import MARKS, Outline, Waypoint, outline
from handlers.render.terminal import terminal
from playground.slack.blocks import message_complaints
from tests.diagnostics.checks.facts import NOW, question

EVIL = [
    "<!channel>", "<@U123>", "<https://evil.example|click>", "*bold*", "`code`", "&lt;", "```", "_x_ ~y~", "a" * 4_000,
    "\u202e", "{{name}}", "[link](https://evil.example)", "line\nline", "😀" * 300, "<!subteam^S1>",
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(EVIL), st.text(max_size=200)).filter(str.strip)
SECRET = "unify-sync@initech.com"


def judgements() -> st.SearchStrategy[Judgement]:
    """Any verdict, with texts from outside."""
    steps = st.lists(TEXTS.map(Step), min_size=1, max_size=6).map(
        lambda s: (*s, Step(f"{SECRET} has today: X", private=True))
    )
    remedies = st.builds(Remedy, title=TEXTS, steps=steps, note=TEXTS)
    fact = st.just("a fact")
    return st.one_of(
        st.builds(lambda s, f, r: cause(s, f, remedy=r, details=f"{SECRET} lacks it"), TEXTS, fact, remedies),
        st.builds(lambda s, f, r: suspect(s, f, remedy=r), TEXTS, fact, remedies),
        st.builds(clear, TEXTS),
        st.builds(lambda s: unknown(Missing(Reason.DENIED, s)), TEXTS),
    )


EVIDENCE = st.lists(
    st.one_of(
        st.builds(Evidence, st.just("salesforce"), TEXTS, st.just(NOW), st.sampled_from(["", "https://a.my.salesforce.com/x", "javascript:alert(1)", *EVIL])),
        st.just(Evidence("salesforce", f"Unify signs in as {SECRET}", NOW, private=True)),
    ),
    max_size=12,
).map(tuple)  # fmt: skip


# Words about rights, users and limits rest on private evidence.
SECRETS = (Evidence("salesforce", SECRET, NOW, "https://a.my.salesforce.com/secret", private=True),)
FLIGHTS = st.tuples(
    *(
        st.one_of(
            st.builds(StageResult, st.just(s.name), st.just(s.title), st.sampled_from(list(Passing)), st.just("") | TEXTS, EVIDENCE.filter(lambda e: not any(x.private for x in e))),
            st.builds(StageResult, st.just(s.name), st.just(s.title), st.sampled_from(list(Passing)), st.just(f"{SECRET} may not"), st.just(SECRETS)),
        )
        for s in STAGES
    )
)  # fmt: skip


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of any shape."""
    chosen = draw(st.lists(st.sampled_from(LADDER), max_size=len(LADDER), unique_by=lambda c: c.id))
    findings = tuple(
        Finding(c, Org() if Org in c.about else Person("jane@acme.com"), draw(judgements()), draw(EVIDENCE))
        for c in chosen
    )
    split = draw(st.integers(0, len(findings)))
    asked = question(*draw(st.lists(st.sampled_from(list(Symptom)), max_size=2, unique=True)), text=draw(TEXTS))
    state = draw(st.sampled_from(list(Truth)))
    prompts = draw(st.lists(st.sampled_from(list(PROMPTS.values())), max_size=2, unique_by=lambda p: p.key))
    established = Established(asked.symptoms[0] if asked.symptoms else None, state, draw(TEXTS))
    return Report(
        asked,
        established,
        findings[:split],
        findings[split:],
        tuple(prompts),
        draw(st.sampled_from([None, NOW])),
        flight=draw(st.just(()) | FLIGHTS),
    )


OUTLINES = st.tuples(reports(), st.sampled_from(list(Audience)), st.sampled_from(list(State)), st.booleans())


def told(drawn: tuple[Report, Audience, State, bool]) -> Outline:
    report, audience, state, private = drawn
    return outline("c1", report, audience, state, tz="Europe/Berlin", private=private)


def strings(value: Any) -> list[str]:
    """All texts in a structure."""
    if isinstance(value, dict):
        return [s for v in value.values() for s in strings(v)]
    if isinstance(value, list):
        return [s for v in value for s in strings(v)]
    return [value] if isinstance(value, str) else []


@given(OUTLINES)
def test_slack_accepts_the_message(drawn: tuple[Report, Audience, State, bool]) -> None:
    message = blocks.message(told(drawn))
    assert not message_complaints(message["blocks"])
    assert len(message["blocks"]) <= 50
    assert sum(len(s) for s in strings(message["blocks"])) < 9_000
    assert message["text"]
    assert len(message["text"]) < 4_000


@given(OUTLINES)
def test_nothing_from_outside_mentions_or_links(drawn: tuple[Report, Audience, State, bool]) -> None:
    """The only angle brackets in a message are links of ours, to https addresses that a fact named."""
    ours = told(drawn)
    for made in (blocks.message(ours), blocks.evidence_view(ours)):
        for text in strings(made):
            for bracket in re.findall(r"<[^>]*>?", text):
                assert re.fullmatch(r"<https://[^\s<>|]+\|Open>", bracket), bracket


@given(OUTLINES)
def test_only_admins_in_private_see_names(drawn: tuple[Report, Audience, State, bool]) -> None:
    _, audience, _, private = drawn
    ours = told(drawn)
    if audience is Audience.ADMIN and private:
        return
    for made in (blocks.message(ours), blocks.evidence_view(ours), markdown(ours)):
        assert SECRET not in str(made)


@given(OUTLINES)
def test_the_buttons_of_an_open_question_are_always_there(drawn: tuple[Report, Audience, State, bool]) -> None:
    ours = told(drawn)
    shown = {e["action_id"] for b in blocks.message(ours)["blocks"] if b["type"] == "actions" for e in b["elements"]}
    for prompt in ours.prompts:
        assert {f"answer/{prompt.key}/{c.value}" for c in prompt.choices} <= shown


@given(OUTLINES)
def test_a_view_of_the_evidence_has_at_most_a_hundred_blocks(drawn: tuple[Report, Audience, State, bool]) -> None:
    view = blocks.evidence_view(told(drawn))
    assert len(view["blocks"]) <= 100
    assert all(len(b["text"]["text"]) <= 3_000 for b in view["blocks"])


@given(OUTLINES)
def test_the_terminal_shows_texts_as_they_are(drawn: tuple[Report, Audience, State, bool]) -> None:
    console = Console(record=True, width=100, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    with console.file:
        console.print(terminal(told(drawn)))


@given(reports())
def test_json_says_everything_once(report: Report) -> None:
    data = as_json(report, {"salesforce": 4, "unify": 2})
    assert len(data["findings"]) == len(report.findings)
    assert len(data["also_found"]) == len(report.also_found)
    assert [q["key"] for q in data["questions"]] == [p.key for p in report.prompts]
    assert data["flight"] == [{"stage": s.name, "state": s.state.value, "says": s.says} for s in report.flight]
    for finding in data["findings"]:
        if finding["verdict"] in ("cause", "suspect"):
            assert finding["remedy"].keys() == {"title", "who", "steps", "note", "sources"}


@given(reports(), st.sampled_from(list(State)))
def test_metadata_fits_slacks_limit_and_names_each_cause_once(report: Report, state: State) -> None:
    payload = metadata("c1", report, state)["event_payload"]
    for verdict, name in ((Verdict.CAUSE, "causes"), (Verdict.SUSPECT, "suspects"), (Verdict.CLEAR, "clear")):
        assert payload[name] == [f.check.id for f in report.of(verdict)]
    assert payload["state"] == state.value
    assert len(str(payload)) < 8_000


@given(TEXTS)
def test_markdown_is_one_line_without_live_links(text: str) -> None:
    report = Report(question(Symptom.LATE), Established(Symptom.LATE, Truth.REFUTED, text), ())
    heading = markdown(outline("c", report, Audience.ADMIN, State.DIAGNOSED, tz="UTC", private=True)).splitlines()[0]
    assert heading.startswith("## ")
    assert not re.search(r"(?<!\\)\]\(", heading)


@given(TEXTS, st.integers(2, 400))
def test_cutting_never_leaves_half_an_entity(text: str, length: int) -> None:
    short = cut(escape(text), length)
    assert len(short) <= length
    assert not re.search(r"&(?!amp;|lt;|gt;)", short)


def test_only_https_is_linked() -> None:
    assert link("Open", "javascript:alert(1)") == "Open"
    assert link("Open", "https://x.salesforce.com/1") == "<https://x.salesforce.com/1|Open>"


def test_underscores_inside_a_name_stay_readable() -> None:
    assert escape("Open_Count__c") == "Open_Count__c"


def test_a_rep_is_told_whom_to_ask_and_what_to_forward() -> None:
    check = next(c for c in LADDER if c.id == "no-task-edit")
    judgement = cause(
        "Unify's user may not edit Tasks.", "a fact", remedy=Remedy("Grant Edit Tasks", (Step("Do it."),))
    )
    report = Report(
        question(Symptom.EMAIL_MISSING), Established(Symptom.EMAIL_MISSING, Truth.CONFIRMED, "It is missing."),
        (Finding(check, Org(), judgement),),
    )  # fmt: skip
    section = outline("c", report, Audience.REP, State.DIAGNOSED, tz="UTC", private=False).sections[0]
    assert section.who == "This needs your Salesforce admin."
    assert "Grant Edit Tasks" in section.forward
    closed = outline("c", replace(report, prompts=()), Audience.REP, State.FIXED, tz="UTC", private=False)
    assert "case/solved" not in closed.buttons


QUOTED_IDS = ("write-rejected-validation-rule", "write-rejected-required-field", "write-rejected-other")


def quoted_report(*counts: int, verdict: Verdict = Verdict.CAUSE) -> Report:
    """A report whose causes cover so many of the errors quoted."""
    ladder = {c.id: c for c in LADDER}
    findings = []
    for id, count in zip(QUOTED_IDS, counts, strict=False):
        remedy = Remedy(
            f"Mend {id}", (Step(f"Do {id}."), Step("Look again."), Step(f"{SECRET} lacks it.", private=True))
        )
        told = (Counted(f"{id} kind", count, (f"{id}@b.co",)),)
        findings.append(
            Finding(ladder[id], Org(), Judgement(verdict, f"It is {id}.", ("a fact",), 0.97, remedy, counted=told))
        )
    return Report(question(Symptom.WRITE_ERROR), Established(None, Truth.UNVERIFIED, ""), tuple(findings))


def test_errors_with_several_causes_are_one_section_with_one_plan() -> None:
    ours = outline("c", quoted_report(3, 40, 5), Audience.SUPPORT, State.DIAGNOSED, tz="UTC", private=False)
    (section,) = ours.sections
    assert ours.headline == f"48 errors with 3 causes. The most frequent (40): It is {QUOTED_IDS[1]}."
    assert [line.partition(" ")[0] for line in section.counted] == ["40", "5", "3"]
    assert [QUOTED_IDS[n] in step for n, step in zip((1, 2, 0), section.steps, strict=False)] == [True] * 3
    assert section.steps[3:] == ("Look again.",)
    assert SECRET not in " ".join(section.steps)
    for made in (strings(blocks.message(ours)["blocks"]), [markdown(ours)], [blocks.plain(ours)]):
        assert any("kind" in text for text in made)


def test_a_cause_of_several_errors_tells_their_number_and_of_one_does_not() -> None:
    many = outline("c", quoted_report(7), Audience.SUPPORT, State.DIAGNOSED, tz="UTC", private=False)
    assert many.sections[0].counted == (f"7 × {QUOTED_IDS[0]} kind (for example {QUOTED_IDS[0]}@b.co)",)
    one = outline("c", quoted_report(1), Audience.SUPPORT, State.DIAGNOSED, tz="UTC", private=False)
    assert one.sections[0].counted == ()


def test_what_holds_for_several_people_is_told_once() -> None:
    report = quoted_report(2)
    twice = replace(report, findings=(*report.findings, replace(report.findings[0], subject=Person("bob@b.co"))))
    assert len(outline("c", twice, Audience.SUPPORT, State.DIAGNOSED, tz="UTC", private=False).sections) == 1


def flown(*stages: StageResult, private: bool = False) -> Outline:
    """The outline of a report with this flight."""
    report = Report(
        question(Symptom.EMAIL_MISSING), Established(None, Truth.CONFIRMED, "It is missing."), (), flight=stages
    )
    return outline("c", report, Audience.ADMIN, State.DIAGNOSED, tz="UTC", private=private)


RIGHTS = StageResult("write-allowed", "Write allowed", Passing.STOPPED, "Edit Tasks is missing.", SECRETS)
FLOWN = (
    StageResult("sent-from-unify", "Sent from Unify", Passing.PASSED, "“Q3 pricing”, 14:02"),
    StageResult("mailbox-healthy", "Mailbox healthy", Passing.UNKNOWN),
    RIGHTS,
    StageResult("written", "Written to Salesforce", Passing.NOT_REACHED),
    StageResult("right-owner", "Right owner", Passing.NOT_REACHED),
)


def test_a_channel_sees_the_mark_of_what_is_private_and_not_its_words() -> None:
    in_channel, in_private = flown(*FLOWN).flight, flown(*FLOWN, private=True).flight
    assert in_channel[2] == Waypoint(Passing.STOPPED, "Write allowed")
    assert in_private[2] == Waypoint(
        Passing.STOPPED, "Write allowed", "Edit Tasks is missing", "https://a.my.salesforce.com/secret"
    )


def test_stages_of_which_there_is_nothing_to_say_share_a_line() -> None:
    assert [(p.title, p.says) for p in flown(*FLOWN).flight] == [
        ("Sent from Unify", "“Q3 pricing”, 14:02"),
        ("Not known", "mailbox healthy"),
        ("Write allowed", ""),
        ("Not reached", "written to Salesforce, right owner"),
    ]


def test_a_flight_of_which_nothing_is_known_is_left_out() -> None:
    assert not flown(*(replace(stage, state=Passing.UNKNOWN) for stage in FLOWN)).flight


def test_every_medium_shows_the_flight() -> None:
    ours = flown(*FLOWN)
    shown = (str(blocks.message(ours)["blocks"]), markdown(ours), "\n".join(map(str, rendered(ours))))
    for point in ours.flight:
        for text in shown:
            assert MARKS[point.state] in text
            assert point.title in text


def rendered(ours: Outline) -> list[str]:
    """The lines on a terminal."""
    console = Console(width=120)
    with console.capture() as captured:
        console.print(terminal(ours))
    return captured.get().splitlines()
