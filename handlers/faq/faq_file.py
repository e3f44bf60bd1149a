"""An answer goes into the owner's file: a new FAQ entry, or a phrase more for one that stands."""

from __future__ import annotations

import io

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString
from ruamel.yaml.util import load_yaml_guess_indent

from handlers.business import Business
from handlers.faq.answers import answer_to
from handlers.owners_file import parse

_WIDEST = 10_000  # characters: the owner's lines are not broken anew


def with_answer(
    text: str, name: str, languages: tuple[str, ...], phrases: tuple[str, ...], answer: str
) -> str:
    """The file with an entry more; the answer stands in every language of the company.

    It was given in one: a customer of the other gets it all the same, until the owner
    translates it. Raises BusinessFileError where the file could not be used so.
    """
    plain, yaml = _read(text)
    entry = CommentedMap()
    entry["ask"] = _flow(phrases)
    entry["answer"] = CommentedMap(
        {language: DoubleQuotedScalarString(_literal(answer)) for language in languages}
    )
    plain.setdefault("faq", CommentedSeq()).append(entry)
    return _checked(_written(plain, yaml), name)


def with_phrase(text: str, name: str, entry: str, phrase: str) -> str:
    """The file with a phrase more for the entry whose first phrase is `entry`.

    Raises LookupError where there is no such entry any more, BusinessFileError as above.
    """
    plain, yaml = _read(text)
    for one in plain.get("faq") or ():
        if one["ask"][0] == entry:
            one["ask"].append(phrase)
            return _checked(_written(plain, yaml), name)
    raise LookupError(entry)


def answers(business: Business, phrase: str) -> bool:
    """Whether the file answers this by now: what was written before a crash is not doubled."""
    return answer_to(phrase, business.faq) is not None


def _read(text: str) -> tuple[CommentedMap, YAML]:
    """The file with its comments, and a writer that indents as its owner does."""
    _, indent, offset = load_yaml_guess_indent(text)
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDEST
    offset = offset or 0
    yaml.indent(mapping=2, sequence=max(indent or 2, offset + 2), offset=offset)
    return yaml.load(text), yaml


def _written(plain: CommentedMap, yaml: YAML) -> str:
    out = io.StringIO()
    yaml.dump(plain, out)
    return out.getvalue()


def _checked(text: str, name: str) -> str:
    parse(text, name)
    return text


def _flow(phrases: tuple[str, ...]) -> CommentedSeq:
    listed = CommentedSeq(phrases)
    listed.fa.set_flow_style()
    return listed


def _literal(answer: str) -> str:
    """What somebody typed is no template: its braces stand for themselves."""
    return answer.replace("{", "{{").replace("}", "}}")
