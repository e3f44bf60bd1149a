"""The log: a sentence and its fields, for people or for machines, without personal data."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any

from bot.importing import without
from bot.redaction import Redact, redactor

# It would draw tracebacks with rich, which shows variables and so what people wrote; that we
# never want, and loading rich takes twice as long as loading structlog.
with without("rich"):
    import structlog
    from structlog.types import Processor

# Whoever may be loaded before this file takes its logger here, for structlog must be loaded so.
get_logger = structlog.get_logger

# Libraries tell their users' words and addresses below this level, whatever ours is.
LIBRARIES = logging.WARNING
OURS = ("bot", "handlers", "storage", "scoring", "__main__")


def configure(level: str = "info", form: str = "console", secrets: Iterable[str] = ()) -> None:
    """Send every record of the process, ours or a library's, through one redacting handler."""
    redact = redactor(secrets)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared[:3],
            *shared[4:],
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = _Handler(sys.stderr)
    handler.setFormatter(_Formatter(redact, shared, form))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(LIBRARIES)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())
    # A look that outlasts a tick leaves the next one out; one that hangs is seen by the heartbeat.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    logging.captureWarnings(True)
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line: message, fields, arguments and traceback alike."""

    def __init__(self, redact: Redact, shared: list[Processor], form: str) -> None:
        super().__init__(foreign_pre_chain=shared, processors=[*_rendering(form)])
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))


def _rendering(form: str) -> list[Processor]:
    trim: Processor = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if form == "json":
        as_json = structlog.processors.JSONRenderer(ensure_ascii=False)
        return [trim, structlog.processors.format_exc_info, as_json]
    # The other formatters of structlog show the variables of each frame.
    plain = structlog.dev.plain_traceback
    colours = sys.stderr.isatty()
    return [trim, structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=plain)]


class _Handler(logging.StreamHandler[Any]):
    def handleError(self, record: logging.LogRecord) -> None:
        """The usual answer to a line that cannot be written prints its arguments raw."""
        kind = getattr(sys.exc_info()[0], "__name__", "an error")
        # Nobody reads there any more, perhaps; that must not end what was being done.
        with suppress(OSError, ValueError):
            self.stream.write(f"a log line of {record.name} could not be written: {kind}\n")


def _log_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("bot").critical("crashed", exc_info=(kind, error, trace))


def _log_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        _log_crash(crash.exc_type, crash.exc_value, crash.exc_traceback)
