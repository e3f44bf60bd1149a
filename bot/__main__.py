"""python -m bot VERB: finds the verb, loads it and nothing else, and does it."""

from __future__ import annotations

import errno
import importlib
import io
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass

import typer

from bot.importing import all_kept

_STANDARD_ERROR = 2
# What a disk says that takes no more.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


@dataclass(frozen=True, slots=True)
class Verb:
    name: str
    module: str
    summary: str
    function: str = ""  # where it cannot be called as the verb

    def load(self) -> Callable[..., None]:
        with all_kept():
            module = importlib.import_module(self.module)
        function: Callable[..., None] = getattr(module, self.function or self.name)
        return function


VERBS = (
    Verb("run", "bot.verbs.serve", "The real thing: every configured channel, until stopped."),
    Verb("demo", "bot.verbs.serve", "Try it: a sample company, the three-pane page, no account."),
    Verb("chat", "bot.verbs.chat", "Talk in the terminal, with the same answers."),
    Verb("init", "bot.verbs.init", "Ask what cannot be guessed, write business.yaml and .env."),
    Verb("check", "bot.verbs.check", "Read the business file and name every fault in it."),
    Verb("doctor", "bot.verbs.doctor", "Look at everything that can be wrong, each with its cure."),
    Verb("simulate", "bot.verbs.simulate", "Made-up prospects talk to it; every fault is named."),
    Verb("invite", "bot.verbs.invite", "A one-time code for a new rep, manager or owner."),
    Verb("understand", "bot.verbs.understand", "Messages in, what they say out; a JSON a line."),
    Verb("score", "bot.verbs.score", "Facts and events in, points and reasons out; a JSON a line."),
    Verb("learn", "bot.learn", "Fit the learned score on a history of won and lost."),
    Verb("predict", "bot.learn", "Weigh the leads of a file with a learned score."),
    Verb("import", "bot.verbs.lead_import", "Leads from a CSV or XLSX file, each once.", "take"),
    Verb("export", "bot.verbs.lead_export", "Leads to a CSV or XLSX file."),
    Verb("breach", "bot.verbs.breach", "Whose data was within reach, and who of the team saw it."),
    Verb("backup", "bot.verbs.safekeeping", "Copy the database to a file, while running, too."),
    Verb("restore", "bot.verbs.safekeeping", "Put a copy back; the present database is kept."),
    Verb("migrate", "bot.verbs.safekeeping", "Bring the database to the newest form."),
)


def program(asked: str | None) -> typer.Typer:
    """The command line; only the verb that was asked for is loaded."""
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,  # they show the variables of every frame
        rich_markup_mode=None,
        help="Duyên, a self-hosted sales assistant that chats with prospects.",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for verb in VERBS:
        act = verb.load() if verb.name == asked else _not_asked_for
        app.command(verb.name, short_help=verb.summary)(act)
    return app


def _not_asked_for() -> None:
    """Stands in the list of verbs in place of one that need not be loaded."""


def main() -> None:
    # Whoever presses Ctrl-C while a verb is loaded is not shown where it was.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Ticks and Vietnamese letters, whatever the console thinks it can show.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # The fits are small: more threads only wait for each other, three times as long where the
    # machine is busy, and in a running program they keep the messages waiting. NumPy reads this
    # when it is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    app = program(asked)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        try:
            app(prog_name="python -m bot")
        finally:
            # Here, where it can be told: at the very end Python would print where it was.
            sys.stdout.flush()
    except OSError as error:
        if error.errno not in _FULL:
            raise
        # What waits in the stream can be told to nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(f"What was to be printed could not be written: {error.strerror}.")


def _open_what_is_closed() -> None:
    """A stream that the caller has closed reads and says nothing; no file may take its number."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(opened)
    sys.stdin = sys.stdin or open(0, encoding="utf-8")  # noqa: SIM115  # as long as the program
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115


if __name__ == "__main__":
    main()
