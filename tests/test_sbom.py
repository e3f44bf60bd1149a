"""The parts list names every library of the lock, and needs nothing but Python."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_parts_list_holds_every_library_of_the_lock_with_its_hashes(tmp_path: Path) -> None:
    command = (sys.executable, "-I", "-S", str(ROOT / "deploy/sbom.py"))

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    lock = (ROOT / "requirements.lock").read_text()
    parts = json.loads(done.stdout)["components"]
    assert [f"{one['name']}=={one['version']}" for one in parts] == re.findall(
        r"^[\w.-]+==[^\s;\\]+", lock, re.MULTILINE
    )
    hashes = [one["content"] for part in parts for one in part["externalReferences"][0]["hashes"]]
    assert hashes == re.findall(r"sha256:(\w+)", lock)
