"""Wishes that messages end which need no act refused: a subscription, a list, a threat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scoring.understanding.wishes.opt_out_behind import (
    act_switched_off,
    asked_how_long,
    in_peace,
    kept_out,
    left_off,
    made_to_stop,
    pointed_at,
    put_last,
    switched_off,
)
from scoring.understanding.wishes.opt_out_frame import (
    ACTS,
    AROUND,
    REACH,
    REFUSALS,
    UNSURE,
    all_around,
    asks,
    told_of_others,
    turned_round,
)
from scoring.understanding.wishes.opt_out_lists import listed_out
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span
from scoring.understanding.wishes.opt_out_threats import bare, complained, threatened, wearied
from scoring.understanding.word_list import listed

ADDRESSED = frozenset({"me", "you", "skip", "polite"})
ENDS = REFUSALS | {"ends_it"}
SAID_MEANWHILE = frozenset({"polite", "me", "you", "skip", "clock", "now", "send", "ask", "much"})
SAID_MEANWHILE |= {"business"}
SUBSCRIBED = ("đăng ký", "dang ky", "đk", "dk")  # never done, and yet it is sent
TAKEN_BACK = frozenset({"thu hồi", "thu hoi"})
ABOUT = frozenset({"about", "regarding", "concerning"})
NOT_ANY_MORE = ("không còn", "ko còn", "k còn", "khong con")
WISHING = frozenset({"muốn", "muon", "mong", "want", "want to", "tôi muốn", "mình muốn"})
ALREADY = frozenset({"rồi", "roi", "already"})
STILL = frozenset({"vẫn", "van", "cứ", "cu", "sao", "mà", "ma", "hoài", "hoai"})


def found(said: Pieces) -> Span | None:
    """The first wish read in one of these ways."""
    readings = [one for one in READINGS if said.any(one.needs) and said.any(one.begins)]
    for at, piece in enumerate(said.all) if readings else ():
        for one in readings:
            if piece.may_be(one.begins) and (span := one.read(said, at)) is not None:
                return span
    return None


def cancelled(said: Pieces, at: int) -> Span | None:
    """ "tắt thông báo", "hủy đăng ký nhận tin", "stop the messages"."""
    if turned_round(said, at) or told_of_others(said, at) or asks(said, at):
        return None
    if said.any({"back_in"}, said.behind(at)) or said.any({"passive"}, [max(0, at - 1)]):
        return None
    for place in said.after(at):
        piece, rest = said[place], list(said.after(place))
        if piece.may_be({"bot"}) and said[at].said != UNSURE and not said.any({"request"}):
            return (at, place) if all_around(said, rest) else None
        if piece.may_be({"every"}) and said.any({"plea"}, list(said.before(at))[:1]):
            continue  # "toi yeu cau dung moi cuoc goi toi so nay"
        if said[at].said == UNSURE and (not piece.may_be({"feed"}) or piece.may_be({"receive"})):
            return None
        if said[at].said in TAKEN_BACK and said.any({"ask"}, said.before(at)):
            return None  # "sao bạn thu hồi tin nhắn vậy"
        called_off = said[at].said.startswith(("huỷ", "huy", "cancel"))
        if piece.may_be({"one_off"}) and called_off and place == at + 1:
            return None
        if piece.may_be({"feed", "subscription", "receive"}):
            # "my subscription" is a plan; to news it is one of messages.
            plan = piece.may_be({"subscription"}) and piece.said.startswith("sub")
            rest = _but_for_how(said, rest)
            received = said[at].said.endswith("nhận")  # "cho chị thôi nhận tin lịch lớp"
            received = received or _sent_to_me(said, rest)
            if not (received or _around_or_bot(said, rest)) or (
                plan and not said.any({"feed", "promo"}, rest)
            ):
                return None
            return at, place
        if piece.may_be({"promo"}) and piece.may_be({"selling"}) and _nothing_else(said, at, place):
            return at, place
        whole = all(one.kinds for one in said.all) and not said.any({"item", "business"})
        asked_how = said.any({"howto"}, said.before(at)) or whole
        to_me = said.any({"me"}, rest) or (asked_how and piece.may_be({"pointed"}))
        if piece.may_be({"promo"}) and to_me and not said.any({"item", "product"}):
            return (at, place) if _around_or_bot(said, rest) else None
        if not piece.may_be({"skip", "polite", "me", "you", "told", "promo"}):
            return None
    return None


def _around_or_bot(said: Pieces, rest: list[int]) -> bool:
    """ "turn off all notifications from this bot for good"."""
    around = AROUND | {"bot", "call", "mail", "much"}
    return all(said[one].may_be(around) or _whence(said, one) for one in rest)


def _whence(said: Pieces, place: int) -> bool:
    """ "tin từ trang", "thông báo trên messenger"."""
    if said[place].said.startswith(("trên ", "tren ")):
        return True
    return said[place].may_be({"product"}) and said[place - 1].said in ("từ", "tu", "from")


def _sent_to_me(said: Pieces, rest: list[int]) -> bool:
    """ "ngắt mấy tin tuần thai gửi cho em ạ"."""
    return any(said[one].may_be({"send"}) and said.any({"me"}, said.next(one, 2)) for one in rest)


def _nothing_else(said: Pieces, at: int, place: int) -> bool:
    """ "Ngừng quảng cáo ngay.": of nobody's campaign."""
    others = [one for one in range(len(said)) if one not in (at, place)]
    urged = said.any({"urging"}, others) or len(said) == place - at + 1
    return urged and all(said[one].may_be({"polite", "plea", "skip"}) for one in others)


