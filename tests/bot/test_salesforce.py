"""The Salesforce client against a server that is as strict as the real one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.salesforce import Login, Salesforce
from bot.salesforce.client import Client
from bot.salesforce.packing import soql
from diagnostics.asks import ApiUsage, Ask, Found, Missing, Reason, Rest, Soql, Tooling
from playground import salesforce
from playground.salesforce.org import Org
from playground.serving import serve
from playground.world import healthy

CONTACTS = Soql("SELECT Id FROM Contact LIMIT 1")
SETTING = Tooling("SELECT IsEnhancedEmailEnabledEnabled FROM EmailAdministrationSettings")
Start = Callable[..., tuple[Salesforce, Org]]


@pytest.fixture
def start() -> Iterator[Start]:
    """A client and the organisation behind it."""
    with ExitStack() as stack:

        def begin(**login: str) -> tuple[Salesforce, Org]:
            org = healthy(datetime.now(UTC)).org
            address = stack.enter_context(serve(salesforce.app(org)))
            how = {"client_secret": org.client_secret} | login
            client = Salesforce(Login(org.my_domain, org.client_id, base_url=address, **how), pause=0.001)
            stack.callback(client.close)
            return client, org

        yield begin


def one(client: Salesforce, ask: Ask) -> Found | Missing:
    return client.look_up([ask])[ask]


def test_many_asks_are_few_calls(start: Start) -> None:
    """Five queries in a composite, describes beside them, the Tooling API in one of its own."""
    client, org = start()
    before = org.api_used
    queries = [Soql.of("SELECT Id FROM Contact WHERE Name = {name}", name=f"n{n}") for n in range(5)]
    answers = client.look_up([*queries, Rest("sobjects/Task/describe"), SETTING, ApiUsage()])
    assert all(isinstance(a, Found) for a in answers.values()), answers
    assert client.calls == len(org.requests) == 2
    assert client.calls == org.api_used - before


def test_more_than_five_queries_take_another_call(start: Start) -> None:
    client, _ = start()
    client.look_up([Soql.of("SELECT Id FROM Contact WHERE Name = {name}", name=f"n{n}") for n in range(6)])
    assert client.calls == 2


def test_values_are_quoted(start: Start) -> None:
    client, org = start()
    evil = "x' OR Name LIKE '%"
    found = one(client, Soql.of("SELECT Id FROM Contact WHERE Name = {name}", name=evil))
    assert isinstance(found, Found)
    assert found.value["totalSize"] == 0
    assert org.rows("Contact")


def test_one_refusal_costs_only_itself(start: Start) -> None:
    client, org = start()
    org.bot_permissions -= {"Manage Users"}
    locked = Soql("SELECT IsFrozen FROM UserLogin LIMIT 1")
    answers = client.look_up([CONTACTS, locked])
    assert isinstance(answers[CONTACTS], Found)
    refused = answers[locked]
    assert isinstance(refused, Missing)
    assert refused.reason is Reason.DENIED
    assert "Manage Users" in refused.says


def test_a_column_that_this_edition_lacks_is_left_out(start: Start) -> None:
    client, _ = start()
    ask = Soql("SELECT PermissionsApiEnabled, PermissionsNoSuchThing FROM UserPermissionAccess")
    found = one(client, ask)
    assert isinstance(found, Found)
    assert "PermissionsApiEnabled" in found.value["records"][0]


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_passing_fault_passes(start: Start, status: int) -> None:
    client, org = start()
    org.fail("/composite", status, "<html>sorry</html>", times=2)
    assert isinstance(one(client, CONTACTS), Found)


@pytest.mark.parametrize("body", ["<html>down</html>", "", "{", "null", "[]", '{"compositeResponse": [{}]}'])
@pytest.mark.parametrize("status", [200, 500])
def test_a_lasting_fault_is_missing_whatever_its_shape(start: Start, status: int, body: str) -> None:
    client, org = start()
    org.fail("/composite", status, body, times=-1)
    silent = one(client, CONTACTS)
    assert isinstance(silent, Missing)
    assert silent.reason is Reason.DOWN


def test_a_connection_that_is_cut_is_missing(start: Start) -> None:
    client, org = start()
    org.fail("/composite", 0, times=-1)
    silent = one(client, CONTACTS)
    assert isinstance(silent, Missing)
    assert silent.reason is Reason.DOWN


def test_a_lock_is_tried_again_once(start: Start) -> None:
    client, org = start()
    org.fail("FROM Contact", 400, [{"errorCode": "UNABLE_TO_LOCK_ROW", "message": "busy"}], times=1)
    assert isinstance(one(client, CONTACTS), Found)
    assert client.calls == 2


def test_an_ended_session_costs_one_sign_in(start: Start) -> None:
    client, org = start()
    assert isinstance(one(client, CONTACTS), Found)
    org.sessions.clear()
    assert isinstance(one(client, CONTACTS), Found)
    assert len(org.sessions) == 1


def test_a_session_that_never_holds_ends_in_missing(start: Start) -> None:
    client, org = start()
    org.fail("/composite", 401, [{"errorCode": "INVALID_SESSION_ID", "message": "Session expired"}], times=-1)
    refused = one(client, CONTACTS)
    assert isinstance(refused, Missing)
    assert refused.reason is Reason.DENIED


def test_a_wrong_secret_says_that_the_bot_itself_is_not_let_in(start: Start) -> None:
    client, _ = start(client_secret="wrong")
    refused = one(client, CONTACTS)
    assert isinstance(refused, Missing)
    assert "sign in" in refused.says


def test_a_used_up_allowance_is_an_answer_about_usage(start: Start) -> None:
    client, org = start()
    org.api_used = org.api_limit
    answers = client.look_up([CONTACTS])
    usage = one(client, ApiUsage())
    assert isinstance(answers[CONTACTS], Missing)
    assert isinstance(usage, Found)
    assert usage.value["exceeded"]


def test_usage_comes_with_every_answer(start: Start) -> None:
    client, org = start()
    org.api_used = 41
    client.look_up([CONTACTS])
    usage = one(client, ApiUsage())
    assert isinstance(usage, Found)
    assert (usage.value["used"], usage.value["max"]) == (42, org.api_limit)
    assert client.calls == 1


def test_jwt_bearer_signs_in(start: Start) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    ).decode()  # fmt: skip
    client, org = start(client_secret="", username="bot@initech.com", private_key=pem)
    org.jwt_keys["bot@initech.com"] = public
    assert isinstance(one(client, CONTACTS), Found)


def test_it_only_reads(start: Start) -> None:
    _, org = start()
    client = Client(Login(org.my_domain, org.client_id), 0.001)
    write = {"compositeRequest": [{"method": "POST", "url": "/services/data/v67.0/sobjects/Task", "referenceId": "a"}]}
    with pytest.raises(ValueError, match="only reads"):
        client.post("composite", write)
    with pytest.raises(ValueError, match="only reads"):
        client.post("sobjects/Task", {"compositeRequest": []})
    assert not {name for name in dir(client) if name in ("put", "patch", "delete", "create", "update", "upsert")}


def test_tokens_cannot_be_selected() -> None:
    with pytest.raises(ValueError, match="tokens"):
        soql(Soql("SELECT AccessToken FROM OauthToken"))


def test_what_is_not_salesforces_is_left_out(start: Start) -> None:
    client, org = start()
    assert not client.look_up([])
    assert not org.requests
