"""run.py on a machine of its own: a fresh folder, no network, an installer that we can fail."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN_OVERHEAD = 1.0  # seconds; the contract's word for a second start
# Stands in for the installer, which cannot work without a network: it keeps a diary.
INSTALLER = """
import os, pathlib, sys
if "--version" in sys.argv:
    sys.exit()
diary = pathlib.Path(os.environ["DIARY"])
diary.write_text(diary.read_text() + " ".join(sys.argv[1:]) + "\\n" if diary.exists() else "-\\n")
if os.environ.get("INSTALL_FAILS"):
    sys.exit("no route to the package index")
"""
PROGRAM = "import json, os, sys\nprint(json.dumps([sys.argv[1:], os.getcwd(), sys.prefix]))\n"


def _wheel(folder: Path) -> None:
    """A distribution `uv` for pip to install."""
    files = {
        "uv/__init__.py": "",
        "uv/__main__.py": INSTALLER,
        "uv-0.9.99.dist-info/METADATA": "Metadata-Version: 2.1\nName: uv\nVersion: 0.9.99\n",
        "uv-0.9.99.dist-info/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    record = "uv-0.9.99.dist-info/RECORD"
    with zipfile.ZipFile(folder / "uv-0.9.99-py3-none-any.whl", "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
        lines = (f"{name},sha256={_hash(text)},{len(text)}\n" for name, text in files.items())
        wheel.writestr(record, f"{''.join(lines)}{record},,\n")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


@dataclass
class Machine:
    """A checkout with nothing installed yet."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(self.folder / "run.py"), *words],
            cwd=self.folder.parent,
            env={**self._environment(), **self.settings, **settings},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def _environment(self) -> Mapping[str, str]:
        inherited = {name: value for name, value in os.environ.items() if "PIP" not in name}
        return {
            **inherited,
            "CI": "true",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.folder / "wheels"),
            "DIARY": str(self.folder / "diary"),
        }

    def installs(self) -> int:
        """How often something was installed."""
        diary = self.folder / "diary"
        return len(diary.read_text().splitlines()) if diary.exists() else 0

    def write_lock(self, text: str) -> None:
        (self.folder / "requirements.lock").write_text(text)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine on which run.py has run once."""
    folder = tmp_path_factory.mktemp("machine") / "duyen"
    (folder / "bot").mkdir(parents=True)
    (folder / "tests").mkdir()
    (folder / "wheels").mkdir()
    shutil.copy(ROOT / "run.py", folder)
    (folder / "bot" / "__init__.py").touch()
    (folder / "bot" / "__main__.py").write_text(PROGRAM)
    (folder / "tests" / "__init__.py").touch()
    (folder / "tests" / "suite.py").write_text(PROGRAM)
    (folder / "tests" / "requirements.lock").write_text("# tests\n")
    _wheel(folder / "wheels")
    machine = Machine(folder)
    machine.write_lock("# one\n")
    first = machine.run("understand", "--tz", "UTC")
    assert first.returncode == 0, first.stderr
    assert first.stderr.startswith("• First run: preparing a private environment …\n✓ ready in")
    return machine


@pytest.fixture
def machine(prepared: Machine) -> Machine:
    """The same, as it is after a good start."""
    prepared.write_lock("# one\n")
    assert prepared.run("x").returncode == 0
    return prepared


def test_a_second_start_installs_nothing_and_costs_under_a_second(machine: Machine) -> None:
    before = machine.installs()
    # Nothing that is needed could be had now.
    offline = {"PIP_FIND_LINKS": os.devnull, "INSTALL_FAILS": "1"}

    before_it = _work_of_children()
    done = machine.run("score", "--tz", "UTC", **offline)
    seconds = _work_of_children() - before_it

    assert done.returncode == 0
    assert done.stderr == ""
    assert machine.installs() == before
    assert '[["score", "--tz", "UTC"]' in done.stdout
    assert str(machine.folder / ".venv") in done.stdout
    assert seconds < OWN_OVERHEAD


def _work_of_children() -> float:
    """Seconds of computing, which a busy machine does not lengthen."""
    used = os.times()
    return used.children_user + used.children_system


def test_one_stays_in_the_folder_one_stands_in(machine: Machine) -> None:
    done = machine.run("check", "mine.yaml")

    assert f'"{machine.folder.parent}"' in done.stdout


def test_a_changed_lock_is_installed(machine: Machine) -> None:
    before = machine.installs()
    machine.write_lock("# two\n")

    done = machine.run("x")

    assert done.returncode == 0
    assert "• New versions" in done.stderr
    assert machine.installs() == before + 1


def test_a_failed_install_says_what_and_the_cure_and_is_tried_again(machine: Machine) -> None:
    machine.write_lock("# three\n")

    failed = machine.run("x", INSTALL_FAILS="1")
    mended = machine.run("x")

    assert failed.returncode == 1
    assert failed.stdout == ""
    assert "✗ what requirements.lock names could not be installed. Cure: check" in failed.stderr
    assert "no route to the package index" in failed.stderr
    assert mended.returncode == 0
    assert "✓ ready" in mended.stderr


def test_an_install_that_was_cut_off_is_made_anew(machine: Machine) -> None:
    (machine.folder / ".venv" / "unfinished-install").touch()
    half = next((machine.folder / ".venv").glob("lib/python*/site-packages")) / "half.py"
    half.touch()

    done = machine.run("x")

    assert done.returncode == 0
    assert not half.exists()
    assert machine.run("x").stderr == ""


def test_the_tests_get_their_tools_and_all_further_words(machine: Machine) -> None:
    done = machine.run("test", "-k", "name")
    again = machine.run("test", "-k", "name")

    assert '[["-k", "name"]' in done.stdout
    assert "• First run: adding the test tools …" in done.stderr
    assert again.stderr == ""


# The last on this machine: the next would have to make its environment anew.
def test_a_missing_installer_is_said_with_the_cure(machine: Machine) -> None:
    shutil.rmtree(machine.folder / ".venv")

    done = machine.run("x", PIP_FIND_LINKS=os.devnull)

    assert done.returncode == 1
    assert "✗ uv, the installer, could not be installed. Cure: check the network" in done.stderr


def test_without_a_verb_it_says_how_it_is_used(tmp_path: Path) -> None:
    shutil.copy(ROOT / "run.py", tmp_path)

    done = Machine(tmp_path).run()

    assert done.returncode == 2
    assert "python3 run.py demo" in done.stdout
    assert not (tmp_path / ".venv").exists()


def test_continuous_integration_calls_the_same_command() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert script.read_text().splitlines()[-1] == "exec python3 run.py test"


def test_locks_hold_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements.lock", ROOT / "tests" / "requirements.lock"):
        text = lock.read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
