"""The shape of the house: who may import whom, and what no file may look like."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What each package may import of ours: a package whole, or one file of it.
MAY_IMPORT = {
    "bot": ("bot", "handlers", "storage", "scoring"),
    "handlers": ("handlers", "storage", "scoring"),
    "storage": ("storage", "scoring.lead"),
    "scoring": ("scoring",),
}
# The world's libraries that a package must not touch.
NEVER = {
    # A handler that knows a platform works on that one alone.
    "handlers": frozenset(
        [
            "aiohttp",
            "aiogram",
            "apscheduler",
            "fastapi",
            "httpx",
            "requests",
            "socket",
            "sqlalchemy",
            "sqlite3",
            "starlette",
            "telegram",
            "urllib.request",
            "uvicorn",
        ]
    ),
    "storage": frozenset(
        ["aiogram", "apscheduler", "fastapi", "httpx", "requests", "telegram", "uvicorn"]
    ),
    # Same arguments, same answer: no disk, no network, no clock, no chance.
    "scoring": frozenset(
        [
            "asyncio",
            "http",
            "httpx",
            "io",
            "logging",
            "os",
            "random",
            "requests",
            "secrets",
            "shutil",
            "socket",
            "sqlalchemy",
            "sqlite3",
            "structlog",
            "subprocess",
            "sys",
            "tempfile",
            "threading",
            "time",
            "urllib",
            "uuid",
        ]
    ),
}
# Run by hand by whoever changes the rules, never by the program.
TOOLS = frozenset({"scoring.understanding.wishes.train"})
# Files that say nothing of what they hold.
FORBIDDEN_NAMES = ("utils", "util", "helpers", "helper", "common", "base", "misc", "shared")


@dataclass(frozen=True)
class Module:
    """One source file and the modules it imports, wherever in the file and for whatever use."""

    name: str
    tree: ast.Module

    @property
    def package(self) -> str:
        return self.name.partition(".")[0]

    def imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                module = node.module or ""
                # `from handlers import staff` brings a file, `from handlers.texts import say` not.
                for alias in node.names:
                    inner = f"{module}.{alias.name}"
                    yield inner if inner in MODULES else module


def _read(root: Path) -> dict[str, Module]:
    found = {}
    for package in MAY_IMPORT:
        for file in sorted((root / package).rglob("*.py")):
            parts = file.relative_to(root).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            found[name] = Module(name, ast.parse(file.read_text(encoding="utf-8")))
    return found


MODULES = _read(ROOT)
EVERY = pytest.mark.parametrize("module", MODULES.values(), ids=MODULES.keys())


def _within(name: str, places: Iterable[str]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def _is_ours(name: str) -> bool:
    return _within(name, MAY_IMPORT)


@EVERY
def test_imports_go_down_only(module: Module) -> None:
    allowed = MAY_IMPORT[module.package]

    upward = {name for name in module.imports() if _is_ours(name) and not _within(name, allowed)}

    assert not upward


@EVERY
def test_no_layer_touches_what_another_is_for(module: Module) -> None:
    never = NEVER.get(module.package, frozenset())

    touched = {name for name in module.imports() if _within(name, never)}

    assert not touched or module.name in TOOLS


@EVERY
def test_the_program_needs_no_tool(module: Module) -> None:
    assert not TOOLS.intersection(module.imports())


@EVERY
def test_imports_are_absolute_and_name_what_they_bring(module: Module) -> None:
    froms = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom)]

    assert not [node.lineno for node in froms if node.level]
    assert not [node.lineno for node in froms for alias in node.names if alias.name == "*"]


@EVERY
def test_what_we_import_of_ours_is_there(module: Module) -> None:
    assert not {name for name in module.imports() if _is_ours(name) and name not in MODULES}


def test_nothing_imports_in_a_circle() -> None:
    circle = _circle({name: _ours(module) for name, module in MODULES.items()})

    assert not circle, " -> ".join(circle)


def _ours(module: Module) -> set[str]:
    return {name for name in module.imports() if name in MODULES and name != module.name}


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """A way that comes back to where it began, or nothing."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        done.add(name)
        for following in sorted(graph[name]):
            if found := walk(following, [*way, name]):
                return found
        return []

    return next((found for name in graph if (found := walk(name, []))), [])


@EVERY
def test_a_file_is_named_after_what_it_holds(module: Module) -> None:
    assert module.name.rpartition(".")[2] not in FORBIDDEN_NAMES


@EVERY
def test_a_file_opens_with_one_sentence(module: Module) -> None:
    docstring = ast.get_docstring(module.tree)

    assert docstring
    first_line, _, rest = docstring.partition("\n")
    assert first_line.endswith((".", "!", "?"))
    assert not rest or rest.startswith("\n")


def test_an_init_file_holds_its_sentence_and_nothing_else() -> None:
    packages = [file for name in MAY_IMPORT for file in (ROOT / name).rglob("__init__.py")]
    wordy = [
        file.relative_to(ROOT)
        for file in packages
        if len(ast.parse(file.read_text(encoding="utf-8")).body) != 1
    ]

    assert packages
    assert not wordy


def test_every_folder_of_sources_and_tests_is_a_package() -> None:
    sources = [file for top in (*MAY_IMPORT, "tests") for file in (ROOT / top).rglob("*.py")]

    assert not {file.parent for file in sources if not (file.parent / "__init__.py").exists()}


# --- the guard itself --------------------------------------------------------------------

HIDDEN_IMPORTS = """
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from bot.config import Config
def later() -> None:
    import bot.app
"""


def test_imports_for_types_and_inside_functions_are_seen() -> None:
    module = Module("handlers.sly", ast.parse(HIDDEN_IMPORTS))

    assert {"bot.config", "bot.app"} <= set(module.imports())


@pytest.mark.parametrize(
    ("graph", "circle"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, ["b", "c", "b"]),
        ({"a": {"b", "c"}, "b": {"c"}, "c": set()}, []),
    ],
)
def test_a_circle_is_found(graph: dict[str, set[str]], circle: list[str]) -> None:
    assert _circle(graph) == circle
