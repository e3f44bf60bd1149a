"""How somebody stands to us is heard where it is plain, and not in words that are like it."""

from __future__ import annotations

import pytest

from handlers.business import Business
from handlers.channel import Kind
from handlers.prospect.places import named
from scoring.lead import Profile
from scoring.understanding.people import no_prospect
from scoring.understanding.text import fold
from tests.house import SAMPLE_BUSINESS, House


async def _profile(house: House, text: str) -> Profile:
    await house.says("lan", text)
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    return lead.profile


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("em được chị Hoa giới thiệu qua đây, cần máy in cho 3 quán", {"referral": True}),
        ("bạn em giới thiệu shop mình", {"referral": True}),
        ("a friend recommended us to you", {"referral": True}),
        ("giới thiệu cho em mấy mẫu máy in", {}),
        ("bạn giới thiệu cho mình vài gói nhé", {}),
        ("bên khác báo rẻ hơn nhiều", {"competitor_named": True}),
        ("em đang so sánh với bên KiotViet", {"competitor_named": True}),
        ("we have a quote from another vendor", {"competitor_named": True}),
        ("cần máy in cho 3 quán khác nhau", {}),
    ],
)
async def test_what_is_said_of_the_relationship_counts(
    sqlite_house: House, text: str, known: dict[str, bool]
) -> None:
    assert (await _profile(sqlite_house, text)).known() == known


async def test_an_own_contact_card_is_a_verified_number(sqlite_house: House) -> None:
    house = sqlite_house
    await house.says("lan", "cần máy in cho 3 quán")
    card = house.message("lan", Kind.CONTACT, phone="+84912345678", phone_is_own=True)
    await house.hear(card)

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.profile.verified


async def test_a_friend_s_link_is_a_referral(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan", "ref_hoa")

    assert (await _profile(house, "cần máy in cho 3 quán")).referral


def _serving(*places: str) -> Business:
    company = SAMPLE_BUSINESS.company.model_copy(update={"serves": places})
    return SAMPLE_BUSINESS.model_copy(update={"company": company})


@pytest.mark.parametrize(
    ("text", "in_area"),
    [
        ("em ở Hà Nội, cần máy in cho 3 quán", True),
        ("ship ve sai gon duoc khong", True),
        ("quán em ở Quận 7", True),
        ("em ở Đà Nẵng, cần máy in", False),
        ("cần máy in đa năng cho quán", None),
        ("em o chung cu, can may in", None),
        ("cần sơn là đẹp, ở nhà thôi", None),
    ],
)
async def test_who_is_in_reach_is_known_where_the_owner_says_whom_he_serves(
    sqlite_house: House, text: str, in_area: bool | None
) -> None:
    house = sqlite_house
    house.desk.works_by(_serving("Hà Nội", "TP.HCM", "Quận 7"))

    assert (await _profile(house, text)).in_area is in_area


async def test_without_a_served_area_everywhere_is_in_reach(sqlite_house: House) -> None:
    assert (await _profile(sqlite_house, "em ở Đà Nẵng, cần máy in")).in_area is None


def test_a_place_has_one_spelling() -> None:
    assert named("giao tới TP. Hồ Chí Minh giúp em") == ("ho chi minh",)
    assert named("em ở hcm") == named("em ở Sài Gòn") == ("ho chi minh",)
    assert named("chuyển từ Hà Nội vào Huế") == ("ha noi", "hue")


# --- no prospects --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Shop mình còn tuyển nhân viên không ạ?", ("job_seeker",)),
        ("em muốn ứng tuyển vị trí bán hàng", ("job_seeker",)),
        ("cho em xin việc ở quán mình được không", ("job_seeker",)),
        ("Are you hiring?", ("job_seeker",)),
        ("em cần khoá tiếng Anh để xin việc", ()),
        ("cần phần mềm tuyển dụng cho công ty 50 người", ()),
        ("công ty em đang tuyển người nên cần thêm 10 máy", ()),
        ("bên em chuyên cung cấp giấy in, muốn chào giá cho shop", ("supplier",)),
        ("Bên em muốn giới thiệu sản phẩm cho bên mình", ("supplier",)),
        ("We are a manufacturer and would like to offer you our catalogue", ("supplier",)),
        ("công ty em chuyên sản xuất đồ gỗ, gửi báo giá máy in cho em", ()),
        ("bên mình có cung cấp dịch vụ lắp đặt không", ()),
        ("giới thiệu cho em sản phẩm bên mình", ()),
    ],
)
def test_who_seeks_work_or_sells_to_us_is_heard_only_where_it_is_plain(
    text: str, kinds: tuple[str, ...]
) -> None:
    assert no_prospect.shown(fold(text)) == kinds


async def test_a_job_seeker_costs_points_and_wakes_nobody(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    before = len(house.channel.chat("minh"))

    await house.says("lan", "shop mình còn tuyển nhân viên không ạ, số em 0912 345 678")

    told = (await house.says("minh", "/why 1")).text
    assert "người tìm việc" in told
    assert len(house.channel.chat("minh")) == before + 1  # the answer to /why alone
