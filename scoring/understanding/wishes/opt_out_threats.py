"""The end of patience: blocking, complaints to others, and one word that ends it all."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import REACH, UNSURE, WEIGHTY, asks, told_of_others
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

# All that a clause may hold beside "chặn", for it to be the writer's threat.
THREATENING = frozenset(
    {
        *("me", "plea", "target", "threat", "polite", "you", "number", "skip", "and", "bother"),
        "speaker_calls",
    }
)
POLITE = frozenset({"polite", "me", "you"})
SENT = frozenset({"call", "text", "send", "bother"})
WARNING = (12, 14)  # pieces before and behind a threat in which its condition stands


def threatened(said: Pieces, at: int) -> Span | None:
    """ "chặn số đây", "còn nhắn nữa là tôi báo cáo"."""
    if told_of_others(said, at) or said.any({"outsider", "vendor"}, said.ahead(at)):
        return None
    done = any(said[one].said in ("rồi", "roi") for one in said.next(at, 1))
    if done and any(said[one].said == "kia" for one in said.ahead(at)):
        return None  # "bên bảo hiểm kia gọi miết nên chị chặn rồi"
    if any(len(said[one].said) == 1 and not said[one].kinds for one in said.next(at, 1)):
        return None  # Block B
    before = list(said.before(at))[:4]
    if said.any({"ask"}, before[:2]):
        return None  # "sao block mình"
    if said.any({"dont"}, before) and said.any({"forced"}, before) and said.any({"me"}, before):
        return at, at  # "đừng ép tôi phải chặn"
    if said.any({"dont", "no", "done_to"}, before[:3]):
        return None
    return (at, at) if _warned(said, at) or _threatens(said, at) else None


def _threatens(said: Pieces, at: int) -> bool:
    clause = said.clause(at)
    others = [one for one in clause if one != at]
    behind = said.next(at, 1)
    if not said[at].may_be({"own_threat"}):
        return False
    if not all(said[one].may_be(THREATENING) for one in others):
        return False
    if (
        said[at - 1].may_be({"you"})
        and not said[at - 1].may_be({"me", "polite"})
        and at > clause[0]
    ):
        return False  # "công ty chặn zalo"
    if others and said[clause[-1]].may_be({"tag", "or_not", "it"}):
        return False
    if said[at].said == "chan" and not said.any({"at_once"}, behind):  # chặn, or chán
        return False
    if said[at].may_be({"to_report"}) and not said.any({"you", "bother"}, others):
        return False
    thing = any(said[one].said == "the" for one in behind)
    return not said.any({"patient", "it"}, behind) and not thing  # "block it": a card


def _warned(said: Pieces, at: int) -> bool:
    """One more message, and this follows."""
    ahead, behind = WARNING
    around = [
        place
        for place in range(max(0, at - ahead), min(len(said), at + behind))
        if place != at
        and (said[place].may_be({"me", "you"}) or not said[place].may_be({"outsider", "product"}))
    ]
    acted = said.any(SENT | REACH | {"feed"}, around) or any(
        said[place].said.startswith(("gọi", "nhắn"))
        or (said[place].may_be({"stop"}) and said[place].said != UNSURE)  # "nếu không dừng"
        for place in around
    )
    return acted and said.any({"warn"}, around)


def complained(said: Pieces, at: int) -> Span | None:
    """ "spam hoài vậy": so much of it that the writer wants it over."""
    if not said[at].may_be({"spam_word"}) or told_of_others(said, at):
        return None
    if said.any({"outsider", "vendor"}, said.ahead(at)):
        return None
    if said.any({"product", "mind", "suffered"}, said.before(at)):
        return None
    behind = said.next(at, 1)
    return (at, behind[0]) if said.any({"much"}, behind) else None


def wearied(said: Pieces, at: int) -> Span | None:
    """ "nhắn miết, thôi đi": after so many messages, enough."""
    clause = said.clause(at)
    if not said[at].may_be({"enough_said"}) or clause[-1] != len(said) - 1 or clause[0] == 0:
        return None
    before = said.ahead(clause[0])
    weary = said.any({"much", "own_threat"}, before)
    if not (said.any(SENT, before) and weary) or len(clause) == 1:
        return None
    plain = all(said[one].may_be(POLITE) for one in clause)
    return (at, at) if plain and not said.any({"outsider", "product"}) else None


def bare(said: Pieces, at: int) -> Span | None:
    """One word is enough when it is the whole message, or all of a clause."""
    piece = said[at]
    clause = said.clause(at)
    if _and_another_wish(said, at, clause):
        return at, at
    others = [one for one in clause if one != at]
    elsewhere = (place for place in range(len(said)) if place not in clause)
    whole = all(said[place].may_be(POLITE) for place in elsewhere)  # "Stop. Please."
    if piece.may_be({"ends_alone"}) and len(said) == 1:
        return at, at
    if piece.said == UNSURE:
        return (at, at) if _unsure_but_urged(said, clause, others, whole=whole) else None
    able = len(clause) > 1 and said[clause[-2]].may_be({"ability"})  # "dừng lại được chưa?"
    if asks(said, at) and not (able and said.any(SENT | {"feed"}, said.ahead(clause[0]))):
        return None
    others = [one for one in others if said[one].said != piece.said]  # stop stop stop
    plain = all(said[one].may_be(POLITE | {"again", "much"}) for one in others if one != clause[0])
    first = POLITE | {"again", "much", "reason", *piece.kinds}
    plain = plain and (said[clause[0]].may_be(first) or said[clause[0]].said == "so")
    said_so = all(said[one].may_be(POLITE) for one in others if one > at) and all(
        said[one].may_be(POLITE | {"again", "much", "say", "told", "reason"})
        and not _not(said, one)
        for one in others
    )
    if piece.may_be({"turn_off"}) and not piece.may_be({"ends_it"}):
        if not plain:
            return (at, at) if _at_last(said, at, clause) else None
        last = said[at].clause == said[len(said) - 1].clause
        reason = whole or (last and said.any({"told", "feed", "bother", "again"}))
        return (at, at) if said.any({"urging"}, others) and reason else None
    if not piece.may_be({"ends_it"}):
        return None
    if not (plain or said_so):
        return (at, at) if _at_last(said, at, clause) else None
    return (at, at) if whole or _ends_here(said, at, clause, others) else None


def _not(said: Pieces, place: int) -> bool:
    """ "ko stop được"."""
    return said[place].may_be({"no"}) and not said[place].may_be({"again"})


def _and_another_wish(said: Pieces, at: int, clause: list[int]) -> bool:
    """ "stop và xóa số của mình": behind the "và" something more is wished."""
    if not said[at].may_be({"ends_it"}) or said[at].said == UNSURE or asks(said, at):
        return False
    for place in clause:
        more = said.next(place, 4)
        if place > at and said[place].may_be({"and"}) and more:
            mine = said.any({"me", "number"}, more[1:]) or any(
                said[one].said in ("my", "our") for one in more
            )
            besides = said[more[0]].may_be({"remove"}) and mine
            return besides or said[more[0]].may_be(WEIGHTY)
        if place != at and not said[place].may_be(POLITE | {"again"}):
            return False
    return False


def _unsure_but_urged(said: Pieces, clause: list[int], others: list[int], *, whole: bool) -> bool:
    """ "dung" is dừng, with "ngay" behind, or behind a complaint with "đi"."""
    if not others or not all(said[one].may_be(POLITE) for one in others):
        return False
    if whole:
        return any(
            said[one].said in ("tuc khac", "ngay lap tuc", "ngay", "lap tuc") for one in others
        )
    urged = said.any({"urging"}, others[:1])
    last = clause[-1] == len(said) - 1
    return last and urged and said.any({"told", "bother"}, said.ahead(clause[0]))


def _ends_here(said: Pieces, at: int, clause: list[int], others: list[int]) -> bool:
    behind = said.behind(clause[-1])
    if said.any({"this_place"}, others) and said.any({"later", "request", "farewell"}, behind):
        return False
    if clause[-1] == len(said) - 1:
        return True
    if said[at].may_be({"of_itself"}):  # but "dẹp, giá đó thì thôi" turns an offer down
        return not (
            said[at].said.startswith("d") and said.any({"item", "vendor", "business"}, behind)
        )
    if said.any({"later", "request"}, behind) and not said.any({"again"}, behind):
        return False
    if said.any({"polite", "plea"}, others):
        return True
    return said[at].may_be({"shortly"}) and said.any(WEIGHTY | {"bother", "again"}, behind)


def _at_last(said: Pieces, at: int, clause: list[int]) -> bool:
    """ "nhắn hoài mệt quá ngưng giùm": at the end, with no comma before."""
    before = [one for one in clause if one < at]
    behind = [one for one in clause if one > at]
    if clause[-1] != len(said) - 1 or not said.any({"urging"}, behind) or said.any({"ask"}, before):
        return False
    if not all(said[one].may_be(POLITE) for one in behind):
        return False
    weary = said.any({"much", "told"}, before[-5:]) or said[at].may_be({"out"})
    weary = weary or said[at].said.endswith(("hẳn", "hết"))  # once and for all
    sent = said.any(SENT | {"feed"}, said.ahead(at))
    return sent and weary and not said.any({"product", "outsider"}, said.ahead(at))
