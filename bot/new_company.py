"""What `init` writes: a business file from the template of a trade, and the lines of .env."""

from __future__ import annotations

import json
import re
from pathlib import Path

from handlers.business import SAMPLE, Business, schema
from handlers.owners_file import parse
from handlers.whole_file import ONLY_US, write_whole

# The templates, in the order in which they are offered; a file in handlers/companies each.
TRADES = ("real_estate", "language_school", "spa", "furniture", "software", "insurance")
SCHEMA = "business.schema.json"


def business_text(trade: str, company: str, language: str) -> str:
    """The template of a trade with the company's name, its first language in front."""
    text = (SAMPLE.parent / f"{trade.replace('_', '-')}.yaml").read_text(encoding="utf-8")
    name = json.dumps(company, ensure_ascii=False)  # quoted so is valid YAML, too
    text = re.sub(r"^  name: .*$", lambda _: f"  name: {name}", text, count=1, flags=re.MULTILINE)
    languages = "[en, vi]" if language == "en" else "[vi, en]"
    return re.sub(r"^languages: .*$", f"languages: {languages}", text, flags=re.MULTILINE)


def write_business(file: Path, text: str) -> Business:
    """Write the owner's file and the schema beside it; an old file is kept under another name.

    Raises BusinessFileError where the text is no company.
    """
    business = parse(text, file.name)
    if file.exists():
        file.replace(kept_as(file))
    write_whole(file, text)
    write_whole(file.with_name(SCHEMA), json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    return business


def kept_as(file: Path) -> Path:
    """A name that is free, for the file that was there before."""
    number = 1
    while (kept := file.with_name(f"{file.name}.old-{number}")).exists():
        number += 1
    return kept


def write_settings(file: Path, values: dict[str, str]) -> None:
    """Put variables into .env: their lines are replaced, all others stay as they are."""
    lines = file.read_text(encoding="utf-8-sig").splitlines() if file.exists() else []
    for name, value in values.items():
        line = f"{name}={value}"
        places = [at for at, one in enumerate(lines) if re.match(rf"\s*(export )?{name}\s*=", one)]
        if places:
            lines[places[-1]] = line
        else:
            lines.append(line)
    write_whole(file, "\n".join(lines) + "\n", mode=ONLY_US)
