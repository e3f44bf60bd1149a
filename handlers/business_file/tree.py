"""The owner's file as a tree of texts that knows the line and column of each of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from handlers.business_file.contradiction import Where
from handlers.channel import clean

# More parts than any company needs: a file that unfolds into more was made to hurt.
MOST_PARTS = 100_000
DEEPEST = 30
# What ruamel raises beside its own errors on files that are damaged or not meant as YAML.
_STUMBLES = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError),
    *(TypeError, ValueError),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (a sentence fault.KEY of the catalogue), where, and with which part."""

    line: int
    column: int
    key: str
    values: dict[str, object] = field(default_factory=dict)
    part: str = ""


class UnreadableError(Exception):
    """The text is no tree; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.key)
        self.fault = fault


@dataclass(slots=True)
class Tree:
    """A part of the file: a text, None for nothing, or parts by name or by number."""

    value: str | dict[str, Tree] | list[Tree] | None
    name: str  # the way to it from the top: questions.0.kind
    line: int
    column: int

    def plain(self) -> Any:
        """The part without its places, as Pydantic takes it."""
        match self.value:
            case dict():
                return {name: part.plain() for name, part in self.value.items()}
            case list():
                return [part.plain() for part in self.value]
        return self.value

    def way(self, where: Where) -> list[Tree]:
        """The parts on the way to `where`, as far as they are in the file.

        A step that is not there is passed over: a list may have been written short, as
        its only entry, and a section flat.
        """
        parts = [self]
        for step in where:
            part = parts[-1].part(step)
            if part is not None:
                parts.append(part)
        return parts

    def part(self, step: str | int) -> Tree | None:
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def drop(self, part: Tree) -> None:
        """Take one of its parts away; those after it keep their names and places."""
        if isinstance(self.value, dict):
            self.value = {name: one for name, one in self.value.items() if one is not part}
        elif isinstance(self.value, list):
            self.value = [one for one in self.value if one is not part]


def read(text: str) -> tuple[Tree, list[Fault]]:
    """The tree, and what is wrong with it as it is written. Raises UnreadableError."""
    yaml = YAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False
    yaml.max_depth = DEEPEST
    try:
        top = yaml.compose(text)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UnreadableError(Fault(line, 1, "strange_character")) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        raise UnreadableError(Fault(line, column, _problem(str(error.problem)))) from None
    except (YAMLError, *_STUMBLES):
        raise UnreadableError(Fault(1, 1, "yaml")) from None
    if not isinstance(top, MappingNode):
        raise UnreadableError(Fault(1, 1, "empty"))
    builder = _Builder()
    try:
        return builder.tree(top, (), top), builder.faults
    except RecursionError:
        raise UnreadableError(Fault(1, 1, "deep")) from None


# What ruamel says, and the sentence of ours that helps an owner to mend it.
_PROBLEMS = (
    (r"mapping values are not allowed", "yaml_colon"),
    (r"'\\t' that cannot start", "yaml_tab"),
    (r"could not find expected ':'", "yaml_no_colon"),
    (r"unexpected end of stream|found unexpected document separator", "yaml_quote"),
    (r"expected ',' or|expected the node content", "yaml_bracket"),
    (r"expected <block end>|did not find expected|but found", "yaml_indent"),
    (r"that cannot start any token", "yaml_start"),
    (r"undefined alias|anchor|alias", "yaml_alias"),
    (r"single document|document start", "yaml_documents"),
)


def _problem(said: str) -> str:
    return next((key for pattern, key in _PROBLEMS if re.search(pattern, said)), "yaml")


class _Builder:
    """Turns ruamel's nodes into our tree, noting what is wrong on the way."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._parts = 0
        self._open: set[int] = set()

    def tree(self, node: Node, where: tuple[str, ...], place: Node) -> Tree:
        """The tree of a node; `place` is where its faults are shown."""
        self._parts += 1
        line, column = place.start_mark.line + 1, place.start_mark.column + 1
        # A file can name a part of itself again; one that names what it stands in never ends.
        if self._parts > MOST_PARTS or id(node) in self._open:
            raise UnreadableError(Fault(line, column, "deep"))
        self._open.add(id(node))
        tree = Tree(None, ".".join(where), line, column)
        match node:
            case MappingNode():
                tree.value = dict(self._entries(node, where))
            case SequenceNode():
                tree.value = [
                    self.tree(one, (*where, str(number)), one)
                    for number, one in enumerate(node.value)
                ]
            case ScalarNode():
                tree.value = self._text(node, tree)
        self._open.discard(id(node))
        return tree

    def _entries(self, node: MappingNode, where: tuple[str, ...]) -> Iterator[tuple[str, Tree]]:
        seen: set[str] = set()
        for key, value in node.value:
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
            if not isinstance(key, ScalarNode):
                self.faults.append(Fault(line, column, "key", part=".".join(where)))
                continue
            name = str(key.value)
            if name in seen:
                part = ".".join((*where, name))
                self.faults.append(Fault(line, column, "key_twice", {"given": name}, part))
                continue
            seen.add(name)
            leaf = isinstance(value, ScalarNode) and (value.value or value.style)
            yield name, self.tree(value, (*where, name), value if leaf else key)

    def _text(self, node: ScalarNode, tree: Tree) -> str | None:
        """Every value is a text until the field that takes it says what it is.

        So 17:30 stays a time of day, 0912 keeps its zero, and an id may be 2026.
        """
        text = str(node.value)
        if node.style is None and text in ("", "~", "null"):
            return None
        if clean(text) != text:
            fault = Fault(tree.line, tree.column, "strange_character", part=tree.name)
            self.faults.append(fault)
        return clean(text)
