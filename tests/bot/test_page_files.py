"""Files and takeover on the page, in a real browser, with the real demo behind it."""

from __future__ import annotations

import struct
import zlib

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload, Page, expect

from tests.bot.conftest import IN_BROWSER
from tests.bot.test_page import Pane, in_two_tabs, meet

pytestmark = IN_BROWSER


def png(width: int, height: int) -> bytes:
    """A grey picture that a browser can show."""

    def part(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + b"\x99" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (part(b"IHDR", head), part(b"IDAT", zlib.compress(rows)), part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


async def test_a_rep_takes_over_on_the_page_and_pictures_pass_both_ways(
    page: Page, demo_url: str
) -> None:
    await page.set_viewport_size({"width": 1280, "height": 900})
    await meet(page, demo_url)
    prospect, rep = (Pane(page, name) for name in ("prospect", "rep"))
    await prospect.says("cần phần mềm cho 3 cửa hàng, gọi chị Hoa 0912 345 699 ngay nhé")
    card = rep.bubbles.filter(has_text="LEAD NÓNG").filter(has_text="699").last
    await card.get_by_role("button", name="Nhận").click()
    await card.get_by_role("button", name="Mở chat").click()
    answering = rep.root.locator(".chat-answering")
    await expect(answering).to_contain_text("Đang nhắn khách #")

    await rep.says("Dạ em chào chị Hoa ạ")
    await prospect.hears("Dạ em chào chị Hoa ạ")
    await prospect.root.locator(".chat-file").set_input_files(payload("nhà.png", png(60, 40)))
    shown = rep.bubbles.filter(has_text="gửi ảnh").locator("img")
    await expect(shown).to_have_js_property("naturalWidth", 60)
    await rep.root.locator(".chat-file").set_input_files(payload("mẫu.png", png(50, 30)))
    got = prospect.root.locator(".bubble:not(.is-mine) img")
    await expect(got).to_have_js_property("naturalWidth", 50)
    await prospect.root.locator(".chat-file").set_input_files(
        payload("anh.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    )
    await expect(prospect.root.get_by_role("alert")).to_contain_text("Chỉ nhận ảnh")

    await page.set_viewport_size({"width": 360, "height": 740})
    wide = await page.evaluate("document.documentElement.scrollWidth")
    found = await Axe().run(page)
    await page.set_viewport_size({"width": 1280, "height": 900})
    assert wide == 360
    assert found.response["violations"] == []

    await rep.says("/bot")
    await rep.hears("lại cho bot")
    await answering.get_by_role("button").click()
    await expect(answering).to_be_hidden()
    await page.reload()
    await expect(prospect.root.locator(".bubble.is-mine img")).to_have_js_property(
        "naturalWidth", 60
    )
    await expect(got).to_have_js_property("naturalWidth", 50)


async def test_a_file_sent_in_one_tab_stands_in_the_other(page: Page, demo_url: str) -> None:
    here, there = await in_two_tabs(page, demo_url)

    await there.root.locator(".chat-file").set_input_files(payload("nhà.png", png(60, 40)))

    shown = here.root.locator(".bubble.is-mine img")
    await expect(shown).to_have_js_property("naturalWidth", 60)
    await expect(shown).to_have_attribute("alt", "nhà.png")


async def test_a_manager_sees_a_report_in_pictures_that_fit_a_phone(
    page: Page, demo_url: str
) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(demo_url)
    await page.get_by_role("button", name="Quản lý", exact=True).click()
    manager = Pane(page, "manager")

    await manager.says("báo cáo tháng này")

    pictures = manager.last.locator(".is-chart img")
    await expect(pictures.first).to_be_visible(timeout=60_000)
    await expect(pictures.first).to_have_js_property("complete", True)
    await expect(pictures).to_have_count(5, timeout=60_000)
    for picture in await pictures.all():
        shown = await picture.evaluate("one => [one.naturalWidth, one.clientWidth, innerWidth]")
        assert shown[0] > 1000
        assert 250 < shown[1] < shown[2]
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