def _but_for_how(said: Pieces, rest: list[int]) -> list[int]:
    """ "muốn tắt thông báo thì làm sao": how is asked at the end."""
    wanted = bool(rest) and said[rest[-1]].may_be({"howto"}) and not said.any({"own_threat"})
    return rest[:-1] if wanted else rest


def given_up(said: Pieces, at: int) -> Span | None:
    """ "lỡ đăng ký nhận tin, giờ cho hủy": what is cancelled was named before."""
    if turned_round(said, at) or told_of_others(said, at) or asks(said, at):
        return None
    if not all(said[place].may_be({"polite", "me", "skip", "again"}) for place in said.after(at)):
        return None
    clauses = said[at].clause - 1
    for place in reversed(said.ahead(at)):
        piece = said[place]
        if piece.clause < clauses or piece.may_be({"outsider", "product", "item"}):
            return None
        if piece.may_be({"feed"}):
            near = range(max(0, place - 1), place + 1)
            received = said.any({"receive", "subscription"}, near)
            subscribed = any(said[one].said.startswith(SUBSCRIBED) for one in near)
            refused = said.any(REFUSALS, said.before(place)) and not subscribed
            refused = refused or told_of_others(said, place)
            asked = said.any({"say", "plea"}, list(said.before(at))[:1])
            suffered = asked or said.any(
                {"much"}, range(place, at)
            )  # "SMS làm tôi bực, cắt hết đi"
            return (place, at) if (received or suffered) and not refused else None
        if not piece.may_be(SAID_MEANWHILE):
            return None
    return None


def opted_out(said: Pieces, at: int) -> Span | None:
    """ "unsubscribe", wherever it stands, unless the goods or others are spoken of."""
    had = any(said[one].said in ("có", "co", "have", "with") for one in list(said.before(at))[:1])
    if turned_round(said, at) or had:
        return None
    if _way_out(said, at):
        return at, at
    if told_of_others(said, at) or said.any({"back_in", "by_mistake"}, said.near(at)):
        return None
    rest = list(said.after(at))
    joined = said[at].may_be({"joined"})  # a group, a page followed: theirs, or some other
    that = any(said[one].said in ("đó", "kia", "ấy") for one in rest)
    plain = all(said[one].may_be(AROUND | {"bot", "product", "gathering"}) for one in rest)
    if joined and (that or not plain):
        return None
    followed = said[at].said.startswith(("huỷ", "huy", "bỏ", "unfollow"))
    mine = "me" in said[at].said.split()  # "opt me out of the SMS campaign"
    others = {"third", "outsider", "item", "vendor"} | (set() if followed or mine else {"product"})
    for place in rest:
        piece = said[place]
        # "the" is thẻ as well, and a thing of others before a name.
        named = piece.said != "the" or not all(said[one].kinds for one in said.after(place))
        service = piece.may_be({"service"}) and named
        if service or (piece.may_be(others) and not piece.may_be({"me"})):
            return None
    return at, at


