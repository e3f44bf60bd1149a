"""Texts as the Bot API takes them: HTML markup or entities, offsets in UTF-16 units."""

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.emulators.telegram.errors import ApiError, bad_request

Entity = dict[str, Any]

MOST_ENTITIES = 100
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
}
_ATTRIBUTE = re.compile(r"""([a-z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
# What the server itself finds in a text that somebody typed.
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("url", re.compile(r"\bhttps?://[^\s<>\"]+|\b[\w-]+\.(?:com|vn|net|org|io)\b(?:/\S*)?")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z]\w{3,31}\b")),
    ("hashtag", re.compile(r"(?<!\w)#[^\W\d]\w*")),
)


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def found_in(text: str) -> list[Entity]:
    """Commands, links, mentions: what the server marks without being asked."""
    entities: list[Entity] = []
    taken: list[range] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            if any(match.start() in span or match.end() - 1 in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            offset = units(text[: match.start()])
            entities.append({"offset": offset, "length": units(match.group()), "type": kind})
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def formatted(text: str, parse_mode: str, given: Any) -> tuple[str, list[Entity]]:
    """The text as it will be shown and its entities; refuses what Telegram refuses."""
    text = _CONTROL.sub(" ", text.replace("\r", ""))
    mode = parse_mode.lower()
    if mode not in ("", "html"):
        # Markdown exists in the API; nothing here speaks it, and guessing would be worse.
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        text, entities = _Html(text).parse()
    else:
        entities = _checked(text, given or [])
    return _trimmed(text, entities)


def _checked(text: str, given: Any) -> list[Entity]:
    if not isinstance(given, list):
        raise bad_request("expected an Array of MessageEntity")
    borders = _borders(text)
    whole = units(text)
    kept = []
    for entity in given[:MOST_ENTITIES]:
        if not isinstance(entity, dict) or "type" not in entity:
            raise bad_request("expected MessageEntity to be of type Object")
        start, length = int(entity.get("offset", 0)), int(entity.get("length", 0))
        end = min(start + length, whole)
        if start < 0 or length <= 0 or start >= whole:
            continue
        for place, verb in ((start, "begins"), (end, "ends")):
            if place not in borders:
                raise bad_request(
                    f"entity {verb} in a middle of a UTF-16 symbol at byte offset {place}"
                )
        kept.append({**entity, "offset": start, "length": end - start})
    return kept


def _borders(text: str) -> set[int]:
    borders, place = {0}, 0
    for letter in text:
        place += units(letter)
        borders.add(place)
    return borders


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    whole = units(text)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] - lead + entity["length"], whole)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return text, kept[:MOST_ENTITIES]


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    extra: dict[str, Any]


class _Html:
    """The server's own small HTML: a fixed set of tags, every one closed, in order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        place = 0
        while place < len(self._source):
            start = self._source.find("<", place)
            if start < 0:
                start = len(self._source)
            self._add(self._source[place:start])
            if start == len(self._source):
                break
            place = self._end_tag(start) if self._at(start + 1) == "/" else self._start_tag(start)
        if self._open:
            tag = self._open[-1].tag
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return "".join(self._text), self._entities

    def _at(self, place: int) -> str:
        return self._source[place : place + 1]

    def _byte(self, place: int) -> int:
        return len(self._source[:place].encode())

    def _add(self, piece: str) -> None:
        plain = _REFERENCE.sub(lambda found: html.unescape(found.group()), piece)
        self._text.append(plain)
        self._length += units(plain)

    def _start_tag(self, start: int) -> int:
        match = re.compile(r"[^\s>]*").match(self._source, start + 1)
        tag = match.group().lower() if match else ""
        end = self._source.find(">", start)
        if end < 0:
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(start)}")
        if tag not in _TAGS:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {self._byte(start)}')
        attributes = {
            name.lower(): html.unescape(value.strip("\"'"))
            for name, value in _ATTRIBUTE.findall(self._source[start + 1 + len(tag) : end])
        }
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(start)}'
            )
        self._open.append(_Open(tag, self._length, attributes))
        return end + 1

    def _end_tag(self, start: int) -> int:
        end = self._source.find(">", start)
        if end < 0:
            raise _cannot(f"Unclosed end tag at byte offset {self._byte(start)}")
        if not self._open:
            raise _cannot(f"Unexpected end tag at byte offset {self._byte(start)}")
        opened = self._open.pop()
        tag = self._source[start + 2 : end].strip().lower()
        if tag not in ("", opened.tag):
            raise _cannot(
                f"Unmatched end tag at byte offset {self._byte(start)}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self._length > opened.offset:
            self._close(opened)
        return end + 1

    def _close(self, opened: _Open) -> None:
        entity: Entity = {
            "offset": opened.offset,
            "length": self._length - opened.offset,
            "type": _TAGS[opened.tag],
        }
        if opened.tag == "a":
            if not opened.extra.get("href"):
                return
            entity["url"] = opened.extra["href"]
        elif opened.tag == "blockquote" and "expandable" in opened.extra:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.extra.get("emoji-id", "")
        self._entities.append(entity)


def _cannot(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
