"""Imports that take no longer than they must."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType


@contextmanager
def without(library: str) -> Iterator[None]:
    """Inside, `import library` fails as if it were not installed. One that is loaded stays."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]  # the documented way to forbid it
    try:
        yield
    finally:
        del sys.modules[library]


@contextmanager
def all_kept() -> Iterator[None]:
    """What modules make stays for good: searching it for garbage would be a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def one_by_one(package: str) -> None:
    """A package that would load all its modules at once: from now on only those asked for."""
    whole, _, part = package.rpartition(".")
    place = find_spec(whole)
    if place is None or place.origin is None or package in sys.modules:
        return
    folder = ModuleType(package)
    folder.__path__ = [str(Path(place.origin).parent / part)]
    sys.modules[package] = folder
