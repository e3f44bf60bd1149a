"""The team's page in a real browser, beside the demo's prospect."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.bot.conftest import IN_BROWSER
from tests.bot.test_page import Pane, meet, violations

pytestmark = IN_BROWSER


async def session_of(page: Page, who: str) -> str:
    found: str = await page.evaluate(
        "who => fetch('/demo/state').then(a => a.json()).then(state => state.sessions[who])", who
    )
    return found


async def test_a_rep_answers_a_prospect_from_the_inbox(page: Page, demo_url: str) -> None:
    await meet(page, demo_url)
    prospect = Pane(page, "prospect")
    await prospect.says("Tôi muốn đặt hàng, gọi 0987 222 333")
    rep = Pane(page, "rep")
    await rep.says("/web")
    await expect(rep.last).to_contain_text("dùng một lần")
    code = (await rep.last.locator(".bubble-text").inner_text()).split()[-1]

    inbox = await page.context.new_page()
    await inbox.goto(f"{demo_url}/inbox")
    await inbox.get_by_label("Mã", exact=True).fill(code)
    await inbox.get_by_role("button", name="Vào").click()
    await expect(inbox.locator("#me")).to_have_text("Minh")
    await inbox.get_by_label("Tìm tên, số cuối, #mã").fill("222333")
    await expect(inbox.locator("[data-lead]")).to_have_count(1)
    await inbox.locator("[data-lead]").click()
    await expect(inbox.locator("#said")).to_contain_text("Tôi muốn đặt hàng")
    assert await violations(inbox) == []

    await inbox.locator("#acts").get_by_role("button", name="Nhận").click()
    await expect(inbox.locator("#acts")).to_contain_text("Đã gọi")
    await inbox.get_by_label("Nhắn khách…").fill("Em chào anh, em Minh đây ạ")
    await inbox.get_by_label("Nhắn khách…").press("Enter")

    await prospect.hears("Em chào anh, em Minh đây ạ")
    await expect(inbox.locator("#speaks")).to_contain_text("Minh đang trả lời")
    await prospect.says("chào em")
    await expect(inbox.locator("#said .bubble").last).to_contain_text("chào em")
    assert all("/inbox" not in one for one in await prospect.texts())


async def test_who_logs_out_leaves_nothing_in_the_browser(page: Page, demo_url: str) -> None:
    await meet(page, demo_url)
    rep = Pane(page, "rep")
    await rep.says("/web")
    await expect(rep.last).to_contain_text("dùng một lần")
    code = (await rep.last.locator(".bubble-text").inner_text()).split()[-1]
    inbox = await page.context.new_page()
    await inbox.goto(f"{demo_url}/inbox#start=join_{code}")
    await expect(inbox.locator("#desk")).to_be_visible()

    await inbox.get_by_role("button", name="Đăng xuất").click()

    await expect(inbox.get_by_role("alert")).to_have_text("Bạn đã đăng xuất.")
    await expect(inbox.locator("#desk")).to_be_hidden()
    kept = await inbox.evaluate("Object.keys(localStorage).filter(key => key.includes('inbox'))")
    assert kept == []
    await inbox.reload()
    await expect(inbox.locator("#sign-in")).to_be_visible()
    assert await violations(inbox) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 320)])
async def test_on_a_phone_one_pane_is_shown_and_everybody_can_use_it(
    page: Page, demo_url: str, scheme: str, width: int
) -> None:
    await page.goto(demo_url)
    token = await session_of(page, "manager")
    await page.set_viewport_size({"width": width, "height": 844})
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    await page.goto(f"{demo_url}/inbox?lang=en#token={token}")
    await expect(page.locator("[data-lead]").first).to_be_visible()
    assert await violations(page) == []
    await page.locator("[data-lead]").first.click()
    await expect(page.locator("#lead-title")).to_be_focused()
    await expect(page.locator("#rows")).to_be_hidden()

    assert await violations(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
