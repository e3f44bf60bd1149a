"""A refusal and what it refuses, with what tells whether the writer means it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.understanding.wishes.opt_out_pieces import Pieces

REACH = frozenset({"call", "text", "mail", "any"})
ACTS = REACH | {"send", "bother", "talk", "receive", "sense"}
ORDERS = frozenset({"dont", "stop"})
REFUSALS = ORDERS | {
    *("no", "needless", "forbidden", "unwilling", "revoke", "cancel", "less"),
}
# Of the refusals all but these may end what another one refuses.
WEIGHTY = REFUSALS - {"cancel"}
FEEDS = frozenset({"feed", "promo"})
# What may stand between a refusal and what it refuses.
BETWEEN = frozenset({"skip", "me", "you", "family", "plea", "again", "more", "prep", "feed", "and"})
SPOKEN_TO = frozenset({"seller"})
MOST_THINGS = 2  # words of no known meaning, of what is sent, before "hay" and another act
OR = frozenset({"or", "nor", "hay", "hoặc", "hoac"})
UNKNOWN_BETWEEN = 3  # words of no known meaning, between a plain order and its act
# What may stand behind a thing cancelled, for it to be the writer's own messages.
AROUND = frozenset(
    {
        *("me", "you", "skip", "polite", "prep", "again", "more", "plea", "feed", "promo", "and"),
        *("number", "list", "receive", "subscription", "send", "contact", "text"),
    }
)
# đừng, dừng, dùng or đúng, when it is typed without marks.
UNSURE = "dung"
BIDDING = frozenset({"kêu", "keu", "bảo", "sai", "cử"})
FROM_NOW = ("từ hôm", "từ nay", "từ giờ", "kể từ", "tu hom", "tu nay", "tu gio", "ke tu")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal with the act it refuses: places of pieces."""

    at: int
    act: int
    last: int  # of the act with what is joined to it: "gọi hay nhắn"
    tail: tuple[int, ...]  # what follows in the clause, to where a reason begins
    kinds: frozenset[str]  # of the refusing words
    acts: frozenset[str]  # what is refused
    again: bool  # no more, ever
    pleaded: bool

    @property
    def ordered(self) -> bool:
        return not self.kinds.isdisjoint(ORDERS)

    @property
    def between(self) -> range:
        return range(self.at + 1, self.act)

    @property
    def whole(self) -> range:
        return range(self.at, self.last + 1)


def refusals(said: Pieces) -> Iterator[Refusal]:
    for at, piece in enumerate(said.all) if said.any(REFUSALS | {"enough_said"}) else ():
        refuses = piece.may_be(REFUSALS) or _leaves_off(said, at)
        if refuses and (act := _governed(said, at)) is not None:
            yield _refusal(said, at, act)


def _leaves_off(said: Pieces, at: int) -> bool:
    """ "mấy bạn sale thôi gọi cho mình đi": they are to leave off."""
    if not said[at].may_be({"enough_said"}):
        return False
    before, behind = list(said.before(at))[:1], said.next(at, 1)
    if said.any({"feed"}, said.before(at)) and said.any({"send"}, behind):
        return True  # "mấy tin giảm giá này thôi gửi cho em đi ạ"
    if said.any({"any"}, behind) and _with_me(said, behind[0]):
        return True  # "thôi liên lạc với tôi"
    told = REACH | {"bother", "invite"}
    if said.any({"you"}, before):
        told |= {"errand"}  # "phòng khám thôi nhắc lịch cho chị nhé"
    if said.any({"you"} | SPOKEN_TO, before) and said.any(told, behind):
        return True
    lasting = any(said[one].said.startswith(FROM_NOW) for one in said.after(at))
    if lasting and said.any(REACH, behind):
        return True  # "thôi liên lạc với kho anh từ hôm nay"
    # "tin nhắn cứ kêu suốt, thôi gửi đi": tired of it, or nothing left to be sold.
    ahead = [one for one in said.ahead(at) if said[one].clause < said[at].clause]
    tired = said.any({"much", "no_customer", "unwilling"}, ahead) or (
        said.any({"again"}, ahead) and said.any(REFUSALS, ahead)
    )
    if tired and said.any(REACH | {"bother", "send"}, behind) and _ends_there(said, behind[0]):
        return True
    # "làm ơn thông cảm và thôi gửi tin cho tôi"; but "thôi gửi bảng giá cho tôi": well then.
    pleaded = [*said.before(at), *(_clause_before(said, at))]
    named = said.any({"feed", "me"}, said.next(at, 3)) or len(said.next(at, 2)) == 1
    reached = said.any(REACH | {"bother", "send"}, behind) and named
    return reached and said.any({"plea", "much"}, pleaded)


