"""How well messages are understood: python -m tests.scoring.understanding.report [-v] [SLOT…].

Prints accuracy for each slot on marked and unmarked text, how many look-alikes stay empty,
opt-outs missed and heard in vain, and which intents are taken for which. `-v` lists every
message misunderstood, of the slots named or of all.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.scoring.understanding.labels import (
    Labelled,
    agrees,
    development_phrases,
    labelled,
)

SLOTS = ("budget", "timing", "authority", "need", "contact")
ALARMS = ("opt_out", "delete_data", "abuse")  # each has a measure of its own
ENDINGS = frozenset({"opt_out", "delete_data"})
UNSEEN = "(none)"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that a label says, and whether it was heard so."""

    message: Labelled
    measure: str
    right: bool
    said: Any

    @property
    def kind(self) -> str:
        for kind in ("lookalike", "unmarked", "mixed", "en"):
            if kind in self.message.tags:
                return kind
        return "marked"


def judge(messages: Sequence[Labelled]) -> list[Verdict]:
    return [verdict for message in messages for verdict in _verdicts(message, message.heard())]


def _verdicts(message: Labelled, heard: dict[str, Any]) -> Iterator[Verdict]:
    expect = message.expect
    names = [intent["name"] for intent in heard["intents"]]
    for slot in SLOTS:
        if slot not in expect:
            continue
        said, wanted = heard[slot], expect[slot]
        if wanted is None:
            yield Verdict(message, f"{slot} left empty", said is None, said)
            continue
        yield Verdict(message, slot, agrees(said, wanted), said)
        if slot == "timing" and "horizon" in wanted:
            right = said is not None and said["horizon"] == wanted["horizon"]
            yield Verdict(message, "timing horizon", right, said)
    if "intents" in expect:
        yield Verdict(message, "intents", set(expect["intents"]) <= set(names), names)
        # A wish that all this end is labelled alone, whatever thanks and reasons stand beside it.
        if ENDINGS.isdisjoint(expect["intents"]):
            exactly = set(expect["intents"]) == set(names)
            yield Verdict(message, "intents exactly", exactly, names)
    for name in expect.get("not_intents", ()):
        if name not in ALARMS:
            yield Verdict(message, "intents left out", name not in names, names)
    for alarm in ALARMS:
        if alarm in expect.get("intents", ()):
            yield Verdict(message, f"{alarm} heard", alarm in names, names)
        elif alarm in expect.get("not_intents", ()):
            yield Verdict(message, f"{alarm} not in vain", alarm not in names, names)
    if "lang" in expect:
        yield Verdict(message, "language", heard["lang"] == expect["lang"], heard["lang"])


def table(verdicts: Sequence[Verdict]) -> str:
    kinds = ("all", "marked", "unmarked", "en", "mixed", "lookalike")
    lines = [f"{'':24}" + "".join(f"{kind:>17}" for kind in kinds)]
    for measure in sorted({one.measure for one in verdicts}):
        cells = []
        for kind in kinds:
            of_kind = [
                one.right
                for one in verdicts
                if one.measure == measure and kind in ("all", one.kind)
            ]
            share = f"{sum(of_kind) / len(of_kind):7.1%} of {len(of_kind):4}" if of_kind else "-"
            cells.append(f"{share:>17}")
        lines.append(f"{measure:24}" + "".join(cells))
    return "\n".join(lines)


def confusion(verdicts: Sequence[Verdict]) -> str:
    """For each intent missed, what was heard in its place; for each too many, beside what."""
    missed: Counter[tuple[str, str]] = Counter()
    added: Counter[tuple[str, str]] = Counter()
    for one in verdicts:
        if one.measure != "intents exactly" or one.right:
            continue
        wanted = one.message.expect["intents"]
        for name in set(wanted) - set(one.said):
            missed[name, next(iter(one.said), UNSEEN)] += 1
        for name in set(one.said) - set(wanted):
            added[name, next(iter(wanted), UNSEEN)] += 1
    lines = ["missed, and what was heard first instead:"]
    lines += [f"  {count:3} {name} -> {other}" for (name, other), count in missed.most_common()]
    lines += ["heard too many, beside what was meant:"]
    lines += [f"  {count:3} {name} beside {other}" for (name, other), count in added.most_common()]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    wanted = {one for one in arguments if not one.startswith("-")}
    verdicts = judge([*labelled(), *development_phrases()])
    if wanted:
        verdicts = [one for one in verdicts if one.measure.split()[0] in wanted]
    if "-v" in arguments:
        for one in verdicts:
            if not one.right and one.measure != "timing horizon":
                asked = f" [{one.message.asked}]" if one.message.asked else ""
                print(f"{one.measure}: {one.message.id}{asked} {one.message.text!r}")
                print(f"    now {one.message.now} offer {one.message.offer_range}")
                print(f"    label {one.message.expect}\n    heard {one.said}")
    print(table(verdicts))
    if any(one.measure == "intents exactly" for one in verdicts):
        print(confusion(verdicts))


if __name__ == "__main__":
    main(sys.argv[1:])