def _way_out(said: Pieces, at: int) -> bool:
    """ "where's the unsubscribe link": who looks for it would go."""
    clause = said.clause(at)
    sought = said.any({"howto"}, clause) and said.any({"way_out"}, clause)
    about = {"howto", "way_out", "out", "receive", "feed", "promo", "me", "skip", "polite"}
    return sought and all(said[one].may_be(about) for one in clause)


def ended(said: Pieces, at: int) -> Span | None:
    """ "kết thúc cuộc trò chuyện", "end all messages"."""
    if turned_round(said, at) or told_of_others(said, at):
        return None
    for place in said.after(at):
        piece = said[place]
        if said[at].may_be({"ending"}) and piece.may_be({"feed"}):
            return (at, place) if said.any({"skip"}, range(at, place)) else None
        if piece.may_be({"contact"}):
            noun = said[at].may_be({"ending", "cancel"}) or not piece.may_be(ACTS)
            noun = noun or said.any({"every"}, range(at, place))
            whole = said[at].said != UNSURE or piece.said.startswith("cuoc")
            later = said.any({"later"}, range(at, place))
            return (at, place) if noun and whole and not later else None
        if not piece.may_be({"skip", "polite", "you"}):
            return None
    return None


def turned_down(said: Pieces, at: int) -> Span | None:
    """ "từ chối quảng cáo", "don't want any more emails"."""
    if told_of_others(said, at) or turned_round(said, at) or asks(said, at):
        return None
    for place in said.after(at):
        piece = said[place]
        again = said.any({"again"}, said.after(place))
        if said[at].may_be({"needless", "no"}) and not again:
            return None
        if said[at].may_be({"no"}) and not (
            said[at].said.startswith(NOT_ANY_MORE) and said.any({"me"}, said.after(place))
        ):
            return None
        if piece.may_be({"feed"}) or (piece.may_be({"promo"}) and said[at].may_be({"declined"})):
            if said[at].said == "decline" and said[place - 1].said == "the":
                return None  # on the telephone
            around = AROUND | ({"asked", "whichever"} if again else set())
            plain = all(said[one].may_be(around) for one in said.after(place))
            return (at, place) if plain else None
        if not piece.may_be({"skip", "polite", "more", "again"}):
            return None
    return None


def no_more(said: Pieces, at: int) -> Span | None:
    """ "no more messages", "enough spam"."""
    if told_of_others(said, at):
        return None
    rest = list(said.after(at))
    first = at == 0 or (said[at - 1].may_be({"again"}) and said[at - 1].clause == said[at].clause)
    if said[at].said == "no" and not first:
        return None
    lasting = at > 0 and first  # "từ nay no call no text nha em"
    # "no calls, chat is fine"
    everything: Sequence[int] = range(len(said)) if said[at].said == "no" and not lasting else rest
    named = (rest[:1] and not said[rest[0]].kinds) or said.any({"gathering"}, rest[:1])
    whole = len(rest) > 1 and named and said[at].said != "no"
    everything = rest[1:] if whole else everything  # "no more webinar invites"
    everything = _but_for_what(said, everything)
    if not all(said[place].may_be(AROUND | ACTS | {"nomore", "family"}) for place in everything):
        return None
    for place in rest:
        if said[place].may_be(REACH | {"feed", "bother"}):
            return at, place
        if not (said[place].may_be({"skip"}) or (whole and place == rest[0])):
            return None
    return None


def _but_for_what(said: Pieces, places: Sequence[int]) -> Sequence[int]:
    """ "no more calls about solar panels": what they are about."""
    about = next((n for n, one in enumerate(places) if said[one].said in ABOUT), len(places))
    return places[:about]