def _with_me(said: Pieces, act: int) -> bool:
    """With the writer, and no way is named that they would like better."""
    rest = list(said.after(act))
    return said.any({"me"}, rest) and all(said[one].may_be({"me", "and", "skip"}) for one in rest)


def _ends_there(said: Pieces, act: int) -> bool:
    """Nothing is asked for instead: "thôi gửi báo giá cho anh đi"."""
    rest = list(said.after(act))
    nodded = said.any({"nod", "urging"}, rest)
    return nodded and all(said[one].may_be({"nod", "polite", "skip", "me", "you"}) for one in rest)


def _governed(said: Pieces, at: int) -> int | None:
    """The act that the refusing words here stand before."""
    unknown = 0
    clear = said[at].said.startswith(("đừng", "cấm", "chớ", "đg"))
    for place in said.after(at):
        piece = said[place]
        if piece.said in BIDDING and said.any(REACH, said.next(place, 3)):
            continue  # "đừng kêu nhân viên gọi cho tui nữa"
        if piece.may_be({"every"}) and said.any({"feed"}, said.next(place, 1)):
            continue  # "ngung moi tin nhan": every one, and no invitation
        if piece.may_be(ACTS):
            return place
        if piece.may_be({"third"}) and said[place - 1].may_be({"granted"}):
            continue  # "đừng cho người khác gọi anh nữa"
        # "đừng dùng số tôi để quảng cáo": the number is not what is refused.
        used = piece.may_be({"using"}) and said.any({"number", "me"}, said.next(place, 2))
        if used:
            continue
        if piece.may_be(WEIGHTY | {"nothing_more"}):
            return None
        if piece.may_be(BETWEEN):
            continue
        unknown += 1
        undone = piece.may_be({"cancel"}) and said[at].may_be({"dont"})  # "đừng tắt chat"
        if undone or not clear or unknown > UNKNOWN_BETWEEN:
            return None
        if piece.may_be({"mind", "business", "outsider"}):
            return None
    return None


def _refusal(said: Pieces, at: int, act: int) -> Refusal:
    last = act
    acts = said[act].kinds & ACTS
    while (joined := _joined(said, last)) is not None:
        last = joined
        acts |= said[last].kinds & ACTS
    tail = tuple(_tail(said, last))
    tail += tuple(_listed_on(said, [last, *tail][-1]))
    before = list(said.before(at))
    named = said[at].said.startswith(("never", "no longer")) or "bao giờ" in said[at].said
    named = named or said[act].said.endswith(("again", "anymore", "any more"))
    kinds = said[at].kinds & REFUSALS or frozenset({"stop"})
    return Refusal(
        at=at,
        act=act,
        last=last,
        tail=tail,
        kinds=kinds | {"unwilling"} if "revoke" in kinds else kinds,
        acts=acts,
        again=named
        or said.any({"again"}, [*range(at + 1, act), *tail, *before])
        or said.any({"altogether"}, tail)
        or ("no" in kinds and _goes_on(said, last)),
        pleaded=said.any({"plea"}, [*before, *tail, *_clause_before(said, at)])
        or said.any({"insist"}, said.ahead(at)),
    )


def _goes_on(said: Pieces, last: int) -> bool:
    """ "không gọi, không nhắn, không gì hết": the last no of several says it is for good."""
    clause = said[last].clause
    for place in said.behind(last):
        piece = said[place]
        if piece.clause > clause and not piece.may_be({"no"}):
            return False
        if piece.clause > clause and said.any({"again"}, said.after(place)):
            return True
        clause = max(clause, piece.clause)
    return False


