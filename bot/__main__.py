"""The command line, and the composition root: the one file that knows everyone, the playground included."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot import cli
from bot.config import ConfigError
from bot.store.database import Unusable
from diagnostics.bundle import NotACase

if TYPE_CHECKING:
    from playground.stage import Stage


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 done, 1 failed for the reason on standard error, 2 wrong usage."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except (ConfigError, NotACase, Unusable, cli.Failed) as problem:
        print(problem, file=sys.stderr)
    except SlackApiError as error:
        print(f"Slack refuses the bot's token: {error.response.get('error')}.", file=sys.stderr)
    except OSError as error:
        print(f"That did not work: {error}.", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1


def commands() -> list[tuple[str, str]]:
    """Every command and what it does, as the help and the README list them."""
    subparsers = next(a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    return [(str(choice.dest), str(choice.help)) for choice in subparsers._choices_actions]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sync-triage",
        description="Why is email activity from Unify missing in Salesforce? A Slack bot, and its tools.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(run=run)
        return made

    demo = command("demo", _demo, "a conversation with the bot in the terminal: no account, no network")
    demo.add_argument("--port", type=int, default=3000, help="where the bot listens on loopback (default 3000)")
    demo.add_argument("--scenario", default="sent-from-gmail", metavar="NAME", help="what is wrong (see: scenarios)")

    serve = command("serve", _serve, "the real bot: Socket Mode where SLACK_APP_TOKEN is set, else HTTP on $PORT")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (in a container: 0.0.0.0)")

    ask = command("ask", _ask, "one triage in the terminal")
    ask.add_argument("text", nargs="*", metavar="TEXT", help="the question; nothing: the state; -: standard input")
    ask.add_argument("--scenario", metavar="NAME", help="ask a built-in scenario instead of the real services")
    ask.add_argument("--answer", action="append", default=[], metavar="KEY=CHOICE", help="an answer given up front")
    ask.add_argument("--as", dest="asker", metavar="EMAIL", help="who asks")
    ask.add_argument("--tz", default="UTC", metavar="ZONE", help="the asker's time zone, such as Europe/Berlin")
    ask.add_argument("--save", metavar="CASE.json", help="keep the case file, for replay")
    _formats(ask)

    sweep = command("sweep", _sweep, "the credential sweep by hand: what would be sent to whom, and why")
    sweep.add_argument("--dry-run", action="store_true", help="send nothing, note nothing")
    sweep.add_argument("--json", action="store_true", help="as JSON")

    command("understand", _understand, "what the bot reads in each message: JSONL in, JSONL out")
    command("doctor", _doctor, "checks the set-up; exit 1 if the bot cannot work")
    command("catalogue", _catalogue, "every cause the bot can find").add_argument("--json", action="store_true")

    replay = command("replay", _replay, "the same diagnosis again from a saved case file, without any network")
    replay.add_argument("case", metavar="CASE.json")
    _formats(replay)
    command("scenarios", _scenarios, "the built-in scenarios and what is wrong in each")
    return parser


def _formats(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="as JSON")
    group.add_argument("--markdown", action="store_true", help="as Markdown, for a ticket")


# What a command does is imported when it is called: `catalogue` need not wait for Slack's SDK, nor `serve` for the demo.


def _serve(arguments: argparse.Namespace) -> int:
    from bot import config
    from bot.cli.serve import serve

    return serve(config.read(), arguments.host)


def _ask(arguments: argparse.Namespace) -> int:
    from bot import config, service
    from bot.cli.ask import ask

    with ExitStack() as stack:
        environ = None
        if arguments.scenario:
            environ = stack.enter_context(_staged(arguments.scenario)).environ
        with closing(service.triage(config.read(environ, slack=False))) as triage:
            return ask(triage, arguments)


def _replay(arguments: argparse.Namespace) -> int:
    from bot.cli.ask import replay

    return replay(arguments)


def _sweep(arguments: argparse.Namespace) -> int:
    from bot import config
    from bot.cli.sweep import sweep

    return sweep(config.read(), dry_run=arguments.dry_run, as_json=arguments.json)


def _understand(arguments: argparse.Namespace) -> int:
    from bot.cli.listing import read

    return read(arguments)


def _catalogue(arguments: argparse.Namespace) -> int:
    from bot.cli.listing import catalogue

    return catalogue(arguments)


def _doctor(arguments: argparse.Namespace) -> int:
    from bot import config
    from bot.cli.doctor import doctor

    return doctor(config.read())


def _scenarios(arguments: argparse.Namespace) -> int:
    from playground.scenarios import scenarios

    for name, scenario in scenarios().items():
        print(f"{name:32} {scenario.title}\n{'':32} {', '.join(scenario.causes) or 'nothing is wrong'}")
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from tempfile import TemporaryDirectory

    import yaml

    from bot import config, logs, manifest
    from bot.service import assemble
    from playground.serving import serve
    from playground.slack.actor import Slack
    from playground.slack.app import App
    from playground.terminal import Conversation

    logs.set_up("ERROR", "text")
    with ExitStack() as stack:
        staged = stack.enter_context(_staged(arguments.scenario, App.of(yaml.safe_load(manifest.text()))))
        folder = stack.enter_context(TemporaryDirectory())
        service = assemble(config.read({**staged.environ, "DATABASE_URL": f"sqlite:///{folder}/demo.db"}))
        stack.callback(service.stop)
        address = stack.enter_context(serve(service.web, arguments.port))
        slack = stack.enter_context(Slack(staged.team, address))
        service.work.start()
        talk = Conversation(staged, slack, print)
        talk.welcome()
        try:
            while talk.take(input(talk.prompt())):
                pass
        except EOFError:
            print()
    return 0


def _staged(name: str, app: object = None) -> "AbstractContextManager[Stage]":
    from playground.scenarios import scenarios
    from playground.slack.app import App
    from playground.stage import stage

    found = scenarios().get(name)
    if found is None:
        raise cli.Failed(f"There is no scenario {name}; `sync-triage scenarios` lists them.")
    return stage(found, app if isinstance(app, App) else None)


if __name__ == "__main__":
    sys.exit(main())
