"""`sweep`: the credential sweep by hand."""

import json

from bot import service, slack
from bot.config import Settings
from bot.store import Ledger, Standing, connect, rehearsal
from bot.sweep import Sweep


def sweep(settings: Settings, *, dry_run: bool, as_json: bool) -> int:
    """Say what is due to whom and why; send it unless it is a dry run, which works on a copy of what is noted."""
    database = connect(settings.database)
    triage = service.triage(settings)
    store = rehearsal(database) if dry_run else database
    try:
        voice = slack.Voice(slack.client(settings.slack_bot_token, settings.slack_api_url))
        sweeping = Sweep(triage, Ledger(store), Standing(store), voice, settings.admins, service.now)
        due = [w for w in sweeping.all() if Ledger(store).get(w.key) is None]
        if as_json:
            print(json.dumps([{"to": w.admin, "why": w.why, "text": w.message["text"]} for w in due], indent=1))
        else:
            for warning in due:
                print(f"to {warning.admin}, because of {warning.why}:\n{warning.message['text']}\n")
            if not due:
                print("Nothing is due.")
        if not dry_run:
            sweeping.send(iter(due))
    finally:
        triage.close()
        store.close()
        if dry_run:
            database.close()
    return 0