def _clause_before(said: Pieces, at: int) -> list[int]:
    """ "yêu cầu tôn trọng, không liên lạc": a plea goes on where a clause begins with its no."""
    first = at == 0 or said[at - 1].clause != said[at].clause
    return said.clause(at - 1) if first and at > 0 else []


def _tail(said: Pieces, last: int) -> Iterator[int]:
    for place in said.after(last):
        piece = said[place]
        reason = piece.may_be({"reason"}) and not piece.may_be({"more", "me"})
        if reason or (piece.may_be(WEIGHTY) and not piece.may_be({"again", "skip"})):
            return
        yield place


def _listed_on(said: Pieces, last: int) -> list[int]:
    """ "đừng gửi báo giá, khuyến mãi, tin tức gì cho anh nữa": told with commas."""
    more: list[int] = []
    named = {"feed", "promo", "item", "offered"}
    if not said[last].may_be(named):
        return []
    for place in said.behind(last):
        piece = said[place]
        if piece.may_be({"again"}):
            return [*more, place]
        begins = piece.clause != said[place - 1].clause
        if not piece.may_be(named if begins else BETWEEN | named):
            return []
        more.append(place)
    return []


def _joined(said: Pieces, last: int) -> int | None:
    """The next act, joined to this one by "hay" or by nothing."""
    things = 0
    for place in said.after(last):
        piece = said[place]
        following = said.next(place, 3)
        named = said[last].may_be({"send"}) and not piece.kinds and things < MOST_THINGS
        if named and any(said[at].said in OR for at in following):
            things += 1  # "gửi thực đơn hay gọi nữa"
            continue
        if piece.may_be({"channel"}) and said[last].may_be({"into_place"}):
            return None  # a place, not a way
        answered = said[last].may_be({"talk"}) and not said[last].may_be({"item", "send"})
        if piece.may_be({"feed"}) and answered and not said[last].may_be(REACH | {"bother"}):
            return None  # "trả lời email": what is answered
        if piece.may_be(ACTS):
            return None if _of_another_form(said, last, place) else place
        if not piece.may_be({"and"}) and piece.said not in ("điện", "cho", "me", "tôi"):
            return None
    return None


def _of_another_form(said: Pieces, last: int, place: int) -> bool:
    """ "stop typing and call me" joins nothing."""
    piece = said[place]
    plain = piece.said.isascii() and not piece.said.endswith(("ing", "s"))
    return (
        said[last].said.endswith("ing")
        and plain
        and piece.may_be(REACH)
        and not piece.may_be({"feed"})
    )


def all_around(said: Pieces, places: Iterable[int]) -> bool:
    """Nothing but the writer's own messages and politeness."""
    return all(said[place].may_be(AROUND) for place in places)


def refused_here(said: Pieces, place: int, besides: int | None = None) -> bool:
    """Some refusal stands close before; `besides` is one that does not count."""
    before = [at for at in list(said.before(place))[:3] if at != besides]
    return said.any(WEIGHTY, before)


def asks(said: Pieces, at: int) -> bool:
    """ "tắt thông báo có được không": what the goods can do, or what happened."""
    clause = said.clause(at)
    end = said[clause[-1]]
    if len(clause) > 1 and end.may_be({"me", "you"}) and not end.may_be({"tag"}):
        end = said[clause[-2]]  # "rồi hả em"
    if said.any({"surely_asked"}, said.after(at)):
        return True
    if end.may_be({"tag"}):
        # Without marks ạ is as like as à, but for "rồi à".
        return end.said != "a" or any(said[place].said == "roi" for place in clause[-2:])
    return end.may_be({"or_not"}) and said.any({"whether"}, clause)


