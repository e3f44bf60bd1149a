"""The pages in a real browser, with the real demo behind them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, Route, expect

from tests.bot.conftest import IN_BROWSER

pytestmark = IN_BROWSER


class Pane:
    """One of the phones: what it shows, and the hands that use it."""

    def __init__(self, page: Page, name: str) -> None:
        self.root = page.locator(f"[data-chat={name}]")
        self.bubbles = self.root.locator(".bubble")
        self.theirs = self.root.locator(".bubble.is-mine")
        self.field = self.root.locator(".chat-text")

    @property
    def last(self) -> Locator:
        return self.bubbles.last

    async def says(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    async def presses(self, label: str) -> None:
        await self.root.locator(".choice", has_text=label).last.click()

    async def hears(self, words: str) -> None:
        await expect(self.last).to_contain_text(words)

    async def texts(self) -> list[str]:
        return await self.root.locator(".bubble-text").all_inner_texts()


async def in_two_tabs(page: Page, demo_url: str) -> tuple[Pane, Pane]:
    """The same visitor's chat, open here and there."""
    tabs = []
    for tab in (page, await page.context.new_page()):
        await tab.goto(f"{demo_url}/widget")
        tabs.append(Pane(tab, "visitor"))
        await expect(tabs[-1].bubbles).to_have_count(1)
    return tabs[0], tabs[1]


async def meet(page: Page, demo_url: str) -> None:
    """Open the page with a prospect who has said nothing yet."""
    prospect = Pane(page, "prospect")
    await page.goto(demo_url)
    await expect(prospect.bubbles.first).to_be_visible()
    await page.locator("#reset").click()
    # The field has the focus once the new prospect is there; until then the last one's bubbles are.
    await expect(prospect.field).to_be_focused()
    await expect(prospect.bubbles).to_have_count(1)


@pytest_asyncio.fixture(loop_scope="session")
async def demo(page: Page, demo_url: str) -> Page:
    await meet(page, demo_url)
    return page


async def test_a_prospect_turns_hot_a_rep_claims_and_a_reload_keeps_it_all(demo: Page) -> None:
    prospect, rep, manager = (Pane(demo, name) for name in ("prospect", "rep", "manager"))

    await prospect.presses("Đồng ý")
    await prospect.hears("1/4")
    await prospect.says("Chị cần phần mềm quản lý bán hàng cho 3 cửa hàng")
    await prospect.hears("2/4")
    await prospect.presses("Trong tháng này")
    await prospect.hears("3/4")
    await prospect.says("50-70 triệu")
    await prospect.hears("4/4")
    await prospect.presses("Tôi tự quyết")
    await prospect.hears("số điện thoại")
    await expect(prospect.field).to_have_attribute("inputmode", "tel")
    await prospect.says("0912 345 678, gọi cho chị luôn nhé")
    await prospect.hears("0912 345 678")

    card = rep.bubbles.filter(has_text="LEAD NÓNG").last
    await expect(card).to_contain_text("•••")
    await card.get_by_role("button", name="Nhận").click()
    await expect(card).to_contain_text("0912 345 678")
    await expect(card).to_contain_text("Minh")

    await manager.says("/stats")
    await manager.hears("Khách mới")
    await expect(demo.locator("#happenings")).to_contain_text("điểm")

    before = [await pane.texts() for pane in (prospect, rep, manager)]
    await demo.reload()
    await expect(manager.last).to_contain_text("Khách mới")
    await expect(prospect.bubbles).to_have_count(len(before[0]))
    assert [await pane.texts() for pane in (prospect, rep, manager)] == before


async def test_a_tapped_answer_stays_marked_after_a_reload(demo: Page) -> None:
    prospect = Pane(demo, "prospect")
    marked = prospect.root.locator(".choice[aria-pressed=true]")

    await prospect.presses("Xem chính sách")
    await expect(prospect.bubbles).to_have_count(2)
    await expect(marked).to_have_text(["Xem chính sách"])
    await demo.reload()

    await expect(marked).to_have_text(["Xem chính sách"])


async def test_what_is_written_without_a_network_goes_out_once_when_it_is_back(
    demo: Page,
) -> None:
    prospect = Pane(demo, "prospect")

    await demo.context.set_offline(True)
    await prospect.says("Tôi cần phần mềm kế toán")
    await expect(prospect.root.locator(".chat-status")).to_be_visible()
    await demo.context.set_offline(False)

    await expect(prospect.root.locator(".chat-status")).to_be_hidden()
    await expect(prospect.root.locator(".is-sending")).to_have_count(0)
    await expect(prospect.last).not_to_contain_text("Tôi cần")
    await demo.reload()
    await expect(prospect.theirs).to_have_text([re.compile("Tôi cần phần mềm kế toán")])


