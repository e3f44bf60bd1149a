"""When a refusal is an explicit wish that contact ends."""

from __future__ import annotations

from scoring.understanding.wishes.opt_out_frame import (
    ACTS,
    AROUND,
    REACH,
    REFUSALS,
    UNSURE,
    Refusal,
    all_around,
    told_of_others,
    turned_round,
)
from scoring.understanding.wishes.opt_out_goods import (
    from_now_on,
    goods_no_more,
    invited_no_more,
    settled,
    sold_no_more,
)
from scoring.understanding.wishes.opt_out_instead import (
    feeds,
    limited,
    only_now,
    other_way,
    wants_more,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces

READ_OUT = frozenset({"đọc", "doc", "nghe", "xem"})
ELDERS = frozenset({"chị", "chi", "anh", "cô", "co", "chú", "chu", "bác", "bac", "tôi", "toi"})
SELF = frozenset({"tôi", "toi", "tui", "mình", "minh", "tao", "mk"})
FURTHER = ("thêm", "them", "tiếp", "tiep")
NO_MORE = frozenset({"nữa đâu", "nua dau"})
EVERYTHING = 99  # pieces; a tail is never so long


def is_wish(said: Pieces, one: Refusal) -> bool:
    if turned_round(said, one.at) or told_of_others(said, one.at) or _unable(said, one):
        return False
    if said[one.at].may_be({"revoke"}):
        return True
    if "send" in one.acts and one.ordered and settled(said, one):
        return not (other_way(said, one) or wants_more(said, one))
    if limited(said, one) or _some_day(said, one) or _of_something(said, one):
        return False
    if said.any({"using"}, one.between):
        return one.ordered or one.again or one.pleaded or "unwilling" in one.kinds
    if "less" in one.kinds:
        return "bother" in one.acts
    if said[one.act].may_be({"receive"}) and said[one.act].may_be({"text"}):
        return _either(said, one)
    if one.acts & {"receive", "sense"}:
        return _receiving(said, one)
    if "cancel" in one.kinds and not one.ordered and "bother" not in one.acts:
        return False
    if "bother" in one.acts:
        return _bothering(said, one)
    if one.acts & REACH or ("send" in one.acts and feeds(said, one)):
        return _reaching(said, one)
    return _sending(said, one) if "send" in one.acts else _talking(said, one)


def _unable(said: Pieces, one: Refusal) -> bool:
    """ "số này gọi không được thì gọi số kia"."""
    ahead = list(said.before(one.at))[:1]
    cannot = said[one.at].said.endswith(("được", "đc", "dc", "duoc")) and "forbidden" in one.kinds
    return cannot and said.any(REACH, ahead)


def _some_day(said: Pieces, one: Refusal) -> bool:
    """ "nếu sau này không muốn nhận tin nữa thì hủy sao": not wished yet."""
    before = list(said.before(one.at))
    return said.any({"supposing"}, before) and said.any({"some_day"}, before)


def _either(said: Pieces, one: Refusal) -> bool:
    """ "nhan" without marks is nhắn or nhận."""
    if other_way(said, one):
        return False
    if one.ordered:
        return _reaching(said, one)
    return _receiving(said, one) or _reaching(said, one)


def _receiving(said: Pieces, one: Refusal) -> bool:
    unwilling = one.ordered or "unwilling" in one.kinds
    if "receive" not in one.acts and not unwilling:
        return False  # "không thấy tin nhắn" misses one
    if said[one.act].said in READ_OUT and one.ordered and not said.any({"granted"}, one.between):
        return False  # "đừng đọc tin nữa": to a machine
    ahead = list(said.before(one.at))[:2]
    missed = "dont" in one.kinds and any(said[at].said in ("i", "we") for at in ahead[:1])
    missed = missed and not any(said[at].said == "so" for at in ahead)
    messages = feeds(said, one)
    if (said.any({"item"}, one.tail) and not (messages and one.again)) or missed:
        return False  # "I don't get messages on this phone"
    if messages and _how_to_end(said, one):
        return True
    if unwilling or "cancel" in one.kinds:
        cancelled = {"receive", "cancel"} <= one.acts | one.kinds
        heard_of = any(said[at].said == "about" for at in said.next(one.act, 1))
        if heard_of or (one.acts == {"sense"} and said.any({"family", "outsider"}, one.tail)):
            return False  # "I don't want to see him again"
        messages = messages or _named_just_before(said, one)
        from_you = one.kinds & {"unwilling"} and said[one.act].said.startswith("hear")
        return bool(from_you) or messages or one.again or (cancelled and all_around(said, one.tail))
    if _asks_back(said, one):
        return False
    if one.again or one.pleaded:
        return messages or "receive" in one.acts
    if said[one.act].may_be(REACH) and not said.any({"feed"}, one.tail):
        return False
    none_at_all = said.any({"whichever"}, one.tail) and not any(
        said[at].said.startswith(("bất", "bat"))
        for at in (*range(one.act, one.last + 1), *one.tail)
    )
    plain = all_around(said, one.tail) and not none_at_all
    plain = plain and said[one.at].said != "not"  # "not receiving your emails"
    return messages and plain


def _named_just_before(said: Pieces, one: Refusal) -> bool:
    """ "tin nhắn này tắt làm sao? Tôi không muốn nhận." """
    plain = "receive" in one.acts and all_around(said, one.tail)
    return (
        plain
        and said.any({"feed", "list"}, said.ahead(one.at))
        and not said.any({"item", "product"})
    )


def _how_to_end(said: Pieces, one: Refusal) -> bool:
    """ "làm sao để không nhận tin": who asks the way out would go."""
    return "no" in one.kinds and said.any({"howto"}, said.before(one.at))


def _bothering(said: Pieces, one: Refusal) -> bool:
    behind = said.next(one.act, 1)
    trouble = any(said[place].said in ("with", "to") for place in behind)
    if said[one.act].said in ("bother", "bothering") and (trouble or said.any(REACH, behind)):
        return False  # "don't bother calling"
    if one.ordered:
        return one.again or not said.any({"gives"})
    if "no" in one.kinds and said.any({"you"}, behind):
        return False  # "em không làm phiền shop nữa"
    if "unwilling" in one.kinds:
        if said.any({"gives"}) and not one.again:
            return False  # "ghét bị spam nên không cho số đâu"
        passive = said.any({"passive"}, one.between)
        return passive or not said.any({"reason"}, said.behind(one.act - 1))
    if "needless" in one.kinds and not one.again:
        return False
    if "cancel" in one.kinds:  # "tắt giúp mình phần gửi khuyến mãi"
        rest = [*one.between, *one.tail]
        return all(said[at].may_be(AROUND | {"channel"}) for at in rest)
    return (one.again or one.pleaded or "forbidden" in one.kinds) and not _asks_back(said, one)


def _of_something(said: Pieces, one: Refusal) -> bool:
    """ "stop reminding me to drink water": that errand, and nothing else, is to stop."""
    if not said[one.act].may_be({"errand"}):
        return False
    toward = ("to", "about", "về", "ve")
    about = next((at for at in one.tail if said[at].said in toward), None)
    if about is None:
        return False
    named = [at for at in said.next(about, 3) if not said[at].may_be({"skip"})][:1]
    return any(not said[at].kinds or said[at].may_be({"business"}) for at in named)


def _reaching(said: Pieces, one: Refusal) -> bool:
    if other_way(said, one):
        return False
    if one.ordered:
        further = "any" in one.acts and said.any({"more"}, one.tail)  # "đừng liên hệ mình thêm"
        return one.again or further or not only_now(said, one)
    if "unwilling" in one.kinds:
        suffered = said.any({"passive", "granted", "you", "ability"}, one.between)
        on_the_phone = any(said[at].said == "the" for at in one.between)  # "decline the call"
        suffered = suffered or (said[one.at].may_be({"no_leave"}) and not on_the_phone)
        return one.again or suffered or "contacted" in said[one.act].said
    if _asks_back(said, one) or _own_doing(said, one) or wants_more(said, one):
        return False
    if _condition(said, one):
        return False
    if said.any({"ability"}, said.next(one.last, 1)):
        return False  # "không nhắn tin được nữa"
    if one.again:
        return True
    if _nobody_did(said, one):
        return False
    if "any" in one.acts and one.at == 0 and _nothing_but_me(said, one):
        return True  # "Không liên hệ lại với tôi."
    lasting = said.any({"more"}, one.tail) or said.any({"stop"})
    lasting = lasting or said[one.act].said.endswith(FURTHER)  # "không cần nhắn thêm đâu"
    wholly = "any" in one.acts and "needless" in one.kinds
    meant = one.pleaded or "forbidden" in one.kinds or lasting or wholly
    if meant and not only_now(said, one):
        return True
    if said[one.at].said in ("hết", "het") and said.any({"nod", "urging"}, one.tail):
        return all_around(said, one.tail)  # "hết gọi nha"
    return said[one.at].may_be({"shrug"}) and (_is_all(said, one) or _nodded_off(said, one))


def _nobody_did(said: Pieces, one: Refusal) -> bool:
    """ "hẹn gọi mà không ai gọi cho tôi hết": nobody did, and they were awaited."""
    nobody = any(said[at].said == "ai" for at in one.between)
    return nobody and not one.pleaded and not said.any({"nothing_more"}, one.tail)


def _nothing_but_me(said: Pieces, one: Refusal) -> bool:
    """The whole message says it, and to whom."""
    more = said[one.act].said.endswith(("lại", "lai")) or said.any({"more"}, one.tail)
    rest = all(said[at].may_be({"me", "more", "and", "polite"}) for at in one.tail)
    return more and rest and len(said) == one.last + 1 + len(one.tail)


def _nodded_off(said: Pieces, one: Refusal) -> bool:
    """ "giá vậy anh không kham nổi, em khỏi nhắn lại cho anh nghen"."""
    if said.any({"me"}, one.tail) and said.any({"again"}) and not only_now(said, one):
        return True  # "thôi khỏi gọi lại cho anh, từ nay về sau cũng vậy"
    twice = sum(said[at].may_be({"shrug"}) for at in said.near(one.at)) > 1
    clause = said.clause(one.at)
    alone = one.at == clause[0] and said.any({"no", "unwilling"}, said.ahead(one.at))
    to_me = said.any({"me"}, one.tail)
    directed = said.any({"nod"}, one.tail) or twice or (alone and (to_me or not one.tail))
    return directed and all_around(said, one.tail) and not only_now(said, one)


def _is_all(said: Pieces, one: Refusal) -> bool:
    clause = said[one.at].clause
    return all(
        piece.clause == clause and piece.may_be(AROUND | REFUSALS | ACTS) for piece in said.all
    )


def _sending(said: Pieces, one: Refusal) -> bool:
    things = (*range(one.act + 1, one.last + 1), *one.tail)
    if other_way(said, one) or wants_more(said, one):
        return False
    if from_now_on(said, one) or goods_no_more(said, one):
        return True
    if said.any({"item"}, things):
        return False
    if said.any({"item"}, said.before(one.at)):
        return False  # "bản cũ đừng gửi nữa"
    plain, to_me = all_around(said, one.tail), said.any({"me"}, one.tail)
    if (one.ordered or one.pleaded) and one.again and to_me:
        return True  # whatever it was
    if one.ordered:
        polite = all(said[place].may_be({"polite", "skip", "pointed"}) for place in one.tail)
        return one.again or (plain and (to_me or polite))
    if _asks_back(said, one) or _own_doing(said, one):
        return False
    if said[one.at].may_be({"shrug"}) and plain and (to_me or said.any({"again"})):
        return not said.any({"speaker_calls", "deliver"})
    more = to_me or said.any({"more"}, one.tail)
    return plain and (one.again or (one.pleaded and (more or not one.tail)))


def _talking(said: Pieces, one: Refusal) -> bool:
    if invited_no_more(said, one) or sold_no_more(said, one):
        return True
    ends = (steps for steps, place in enumerate(one.tail) if said[place].may_be({"nothing_more"}))
    thing = one.tail[: next(ends, EVERYTHING)]
    to_me = said.any({"me"}, one.tail)
    around = AROUND - {"feed", "promo"}
    if one.again and to_me:
        around |= {"channel"}  # "đừng quảng cáo qua Zalo của mình nữa"
    plain = all(said[place].may_be(around) for place in thing)
    if not plain:
        return False
    if "stop" in one.kinds and said[one.at].said != UNSURE and to_me:
        return True
    if not one.again or wants_more(said, one) or other_way(said, one):
        return False
    if one.ordered and "dont" in one.kinds and said.any({"much"}, said.ahead(one.at)):
        return True  # "nhắc hoài, đừng nhắc nữa"
    if "needless" in one.kinds:
        return to_me and said[one.act].may_be({"care"})
    if "unwilling" in one.kinds:
        whom = [place for place in one.tail if said[place].may_be({"you"})]
        return said[one.act].may_be({"speech"}) and bool(whom) and not said.any({"bot"}, whom)
    return "dont" in one.kinds and (to_me or said[one.act].may_be({"selling"}))


def _asks_back(said: Pieces, one: Refusal) -> bool:
    """ "sao không nhắn nữa", "không nhắn nữa hả": the writer would like some more."""
    if said.any({"howto"}, said.before(one.at)):
        return False
    if said.any({"ask"}, said.before(one.at)):
        return not one.pleaded
    clause = said.clause(one.at)
    politely = one.pleaded or (one.again and "no" in one.kinds)  # "… nữa được không?"
    politely = politely and len(clause) > 1 and said[clause[-2]].may_be({"ability"})
    return said[clause[-1]].may_be({"wonders"}) and not politely


def _condition(said: Pieces, one: Refusal) -> bool:
    """ "không gọi không nhắn gì sao biết": without it, how could one?"""
    lasting = said.any({"nothing_more", "plea"}, one.tail)
    if one.kinds & {"forbidden", "needless"} or lasting or one.pleaded:
        return False
    for place in said.after(one.last):
        how = said[place].said.split()[:1] in (["sao"], ["how"]) or said[place].may_be({"howto"})
        behind = said.next(place, 1)
        complained = any(said[at].said in ("cứ", "cu", "còn", "vẫn", "lại") for at in behind)
        if how and behind and not complained:
            return True
    return False


def _own_doing(said: Pieces, one: Refusal) -> bool:
    """ "mình không nhắn nữa": the writer speaks of what they do."""
    if one.pleaded or one.kinds & {"forbidden", "needless"}:
        return False
    ahead = list(said.before(one.at))[:1]
    directed = said[said.clause(one.at)[-1]].said.endswith(("nhé", "nha", "nhe", "nghen", "nghe"))
    to_self = any(said[at].said in SELF for at in one.tail)
    if directed and one.again and to_self and not any(said[at].said in SELF for at in ahead):
        return False  # "còn bên anh không gọi cho tôi nữa nhé"
    off = any(said[at].said in NO_MORE for at in one.tail)
    if (directed or off) and said[one.at].may_be({"notso"}) and one.again:
        return False  # "từ nay em không phải gọi lại nữa nhé": you need not
    # "em không phải nhắn cho chị nữa": "em" is the seller, where it is done to another.
    whom = [at for at in one.tail if said[at].may_be({"me"})]
    seller = any(said[at].said == "em" for at in ahead) and whom
    if seller and all(said[at].said in ELDERS for at in whom):
        return False
    return said.any({"me"}, ahead)
