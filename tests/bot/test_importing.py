"""Imports that take no longer than they must, each looked at in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.program import ROOT


def _loaded(code: str) -> set[str]:
    """The modules that a process has which ran this."""
    look = f"{code}\nimport json, sys\nprint(json.dumps([*sys.modules]))"
    command = (sys.executable, "-c", look)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("library", ["structlog", "httpx"])
def test_a_library_is_loaded_without_what_it_would_take_along(library: str) -> None:
    loaded = _loaded(f"from bot.importing import without\nwith without('rich'): import {library}")

    assert library in loaded
    assert "rich" not in loaded


def test_what_was_forbidden_for_a_while_can_be_loaded_afterwards() -> None:
    loaded = _loaded("from bot.importing import without\nwith without('rich'): pass\nimport rich")

    assert "rich" in loaded


def test_of_the_holidays_of_the_world_those_of_one_country_are_loaded() -> None:
    loaded = _loaded(
        "from datetime import date\n"
        "from bot.importing import one_by_one\n"
        "from handlers import hours\n"
        "one_by_one('holidays.countries')\n"
        "assert hours.is_holiday(date(2027, 1, 1))\n"
        "assert not hours.is_holiday(date(2027, 1, 6))"
    )

    assert "holidays.countries.vietnam" in loaded
    assert len([name for name in loaded if name.startswith("holidays.countries.")]) == 1
