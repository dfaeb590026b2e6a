"""Made-up companies are healthy until something is done to them, and the services behind them answer as documented."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import httpx
import pytest

from playground import unify
from playground.company import Company, found
from playground.company.wording import ago_in_words
from playground.faults import faults
from playground.salesforce import evaluate
from playground.serving import serve

NOW = datetime(2026, 11, 12, 14, 30, tzinfo=UTC)


@pytest.fixture(params=[1, 2, 3])
def company(request: pytest.FixtureRequest) -> Company:
    return found(NOW, Random(request.param))


def test_what_unify_sent_is_in_salesforce(company: Company) -> None:
    there = {(m["Subject"], m["MessageDate"]) for m in company.org.rows("EmailMessage", CreatedById=company.unify)}
    assert {(s["subject"], s["at"]) for s in company.space.steps if s["at"]} == there


def test_its_heart_beats(company: Company) -> None:
    """The last email was written minutes ago, and no gap is longer than four and a half hours."""
    written = sorted(m["CreatedDate"] for m in company.org.rows("EmailMessage", CreatedById=company.unify))
    assert NOW - written[-1] < timedelta(minutes=20)
    recent = [w for w in written if NOW - w < timedelta(days=12)]
    assert max(b - a for a, b in pairwise(recent)) < timedelta(hours=4.5)


def test_silence_begins_where_it_is_said_to(company: Company) -> None:
    since = company.ago(hours=9)
    company.silence(since)
    last = max(m["CreatedDate"] for m in company.org.rows("EmailMessage", CreatedById=company.unify))
    assert since - timedelta(minutes=15) < last <= since


def test_archived_activities_show_in_query_all_only(company: Company) -> None:
    """https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm"""
    text = "SELECT COUNT() FROM Task WHERE IsArchived = true"
    assert evaluate.answer(company.org, text)["totalSize"] == 0
    assert evaluate.answer(company.org, text, everything=True)["totalSize"] == 1


def test_a_removed_field_is_gone_with_what_was_granted_on_it(company: Company) -> None:
    company.org.remove_field("EmailMessage", "Open_Count__c")
    assert not company.org.rows("FieldPermissions", Field="EmailMessage.Open_Count__c")
    assert "open_count__c" not in company.org.schema["emailmessage"].fields


@pytest.mark.parametrize("cause", faults())
def test_every_way_to_a_fault_can_be_told(cause: str) -> None:
    """Whatever a complaint mentions is there to be mentioned."""
    for variant in faults()[cause].variants:
        company = found(NOW, Random(cause))
        variant.differs(company)
        assert all(c.text.format(**company.words) or not c.symptom for c in variant.complaints)
        assert cause in variant.truth.present


def test_an_export_of_steps_is_filtered() -> None:
    """As the OpenAPI document of the Sequences API has it."""
    company = found(NOW, Random(1))
    company.space.send(company.contact.enrolled, "Never sent", None, status="CANCELED")
    with serve(unify.app(company.space)) as at:
        client = httpx.Client(base_url=at, headers={"X-Api-Key": company.space.api_key})

        def steps(**wanted: object) -> list[dict[str, object]]:
            place = "/sequences/v1/enrollment-steps/query-jobs"
            job = client.post(place, json={"filter": wanted}).json()["job_id"]
            while client.get(f"{place}/{job}").json()["status"] == "IN_PROGRESS":
                pass
            return list(client.get(f"{place}/{job}/results").json()["data"])

        mine = {"id": company.contact.in_unify["id"]}
        assert len(steps(person=mine)) == 3
        assert [s["status"] for s in steps(person=mine, status={"not_in": ["FINISHED"]})] == ["CANCELED"]
        assert len(steps(person=mine, started_at={"gte": (NOW - timedelta(days=7)).isoformat()})) == 1
        assert not steps(person=mine, is_replied=True)
        client.close()


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(minutes=12), {"12 minutes ago"}),
        (timedelta(hours=3), {"3 hours ago", "today at 12:30"}),
        (timedelta(hours=3, minutes=20), {"today at 12:10"}),
        (timedelta(hours=5), {"5 hours ago", "this morning", "today at 10:30"}),
        (timedelta(hours=19), {"yesterday", "last night", "yesterday at 20:30"}),
        (timedelta(days=1), {"yesterday", "yesterday afternoon", "yesterday at 15:30"}),
        (timedelta(days=3), {"Monday", "Monday afternoon", "Monday at 15:30"}),
        (timedelta(days=9), {"03 November"}),
    ],
)
def test_times_are_said_as_people_say_them(age: timedelta, said: set[str]) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert {ago_in_words(NOW - age, NOW, berlin, Random(n)) for n in range(20)} == said
