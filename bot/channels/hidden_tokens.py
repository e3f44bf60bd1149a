"""Keeps bot tokens out of the log: they stand in the path of every address we call."""

from __future__ import annotations

import logging
import re

# The first form is the place in an address, the second the token itself wherever it is quoted.
_TOKEN = re.compile(r"(?<=/bot)[^/\s?]{8,}|\d{5,}:[\w-]{10,}")


def without_tokens(text: str) -> str:
    return _TOKEN.sub("<token>", text)


class HideTokens(logging.Filter):
    """Takes tokens out of log records, their arguments and their exceptions."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if _TOKEN.search(message):
            record.msg, record.args = without_tokens(message), ()
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = without_tokens(logging.Formatter().formatException(record.exc_info))
        return True


# One instance: a logger or handler keeps a filter once, however often it is added.
HIDE_TOKENS = HideTokens()
