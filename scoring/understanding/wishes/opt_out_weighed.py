"""An end of contact told as no rule foresaw: what speaks for it is weighed against the rest."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import (
    ACTS,
    REACH,
    REFUSALS,
    UNSURE,
    asks,
    refused_here,
    told_of_others,
    turned_round,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

BEGINS = REFUSALS - {"less"} | {"nomore", "ending", "out"}
WHAT = ACTS | {"feed", "promo", "subscription", "contact", "list", "bot"}
# A point stands for .5 in the logarithm of the odds among the labelled messages in which something
# is refused, rounded by hand. ENOUGH lets one in a thousand of the others pass.
ENOUGH = 7
FOR = {
    "again": 6,  # no more, ever
    "again_near": 6,
    "refused_twice": 6,
    "any": 4,  # liên lạc, liên hệ: whatever the way
    "stop": 3,
    "out": 6,
    "nomore": 2,
    "asked": 3,
    "receive": 2,
    "bother": 2,
    "subscription": 2,
    "feed": 1,
    "me": 1,
    "no_customer": 1,
    "much": 1,
    "close": 1,  # what is refused stands right behind
}
AGAINST = {
    "ask": -5,
    "nothing": -5,  # nothing is named that could end
    "time": -5,
    "less": -5,
    "turned": -4,
    "others": -4,
    "back_in": -4,
    "unsure": -6,
    "item": -4,
    "talk": -4,
    "manner": -4,
    "number": -6,
    "third": -5,
    "vague": -7,  # "I don't want it anymore"
    "called": -8,  # "đừng gọi là sếp nữa"
    "mind": -3,
    "question": -3,
    "sense": -3,
    "channel": -2,
    "supposed": -6,
    "else": -2,
    "goods": -2,
    "unable": -6,  # "không gọi đi được"
    "mild": -2,  # a plain no, no need
    "reached": -8,  # some other contact is not refused
    "unknown": -2,  # each unknown word behind
}
LIMITS = frozenset({"time", "today", "until", "busy", "now", "arriving"})
FAR = 8  # pieces behind the refusal in which what is refused is named
MOST = 3  # counted of a sign
MOST_REFUSALS = 16  # the last ones: nobody who means it says more, and each takes its time
MORE = frozenset({"thêm", "them"})  # "không thêm nữa": no more of some sum
SETTLED = frozenset({"me", "skip", "polite", "you"})


def found(said: Pieces) -> Span | None:
    """The first of the refusals that weighs enough."""
    if not said.any(BEGINS):
        return None
    refusals = [at for at, piece in enumerate(said.all) if piece.may_be(BEGINS)]
    spans = (weighed(said, at) for at in refusals[-MOST_REFUSALS:])
    return next((span for span in spans if span is not None), None)


def weighed(said: Pieces, at: int) -> Span | None:
    """ "Sư cô xin phép không nhận lời mời nào nữa, mong quý vị hoan hỷ dừng lại"."""
    refused = what_ends(said, at)
    points = sum(FOR[sign] for sign, there in _for(said, at, refused).items() if there)
    if points < ENOUGH:
        return None
    against = _against(said, at, refused).items()
    points += sum(AGAINST[sign] * times for sign, times in against)
    last = at if refused is None else refused
    return (min(at, last), max(at, last)) if points >= ENOUGH else None


def what_ends(said: Pieces, at: int) -> int | None:
    places = [*said.next(at, FAR), *list(said.before(at))[:FAR]]
    named = (one for one in places if said[one].may_be(WHAT) and said[one].said not in MORE)
    return next(named, None)


def _for(said: Pieces, at: int, refused: int | None) -> dict[str, bool]:
    after, near = list(said.after(at)), said.near(at)
    other = [one for one in near if said[one].clause != said[at].clause]
    ends = frozenset() if refused is None else said[refused].kinds
    return {
        "again": said.any({"again"}, after) or any(_lasting(said, one) for one in said.before(at)),
        "again_near": said.any({"again"}, other),
        "refused_twice": any(
            said[one].may_be(REFUSALS) and not said[one].may_be({"skip", "polite"}) for one in other
        ),
        "any": "any" in ends,
        "stop": said[at].may_be({"stop"}),
        "out": said[at].may_be({"out"}),
        "nomore": said[at].may_be({"nomore"}),
        "asked": said.any({"plea", "insist", "urging"}, said.clause(at)),
        "receive": "receive" in ends,
        "bother": "bother" in ends,
        "subscription": "subscription" in ends,
        "feed": "feed" in ends,
        "me": said.any({"me"}, after),
        "no_customer": said.any({"no_customer"}, near),
        "much": said.any({"much", "warn"}, near),
        "close": refused == at + 1,
    }


def _against(said: Pieces, at: int, refused: int | None) -> dict[str, int]:
    """How often each sign is there."""
    clause, after, near = said.clause(at), list(said.after(at)), said.near(at)
    plain = [one for one in clause if not said[one].may_be(SETTLED)]
    ends = frozenset() if refused is None else said[refused].kinds
    return {
        "ask": said.any({"ask"}, said.before(at)),
        "nothing": refused is None,
        "time": said.any(LIMITS, [one for one in plain if not said[one].may_be({"again"})]),
        "less": said.any({"less"}, clause),
        "turned": turned_round(said, at),
        "others": told_of_others(said, at),
        "back_in": said.any({"back_in"}, near),
        "unsure": said[at].said == UNSURE,
        "item": said.any({"item", "deliver"}, plain),
        "talk": "talk" in ends,
        "manner": said.any({"manner"}, plain),
        "number": said.any({"number_said"}, clause),
        "third": said.any({"third", "family"}, plain),
        "vague": refused is not None and said[refused].may_be({"vague", "it"}),
        "called": said.any({"called"}, plain),
        "mind": said.any({"mind"}, plain),
        "question": asks(said, at),
        "sense": "sense" in ends,
        "channel": said.any({"channel"}, plain),
        "supposed": said.any({"supposing"}, near),
        "else": said.any({"outsider", "vendor", "other_list"}, plain),
        "goods": said.any({"product", "business"}, plain),
        "unable": said[at].may_be({"no"})
        and refused is not None
        and said.any({"ability"}, said.next(refused, 2)),
        "mild": said[at].may_be({"no", "needless"}),
        "reached": any(_wanted(said, one) for one in near if one != refused),
        "unknown": min(MOST, sum(not said[one].kinds for one in after)),
    }


def _lasting(said: Pieces, place: int) -> bool:
    """ "từ nay"; but "bao giờ ngưng" asks when."""
    when = said[place].said in ("bao giờ", "bao gio")
    return said[place].may_be({"again"}) and not when


def _wanted(said: Pieces, place: int) -> bool:
    """ "dừng nhắn nữa, gọi luôn cho nhanh": some contact that nothing refuses."""
    if not said[place].may_be(REACH | {"send"}) or said[place].may_be({"feed", "contact"}):
        return False
    anew = place > 0 and said[place - 1].may_be({"nothing_more"})
    return anew or not refused_here(said, place)