async def test_what_is_not_yet_sent_survives_a_reload(demo: Page) -> None:
    prospect = Pane(demo, "prospect")

    async def lose(route: Route) -> None:
        await route.abort()

    await demo.route("**/chat/messages", lose)
    await prospect.says("Tôi cần phần mềm kế toán")
    await expect(prospect.root.locator(".is-sending")).to_have_count(1)
    await demo.unroute("**/chat/messages")
    await demo.reload()

    await expect(prospect.theirs).to_have_text([re.compile("Tôi cần phần mềm kế toán")])
    await expect(prospect.root.locator(".is-sending")).to_have_count(0)


async def test_markup_that_a_prospect_types_stays_text_everywhere(demo: Page) -> None:
    prospect = Pane(demo, "prospect")
    markup = '<img src=x onerror="document.title=1"><b>chị Hoa</b>'

    await prospect.says(markup)
    await expect(prospect.theirs.last).to_contain_text(markup)
    await demo.reload()

    await expect(prospect.theirs.last).to_contain_text(markup)
    assert await demo.locator(".chat-log img, .chat-log b").count() == 0


async def test_a_sample_prospect_writes_by_itself_and_can_be_stopped(demo: Page) -> None:
    prospect = Pane(demo, "prospect")

    await demo.locator("#persona").select_option("price-only")
    await demo.get_by_role("button", name="Xem thử").click()
    await expect(prospect.theirs.first).to_contain_text(re.compile("giá|tiền"))
    await demo.get_by_role("button", name="Dừng").click()

    await expect(demo.get_by_role("button", name="Dừng")).to_be_hidden()
    await expect(prospect.field).to_have_value("")


async def test_a_persona_reacts_to_what_it_is_asked_until_it_is_summed_up(demo: Page) -> None:
    await demo.emulate_media(reduced_motion="reduce")
    await demo.reload()
    await demo.locator("#persona").select_option("tapper")
    await demo.get_by_role("button", name="Xem thử").click()

    await expect(Pane(demo, "prospect").last).to_contain_text("tóm tắt", timeout=40_000)


async def test_the_greeting_speaks_the_language_of_the_page(demo: Page, demo_url: str) -> None:
    await demo.goto(f"{demo_url}/?lang=en")

    await Pane(demo, "prospect").hears("automated assistant")


async def test_the_team_speaks_the_language_of_the_page(demo: Page, demo_url: str) -> None:
    for lang, heading in (("en", "You can type"), ("vi", "có thể gõ")):
        await demo.goto(f"{demo_url}/?lang={lang}")
        manager = Pane(demo, "manager")
        await expect(manager.field).to_be_enabled()

        await manager.says("/help")

        # Not the last: an alert may come meanwhile.
        await expect(manager.bubbles.filter(has_text=heading)).to_be_visible()


async def test_the_business_file_is_checked_as_it_is_typed_and_worked_by_when_good(
    demo: Page,
) -> None:
    await demo.locator("#file summary").click()
    text = demo.locator("#file-text")
    await expect(text).not_to_have_value("")
    good = await text.input_value()

    await text.fill(good.replace("version: 1", "versoin: 1", 1))
    await expect(demo.locator("#file-faults")).to_contain_text("ý anh/chị là 'version'?")
    await expect(demo.locator("#file-take")).to_be_disabled()
    await text.fill(good.replace("đang cần gì ạ?", "cần em giúp gì ạ?"))
    await demo.locator("#file-take").click()
    await expect(demo.locator("#file-state")).to_contain_text("Đã áp dụng")

    await Pane(demo, "prospect").presses("Đồng ý")
    await Pane(demo, "prospect").hears("cần em giúp gì")
    await text.fill(good)
    await demo.locator("#file-take").click()


async def test_the_clock_is_wound_by_a_quarter_and_by_a_day(demo: Page) -> None:
    before = await _shown_time(demo)

    await demo.get_by_role("button", name="+15 phút").click()
    await expect(demo.get_by_role("button", name="+15 phút")).to_be_enabled()

    assert 14 * 60 <= await _shown_time(demo) - before <= 17 * 60


async def _shown_time(page: Page) -> float:
    return float(await page.evaluate("Date.parse(document.querySelector('#now').dateTime) / 1000"))


