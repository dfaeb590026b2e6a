"""Settings: what is missing or wrong is one sentence that names the variable."""

import pytest

from bot.config import ConfigError, read

GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "secret",
    "SALESFORCE_DOMAIN": "acme.my.salesforce.com",
    "SALESFORCE_CLIENT_ID": "id",
    "SALESFORCE_CLIENT_SECRET": "very-secret",
}


def test_the_defaults() -> None:
    settings = read(GOOD)
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.unify_base_url == "https://api.unifygtm.com"
    assert settings.database == "sqlite:///sync-triage.db"
    assert (settings.port, settings.admins, settings.log_format) == (3000, (), "text")


def test_secrets_are_not_shown() -> None:
    assert "secret" not in repr(read(GOOD))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN"),
        ({"SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET"),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({"SLACK_API_URL": "slack.com"}, "SLACK_API_URL"),
        ({"SALESFORCE_DOMAIN": ""}, "SALESFORCE_DOMAIN"),
        ({"SALESFORCE_DOMAIN": "acme.com"}, "SALESFORCE_DOMAIN"),
        ({"SALESFORCE_CLIENT_ID": " "}, "SALESFORCE_CLIENT_ID"),
        ({"SALESFORCE_CLIENT_SECRET": ""}, "SALESFORCE_CLIENT_SECRET"),
        (
            {
                "SALESFORCE_CLIENT_SECRET": "",
                "SALESFORCE_USERNAME": "u@a.co",
                "SALESFORCE_PRIVATE_KEY_FILE": "/no/such",
            },
            "SALESFORCE_PRIVATE_KEY_FILE",
        ),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"PORT": "http"}, "PORT"),
        ({"PORT": "70000"}, "PORT"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
    ],
)
def test_one_sentence_names_what_is_wrong(change: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigError, match=named) as caught:
        read({**GOOD, **change})
    assert "\n" not in str(caught.value)


def test_socket_mode_needs_no_signing_secret() -> None:
    assert read({**GOOD, "SLACK_SIGNING_SECRET": "", "SLACK_APP_TOKEN": "xapp-1"}).slack_app_token == "xapp-1"


def test_the_terminal_needs_no_slack() -> None:
    assert read({k: v for k, v in GOOD.items() if "SLACK" not in k}, slack=False).slack_bot_token == ""


def test_addresses_of_databases() -> None:
    assert read({**GOOD, "DATABASE_URL": "sqlite:////var/lib/t.db"}).database == "sqlite:////var/lib/t.db"
    assert read({**GOOD, "DATABASE_URL": "sqlite:///t.db"}).database == "sqlite:///t.db"
    assert read({**GOOD, "DATABASE_URL": "postgres://u:p@db/x"}).database == "postgresql://u:p@db/x"


def test_admins_are_a_list() -> None:
    assert read({**GOOD, "SYNC_TRIAGE_ADMINS": " U1, ,U2 "}).admins == ("U1", "U2")