def left_alone(said: Pieces, at: int) -> Span | None:
    """ "để tôi yên", "leave me alone"."""
    if turned_round(said, at):
        return None
    words, rest = said[at].said, list(said.after(at))
    behind = rest[:1]
    if said.any({"other_peace"}, behind):
        return None
    if any(not said[one].kinds for one in behind) and not words.startswith("để yên cho"):
        return None
    allowed = AROUND | ACTS | REFUSALS | {"reason"}
    if words.startswith("tha ") and not all(said[one].may_be(allowed) for one in rest):
        return None
    named = words.startswith("cho ") and words.endswith(("yên", "yen"))  # "cho chị Yên 2 hộp"
    if (named or words == "go away") and not all(
        said[one].may_be({"polite", "again", "reason", "and"}) for one in behind
    ):
        return None
    return at, at


def ended_them(said: Pieces, at: int) -> Span | None:
    """ "I still receive your follow-ups. Please discontinue them." """
    if turned_round(said, at) or told_of_others(said, at) or asks(said, at):
        return None
    named = said.any({"feed"} | REACH, said.ahead(at)) and not said.any({"item", "product"})
    for place in said.after(at) if named else ():
        if said[place].may_be({"pronoun"}):
            return (at, place) if all_around(said, said.after(place)) else None
        if not said[place].may_be({"skip", "polite"}):
            return None
    return None


def told_already(said: Pieces, at: int) -> Span | None:
    """ "bảo không gọi rồi mà cứ gọi", "hôm qua nói stop rồi": said once, and it goes on."""
    if said[at].said in WISHING or said.any(
        {"third", "outsider", "vendor", "product", "you"}, list(said.before(at))[:3]
    ):
        return None
    refusal = next((one for one in said.next(at, 4) if said[one].may_be(ENDS)), None)
    if refusal is None or not all(said[one].may_be(ADDRESSED) for one in range(at + 1, refusal)):
        return None
    ended = [one for one in said.next(refusal, 3) if said[one].said in ALREADY]
    acted = said.any(REACH | {"feed", "bother", "send"})
    goes_on = said.any({"warn", "ask"}) or any(said[one].said in STILL for one in said.near(at))
    return (at, ended[0]) if ended and acted and goes_on else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a wish: the kinds of piece it may begin at, and one that must be there."""

    begins: frozenset[str]
    needs: frozenset[str]
    read: Callable[[Pieces, int], Span | None]


def _reading(begins: str, needs: str, read: Callable[[Pieces, int], Span | None]) -> Reading:
    return Reading(frozenset(listed(begins)), frozenset(listed(needs or begins)), read)


READINGS = (
    _reading("cancel, stop", "feed, subscription, receive, promo, bot", cancelled),
    _reading("out", "", opted_out),
    _reading("stop, ends_alone", "feed, forced, contact", made_to_stop),
    _reading("switching", "off", switched_off),
    _reading("enough_said, stop", "bother, call, text, send, any", left_off),
    _reading("later, again", "bother, call, text, send", asked_how_long),
    _reading("kept_off, unwilling", "my_inbox", kept_out),
    _reading("granted", "at_peace", in_peace),
    _reading("dont, needless", "", put_last),
    _reading("unwilling, nomore", "pointed", pointed_at),
    _reading("cancel", "made_a_thing", act_switched_off),
    _reading("cancel", "feed", given_up),
    _reading("stop, ending, cancel", "contact, feed", ended),
    _reading("unwilling, revoke, needless, no", "feed, promo", turned_down),
    _reading("stop, ending, cancel", "pronoun", ended_them),
    _reading("nomore", "feed, call, text, mail, any, bother", no_more),
    _reading("alone", "", left_alone),
    _reading("remove, me, escape, unwilling", "out_of, list, no_list, removing", listed_out),
    _reading("dont, no", "list", listed_out),
    _reading("threat", "", threatened),
    _reading("say, insist", "stop, dont, no, needless", told_already),
    _reading("spam_word", "much", complained),
    _reading("enough_said", "much", wearied),
    _reading("ends_it, ends_alone, turn_off, stop", "", bare),
)
# What any wish begins with, but for a refusal of an act.
BEGINNINGS = frozenset({"enough_said"}).union(*[one.begins for one in READINGS])