@pytest.mark.parametrize(("scheme", "lang"), [("light", "vi"), ("dark", "en")])
@pytest.mark.parametrize("width", [1440, 900, 320])
async def test_everybody_can_use_the_demo(
    demo: Page, demo_url: str, width: int, scheme: str, lang: str
) -> None:
    await demo.set_viewport_size({"width": width, "height": 844})
    await demo.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await demo.goto(f"{demo_url}/?lang={lang}")
    await expect(Pane(demo, "prospect").last).to_be_visible()

    assert await violations(demo) == []
    assert await demo.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everybody_can_use_the_widget(page: Page, demo_url: str, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.goto(f"{demo_url}/widget")
    await expect(page.locator(".bubble").first).to_be_visible()

    assert await violations(page) == []


async def violations(page: Page) -> list[str]:
    found = await Axe().run(page)
    return [
        f"{one['id']}: {node['html']}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


async def test_on_a_phone_one_screen_is_shown_and_the_others_count_their_news(
    demo: Page,
) -> None:
    await demo.set_viewport_size({"width": 390, "height": 844})
    rep_tab = demo.get_by_role("button", name="Nhân viên", exact=False).first

    await expect(demo.locator("#prospect")).to_be_visible()
    await expect(demo.locator("#rep")).to_be_hidden()
    await Pane(demo, "prospect").says("Tôi muốn đặt hàng, gọi tôi ngay 0912 345 678")
    await expect(rep_tab.locator(".badge")).to_be_visible()
    await rep_tab.click()

    await expect(demo.locator("#rep")).to_be_visible()
    await expect(rep_tab.locator(".badge")).to_be_hidden()


async def test_the_chat_goes_by_keyboard_alone(page: Page, demo_url: str) -> None:
    await page.goto(f"{demo_url}/widget")
    chat = Pane(page, "visitor")
    agree = chat.root.get_by_role("button", name="Đồng ý")
    await expect(agree).to_be_visible()

    await chat.field.press("Shift+Tab")
    while not await agree.evaluate("button => button === document.activeElement"):
        await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")

    await chat.hears("1/4")
    assert await page.evaluate("document.activeElement !== document.body")


async def test_a_visitor_finds_the_same_chat_again(page: Page, demo_url: str) -> None:
    await page.goto(f"{demo_url}/widget")
    chat = Pane(page, "visitor")
    await expect(chat.bubbles).to_have_count(1)
    await chat.says("Tôi cần phần mềm kế toán")
    await expect(chat.bubbles).to_have_count(3)
    before = await chat.texts()

    await page.goto(f"{demo_url}/widget")

    await expect(chat.bubbles).to_have_count(3)
    assert await chat.texts() == before


async def test_what_is_said_in_one_tab_stands_in_the_other(page: Page, demo_url: str) -> None:
    here, there = await in_two_tabs(page, demo_url)

    await there.says("Tôi cần phần mềm kế toán")
    await expect(there.bubbles).to_have_count(3)

    await page.bring_to_front()
    await expect(here.bubbles).to_have_count(3)
    assert await here.texts() == await there.texts()


@pytest_asyncio.fixture(loop_scope="session")
async def shop(page: Page, demo_url: str) -> AsyncIterator[Page]:
    """Somebody else's website with our bubble on it."""
    script = f'<script src="{demo_url}/widget.js" data-lang="vi"></script>'
    html = f"<!doctype html><html lang=vi><title>Shop</title><main><h1>Shop</h1></main>{script}"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(html)}\r\n\r\n"

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write((head + html).encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        # Another port is another origin.
        await page.goto(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
        yield page


async def test_the_bubble_opens_the_chat_on_another_website(shop: Page) -> None:
    bubble = shop.get_by_role("button", name="Mở khung trò chuyện")
    assert await violations(shop) == []

    await bubble.click()
    chat = shop.frame_locator("iframe")
    await expect(chat.locator(".bubble").first).to_contain_text("Ánh Dương")
    await expect(chat.locator(".chat-text")).to_be_focused()
    await shop.keyboard.press("Escape")

    await expect(shop.locator("iframe")).to_be_hidden()
    await expect(bubble).to_be_focused()
    await expect(bubble).to_have_attribute("aria-expanded", "false")


async def test_the_bubble_tells_what_was_read_once_it_is_in_view(shop: Page) -> None:
    bubble = shop.get_by_role("button", name="Mở khung trò chuyện")

    async with shop.expect_response("**/chat/seen") as told:
        await bubble.click()
    assert (await told.value).status == 204

    chat = shop.frame_locator("iframe")
    async with shop.expect_response("**/chat/seen") as told_again:
        await chat.get_by_role("button", name="Đồng ý").click()
    assert (await told_again.value).request.post_data != (await told.value).request.post_data


async def test_on_a_phone_the_bubbles_chat_fills_the_screen(shop: Page) -> None:
    await shop.set_viewport_size({"width": 390, "height": 844})

    await shop.get_by_role("button", name="Mở khung trò chuyện").click()
    box = await shop.locator("iframe").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)

    close = shop.frame_locator("iframe").get_by_role("button", name="Đóng khung trò chuyện")
    await close.click()
    await expect(shop.locator("iframe")).to_be_hidden()


async def test_the_page_is_there_at_once(page: Page, demo_url: str) -> None:
    async with asyncio.timeout(5):  # the aim is 1.5 s; a busy machine is slower
        await page.goto(demo_url)
        await expect(page.locator("#prospect .bubble").first).to_be_visible()
