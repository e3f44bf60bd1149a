"""The parts list (CycloneDX 1.6 JSON) of what requirements.lock installs, from the lock alone.

    python3 deploy/sbom.py > sbom.json

Needs no network and nothing installed; the same lock gives the same list. A library that is
locked twice, for another Python or system each, stands in it twice.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(
    r"^(?P<name>[\w.-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)(?: *; *(?P<only>[^\\\n]+))?"
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill(lock: str, name: str, version: str) -> dict[str, object]:
    """What the lock names, as CycloneDX says it."""
    components = [_component(entry) for entry in re.split(r"\n(?=\S)", lock.strip())]
    program = {"type": "application", "bom-ref": name, "name": name, "version": version}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": program},
        "components": components,
    }


def _component(entry: str) -> dict[str, object]:
    pin = _PIN.match(entry)
    if pin is None:
        raise SystemExit(f"requirements.lock: no library is pinned in {entry.splitlines()[0]!r}.")
    url = f"pkg:pypi/{re.sub(r'[-_.]+', '-', pin['name']).lower()}@{pin['version']}"
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": url,
        "name": pin["name"],
        "version": pin["version"],
        "purl": url,
        # Of each file that may be installed: a wheel for every system, and the source.
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{pin['name']}/{pin['version']}/",
                "hashes": [{"alg": "SHA-256", "content": one} for one in _HASH.findall(entry)],
            }
        ],
    }
    only = (pin["only"] or "").strip()
    if only:
        component["properties"] = [{"name": "duyen:only-where", "value": only}]
    return component


if __name__ == "__main__":
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = bill(
        (ROOT / "requirements.lock").read_text(encoding="utf-8"), about["name"], about["version"]
    )
    json.dump(found, sys.stdout, indent=2)
    print()
