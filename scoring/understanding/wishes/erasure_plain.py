"""A wish for erasure told at length: strange words stand around what is the writer's."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.understanding.wishes.erasure_parts import (
    DATA,
    OTHERS,
    counted_in,
    meant,
    mine,
    up_to_another_wish,
)
from scoring.understanding.wishes.opt_out_pieces import Pieces, Span

FAR = 8  # pieces within which what is to go, and whose it is, are named
BESIDE = 3  # pieces
LATELY = 3  # clauses before the order in which the writer told of it
POINTING = frozenset({"đó", "ấy", "này", "kia", "that", "those", "these", "this", "số đó", "them"})
POINTING |= {"it", "both", "nó", "chúng"}
HELPING = frozenset({"giúp", "giup", "giùm", "gium", "dùm", "dum", "hộ", "please", "pls", "lẹ"})
OF = ("our", "của", "cua", "of m", "i ", "my ", "voi toi", "với tôi")
SENT = frozenset({"gửi", "gui", "nộp", "kể", "ke", "nhắn", "đưa", "điền", "upload", "chụp"})
SENT |= {"nói", "noi"}
BY_MISTAKE = frozenset({"nhầm", "nham", "lộn", "cũ", "cu"})
WHATEVER = frozenset({"những gì", "nhung gi", "whatever"})
WISHED = frozenset({"want", "like", "wish", "need", "request", "must", "should"})
TAGS = frozenset({"hả", "ha", "à", "nhỉ", "không", "khong", "ko", "chưa"})
REQUESTED = HELPING | {"xin", "nhờ", "nho", "vui lòng", "đề nghị", "yêu cầu"}
FORMS = frozenset(
    {"form", "cái form", "sđt", "sdt", "số điện thoại", "so dien thoai", "form đăng ký"}
)
PICTURES = ("ảnh", "anh ", "hình", "hinh ")
DAYS = frozenset({"thứ hai", "thu hai", "thứ ba", "thu ba"})
ASKED_WHO = frozenset({"ai", "who"})


def said_at_length(said: Pieces, at: int) -> Span | None:
    """ "xóa mấy tấm hình mặt mộc chị gửi tư vấn da nhé"."""
    if not _ordered(said, at):
        return None
    rest = up_to_another_wish(said, at)
    thing = next((one for one in rest[:FAR] if said[one].may_be(DATA)), None)
    if thing is None or _strange(said, [*range(at + 1, thing), thing]):
        return None
    behind = [one for one in rest if one > thing][:FAR]
    if _of_something_else(said, thing, behind):
        return None
    owned = _named_between(said, at, thing) or _owner_follows(said, behind)
    owned = owned or _pointed_at(said, at, thing, behind) or _asked_as_a_service(said, at, thing)
    return (at, thing) if owned else None


def _of_something_else(said: Pieces, thing: int, behind: Sequence[int]) -> bool:
    """Goods, a list, a draft, another value; or the wrong picture, and another one follows."""
    account = said[thing].may_be({"membership"})
    told = [one for one in behind if not (account and said[one].may_be({"product"}))]  # "trên web"
    told = [one for one in told if not (said[one].may_be(DATA) and said[one].may_be({"third"}))]
    if said.any(OTHERS - {"wrong"} | {"list", "new"}, told):
        return True
    near = [one for one in [thing - 1, *behind] if said[one].said != "last"]  # "last week"
    near = near if said[thing].may_be({"data"}) else [thing - 1, *behind]
    if not account and said.any({"wrong"}, near):  # but an account may be on trial
        return True
    mistaken = any(said[one].said.endswith(("nhầm", "nham", "mistake")) for one in behind)
    return said[thing].may_be({"picture"}) and mistaken


def _named_between(said: Pieces, at: int, thing: int) -> bool:
    """ "delete my …", "delete her …", "xóa mọi dữ liệu"."""
    between = range(at + 1, thing)
    if any(said[one].said in ("my", "our") for one in between):
        return True
    if said[thing].said.startswith("my "):
        return True
    if said.any({"family"}, between) and said.any({"family"}, said.ahead(at)):
        return True
    everything = said[at].may_be({"erase_all"}) or said.any({"all_of_it"}, between)
    asked = any(said[one].said in TAGS for one in said.after(at))
    return everything and said[thing].may_be({"data"}) and not asked


def _pointed_at(said: Pieces, at: int, thing: int, behind: Sequence[int]) -> bool:
    """ "this chat history", "xóa giúp mình lịch sử mua hàng"."""
    between = range(at + 1, thing)
    if said[thing].may_be({"kept_of_one"}) and mine(said, between):
        return True
    near = [said[one].said for one in [*between, *behind[:1]]]
    if near[-1:] in (["này"], ["nay"]) and said.any({"place"}, behind[:3]):
        return True  # "xóa số máy này ra khỏi cơ sở dữ liệu"
    return said[thing].may_be({"data", "kept_of_one"}) and not POINTING.isdisjoint(near)


def _asked_as_a_service(said: Pieces, at: int, thing: int) -> bool:
    """ "cho em xin xóa thông tin đăng ký", "mình muốn xóa tài khoản"."""
    if said[thing].may_be({"membership"}) and said.any({"wish"}, list(said.before(at))[:2]):
        return True
    personal = said[thing].may_be({"data"}) or said[thing].said in FORMS
    asked = any(said[one].said in REQUESTED for one in said.clause(at)) or counted_in(said, at)
    return personal and (asked or said.any({"urged"}, [at])) and thing <= at + BESIDE


def told_before(said: Pieces, at: int) -> Span | None:
    """ "tôi có gửi anh sổ đỏ nhà đất. Giờ không bán nữa, chị xóa các ảnh đó giúp tôi"."""
    if not _ordered(said, at):
        return None
    rest = up_to_another_wish(said, at)
    if _strange(said, rest[:FAR]) or said.any({"list", "new"}, rest):
        return None
    ahead = _lately(said, at, LATELY)
    strange = [one for one in ahead if said[one].may_be({"outsider", "wrong"})]
    strange += [one for one in said.before(at) if said[one].may_be({"new"})]
    if not all(said[one].said in BY_MISTAKE | ASKED_WHO | DAYS for one in strange):
        return None
    told = [one for one in ahead if said[one].may_be(DATA) or said[one].said in WHATEVER]
    told = told or _handed_over(said, ahead)
    told = told or [one for one in ahead if said[one].may_be({"keep"}) and mine(said, ahead)]
    gave = said.any({"given", "whence", "feared", "consent", "keep"}, ahead) or mine(said, ahead)
    shown = told and said[told[-1]].said.startswith(PICTURES)
    if shown and len(rest) > 1 and not any(said[one].kinds for one in rest[:2]):
        return None  # "ảnh thẻ của em xóa giúp vết thâm": something on it
    return (told[-1], at) if told and gave and _asked_for(said, at, rest) else None


def _asked_for(said: Pieces, at: int, rest: Sequence[int]) -> bool:
    """With help, urged, or of what is pointed at; or the bare order, and nothing else."""
    if said.any({"urged", "erase_all"}, [at]):
        return True
    if any(said[one].said in POINTING | HELPING for one in rest[:FAR]):
        return True
    if any(said[one].said.startswith(OF) for one in rest[:2]):
        return True
    if said.any({"plea"}, list(said.before(at))[:4]):
        return True
    bare = {"erase", "polite", "skip", "plea", "you"}
    return all(said[one].may_be(bare) for one in said.clause(at))


def told_and_not_kept(said: Pieces, at: int) -> Span | None:
    """ "ảnh căn cước bà lỡ gửi hôm nọ, cháu bỏ hẳn đi, đừng giữ"."""
    kept = next((one for one in said.next(at, 2) if said[one].may_be({"keep"})), None)
    ahead = _lately(said, at, LATELY - 1)
    told = [one for one in ahead if said[one].may_be(DATA)]
    if kept is None or not told or said.any(DATA | OTHERS | {"secret"}, said.after(kept)):
        return None
    gave = said.any({"given"}, ahead) or mine(said, ahead)
    thrown = said.any({"strike", "erase"}, ahead)
    return (told[-1], kept) if gave and thrown and not _strange(said, ahead) else None


def or_else(said: Pieces, at: int) -> Span | None:
    """ "không xóa thông tin của tôi là tôi báo công an"."""
    erase = next((one for one in said.next(at, 2) if said[one].may_be({"erase"})), None)
    if erase is None or not said.any({"threatens"}) or said.any({"outsider", "product"}):
        return None
    behind = said.next(erase, FAR)
    thing = next((one for one in behind if said[one].may_be(DATA)), None)
    owned = thing is not None and mine(said, [one for one in behind if one > thing])
    return (at, thing) if owned and thing is not None else None


def wished_gone(said: Pieces, at: int) -> Span | None:
    """ "I want that loan application and everything in it erased"."""
    before = list(said.before(at))
    wished = any(said[one].said in WISHED for one in before)
    things = [one for one in before if said[one].may_be(DATA | {"about_me"})]
    if not wished or not things or said.any({"no", "happened", "product", "outsider"}, before):
        return None
    whose = any(
        said[one].said in POINTING or said[one].said.startswith(("my", "our")) for one in before
    )
    return (things[-1], at) if whose or said.any({"about_me"}, before) else None


def _ordered(said: Pieces, at: int) -> bool:
    """Meant; what is cancelled must be papers, what is removed no mere goods."""
    near = [*said.next(at, 4), *_lately(said, at, LATELY - 1)]
    if any(said[one].said == "does" for one in said.before(at)):
        return False  # what the goods do
    if said[at].may_be({"cancel_only"}) and not said.any({"document", "picture"}, near):
        return False
    if said[at].may_be({"remove_only"}) and not said.any({"document", "picture", "data"}, near):
        return False
    return meant(said, at)


def _lately(said: Pieces, at: int, clauses: int) -> list[int]:
    return [one for one in said.ahead(at) if said[one].clause >= said[at].clause - clauses]


def _strange(said: Pieces, places: Sequence[int]) -> bool:
    """Others' data, or goods; "số đó" is what was spoken of."""
    return any(
        said[one].may_be(OTHERS - {"wrong"}) and not said[one].may_be({"that", "picture", "own"})
        for one in places
    )


def _owner_follows(said: Pieces, behind: Sequence[int]) -> bool:
    """ "của tôi", or what the writer has done with it: "chị gửi"."""
    for steps, one in enumerate(behind):
        of = said[one].said.startswith(OF) or said[one - 1].said.endswith(("của", "cua"))
        kept = said[one - 1].may_be(DATA) and said[behind[0] - 1].may_be({"kept_of_one"})
        if said[one].may_be({"own"}) and (of or kept):
            return True
        if said[one].may_be({"given"}) and (
            mine(said, behind[:steps]) or said[one].said.startswith(OF)
        ):
            return True
    return False


def _handed_over(said: Pieces, ahead: Sequence[int]) -> list[int]:
    """ "mấy đoạn thoại tôi gửi hồi tối": whatever it was, the writer sent it."""
    return [one for one in ahead[1:] if said[one].said in SENT and mine(said, [one - 1])]