def turned_round(said: Pieces, at: int) -> bool:
    """ "đừng ngừng gửi", "không phải anh muốn ngừng": the refusal is itself refused."""
    before = list(said.before(at))[:4]
    if not before:
        return said[at].said.startswith("if you")
    first, order = said[before[0]], said[at].may_be({"dont"})
    if first.may_be({"for_now"}):
        return True
    if order and first.may_be({"ask"}) and said[at].said.startswith("do"):
        return True  # "why don't you call me"
    thanked = said.any({"appreciated"}, said.before(at))
    if said[at].said.startswith(("if you", "stopped")) and not thanked:
        return True  # "it stopped sending", "if you didn't get my message"
    if said[at].may_be({"stop"}) and said[at].said != UNSURE and _asked_why(said, before):
        return True
    if order and first.said in ("i", "we") and said[at].said == "never":
        return True  # "we never receive your emails"
    provided = [said[one].said for one in before[:2] if said[one].may_be({"provided"})]
    all_that_is_wanted = provided[:1] in (["chỉ cần"], ["chi can"])
    if order and provided and not (all_that_is_wanted and said.any({"again"}, said.after(at))):
        return True  # but "chỉ cần các cháu đừng liên lạc với bác nữa"
    for steps, place in enumerate(before):
        if said[place].may_be({"notso"}):
            plain = not said[place].may_be({"no"}) or said[at].may_be({"unwilling"})
            return plain or said.any({"say"}, before[:steps])
    return not order and _refused_itself(said, at, before)


def _asked_why(said: Pieces, before: list[int]) -> bool:
    """ "why did you stop", "sao ngừng gửi": the writer misses what has ended."""
    for place in before:
        if said[place].may_be({"ask"}) and said[place].said.startswith(("sao", "tại", "vì", "why")):
            return True
        if not (said[place].may_be({"you", "me"}) or said[place].said in ("did", "have", "lại")):
            return False
    return False


def _refused_itself(said: Pieces, at: int, before: list[int]) -> bool:
    for place in before:
        piece = said[place]
        unwilling = piece.may_be({"unwilling"}) and not piece.may_be({"no_need"})
        plain = piece.may_be({"no"}) and not piece.may_be({"again"})
        if piece.may_be({"dont"}) or unwilling or plain:
            return not said[at].may_be({"no", "needless", "forbidden", "unwilling"})
        if piece.may_be({"plea"}):
            return False
        if not piece.may_be({"skip", "me", "you", "prep", "polite", "say"}):
            return False
    return False


def told_of_others(said: Pieces, at: int) -> bool:
    """Customers refuse, or the goods can: nothing the writer wishes."""
    reported = False
    for steps, place in enumerate(said.before(at)):
        piece = said[place]
        reported = reported or (piece.may_be({"say"}) and steps < 3)
        if piece.said in ("mà", "ma") and said[said.clause(at)[0]].may_be({"outsider"}):
            continue  # "khách của mình mà không muốn nhận tin nữa thì bấm vào đâu"
        if piece.may_be({"again", "plea", "reason", "so"}) and not reported:
            break  # "chị mua bên khác rồi đừng nhắn nữa": another clause, with no comma
        # "tôi không phải khách", "dành thời gian cho khách khác"
        denied = place > 0 and said[place - 1].may_be({"notso", "prep"})
        denied = denied or _bidden_to_tell(said, place, at)
        if (piece.may_be({"outsider", "aux"}) and not denied) or (
            piece.may_be({"vendor"}) and steps < 2
        ):
            return True
        if piece.may_be({"product"}) and not said[at].may_be({"dont"}):
            # "tell your bot to stop messaging me"
            bidden = said.any({"say", "plea"}, list(said.before(place))[:1])
            return not (bidden and said.any({"me"}, said.after(at)))
    outsiders = [one for one in said.near(at) if said[one].may_be({"outsider"})]
    bidden = bool(outsiders) and all(_bidden_to_tell(said, one, at) for one in outsiders)
    return bool(outsiders) and not bidden and said.any({"aux", "product"})


def _bidden_to_tell(said: Pieces, place: int, at: int) -> bool:
    """ "bảo họ đừng gửi tin cho tôi nữa": they are the seller's own."""
    first = place == 0 or said[place - 1].clause != said[place].clause
    if not first or not said[place].said.endswith((" họ", " ho")):
        return False
    after = list(said.after(at))
    suffered = said.any({"much"}, said.ahead(at)) and said.any({"me"}, said.ahead(at))
    lasting = said.any({"me"}, after) and said.any({"again"}, after)
    return lasting or suffered
