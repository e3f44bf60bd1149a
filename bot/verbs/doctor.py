"""The verb `doctor`: ticks and crosses, each cross with its cure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from bot.config import SettingError
from bot.doctor import (
    Check,
    Finding,
    Mark,
    business,
    data_folder,
    libraries,
    python,
    secret_files,
    time_zones,
)
from bot.doctor_database import database
from bot.doctor_hook import notices
from bot.doctor_network import port, telegram
from bot.doctor_pictures import pictures
from bot.doctor_zalo import zalo_bot, zalo_oa
from bot.verbs.flags import Flags, settings, with_settings

CHECKS: tuple[Check, ...] = (
    data_folder,
    database,
    business,
    time_zones,
    secret_files,
    pictures,
    telegram,
    zalo_bot,
    zalo_oa,
    notices,
    port,
)
SIGNS = {Mark.GOOD: "✓", Mark.WARNING: "!", Mark.SKIPPED: "–", Mark.BAD: "✗"}
WIDTH = 12  # of the column of names


@with_settings
def doctor(
    flags: Flags,
    as_json: Annotated[bool, typer.Option("--json", help="For a machine.")] = False,
) -> int:
    """Look at everything that can be wrong; exit 1 if something is, with its cure."""
    findings = []
    for finding in _look(flags):
        findings.append(finding)
        if not as_json:
            typer.echo(f"{SIGNS[finding.mark]} {finding.name:<{WIDTH}} {finding.detail}")
            if finding.cure:
                typer.echo(f"  {'':<{WIDTH}} → {finding.cure}")
    is_well = all(one.mark is not Mark.BAD for one in findings)
    if as_json:
        checks = [{**asdict(one), "ok": one.mark is not Mark.BAD} for one in findings]
        typer.echo(json.dumps({"ok": is_well, "checks": checks}, ensure_ascii=False, indent=2))
    return 0 if is_well else 1


def _look(flags: Flags) -> Iterator[Finding]:
    yield python()
    yield libraries()
    try:
        config = settings(flags)
    except SettingError as error:
        for fault in error.faults:
            yield Finding("settings", Mark.BAD, fault)
        return
    yield Finding("settings", Mark.GOOD, "can be used")
    for check in CHECKS:
        yield from check(config)
