"""What stands around the chat: health, webhooks, pages, and what every request must pass."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.secret_door import ReadBody
from bot.channels.webchat import new_token
from bot.demo_pages import DemoHappening
from bot.enclosed_files import EnclosedFiles
from bot.health import Check, Health
from bot.pages.pages import LANGUAGES, words
from bot.web_guard import LARGEST_BODY, LARGEST_WEBHOOK
from handlers.business_file.ready_sequences import Sequences
from handlers.business_file.sequences import Sequence as Steps
from storage.store import Store
from tests.bot.website import Website, open_website
from tests.fakes import FakeClock
from tests.house import SAMPLE_BUSINESS


class FakeStage:
    """A demo with nobody on it."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.sessions: Mapping[str, str] = {"prospect": new_token()}
        self.greeted = "vi"

    def now(self) -> datetime:
        return self._clock.now()

    async def wind(self, minutes: int) -> None:
        self._clock.wind(timedelta(minutes=minutes))

    async def new_prospect(self, language: str = "") -> str:
        self.greeted = language or self.greeted
        self.sessions = {"prospect": new_token()}
        return self.sessions["prospect"]

    async def happenings(self, after: int, language: str) -> Sequence[DemoHappening]:
        text = {"vi": "Báo nhân viên", "en": "Reps alerted"}[language]
        return [DemoHappening(1, self.now(), text)][after:]


class FakeTelegram:
    """Keeps what it is given and answers as it is told."""

    def __init__(self) -> None:
        self.got: list[tuple[bytes, str | None]] = []
        self.status = 200

    async def webhook(self, read: ReadBody, headers: Mapping[str, str]) -> int:
        self.got.append((await read(), headers.get("x-telegram-bot-api-secret-token")))
        return self.status


@pytest.fixture
def telegram() -> FakeTelegram:
    return FakeTelegram()


@pytest.fixture
async def website(
    sqlite_store: Store, clock: FakeClock, telegram: FakeTelegram
) -> AsyncIterator[Website]:
    async with open_website(
        sqlite_store,
        clock,
        webhooks={"telegram": telegram.webhook},
        sites=("https://shop.example",),
        new_chats_per_hour=3,
    ) as website:
        yield website


@pytest.fixture
async def demo(sqlite_store: Store, clock: FakeClock) -> AsyncIterator[httpx.AsyncClient]:
    async with open_website(sqlite_store, clock, demo=FakeStage(clock)) as website:
        yield website.client


# --- operations


async def test_alive_and_ready_say_so(website: Website) -> None:
    assert (await website.client.get("/livez")).json() == {"alive": True}
    ready = await website.client.get("/readyz")
    assert ready.json() == {
        "ready": True,
        "checks": [{"name": "database", "ok": True, "detail": ""}],
    }


async def test_who_is_not_ready_says_what_is_wrong(sqlite_store: Store, clock: FakeClock) -> None:
    async def ill() -> Health:
        return Health(False, (Check("database", False, "disk full: make room"),))

    async with open_website(sqlite_store, clock, health=ill) as website:
        answer = await website.client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["checks"][0]["detail"] == "disk full: make room"


async def test_prometheus_can_read_the_figures(website: Website) -> None:
    await website.client.get("/livez")

    answer = await website.client.get("/metrics")

    assert 'duyen_http_answers_total{route="/livez",status="200"} 1.0' in answer.text
    assert "duyen_webchat_open_pages 0.0" in answer.text


async def test_every_operation_has_a_name_of_its_own_and_a_tag(website: Website) -> None:
    description = (await website.client.get("/openapi.json")).json()

    operations = [one for path in description["paths"].values() for one in path.values()]
    names = [one["operationId"] for one in operations]
    assert {"openChat", "say", "listen", "isReady", "telegramUpdate"} <= set(names)
    assert len(names) == len(set(names))
    assert all(one["tags"] and one.get("description") for one in operations)


# --- webhooks


async def test_an_update_is_handed_over_as_it_came(
    website: Website, telegram: FakeTelegram
) -> None:
    answer = await website.client.post(
        "/webhooks/telegram",
        content=b'{"update_id": 1}',
        headers={"X-Telegram-Bot-Api-Secret-Token": "secret"},
    )

    assert answer.status_code == 200
    assert telegram.got == [(b'{"update_id": 1}', "secret")]


async def test_an_update_that_is_not_stored_is_asked_for_again(
    website: Website, telegram: FakeTelegram
) -> None:
    telegram.status = 503

    answer = await website.client.post("/webhooks/telegram", content=b"{}")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


async def test_a_refused_update_stays_refused(website: Website, telegram: FakeTelegram) -> None:
    telegram.status = 403

    assert (await website.client.post("/webhooks/telegram", content=b"{}")).status_code == 403


async def test_without_telegram_there_is_no_webhook(demo: httpx.AsyncClient) -> None:
    assert (await demo.post("/webhooks/telegram", content=b"{}")).status_code == 404


# --- guards


async def pieces(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 1024):
        yield b" " * 1024


@pytest.mark.parametrize("stated", [True, False], ids=["with its length", "in pieces"])
@pytest.mark.parametrize(
    ("path", "largest"),
    [("/chat/sessions", LARGEST_BODY), ("/webhooks/telegram", LARGEST_WEBHOOK)],
)
async def test_a_body_that_is_too_large_is_refused(
    website: Website, path: str, largest: int, stated: bool, telegram: FakeTelegram
) -> None:
    body: Any = b" " * (largest + 1024) if stated else pieces(largest + 1024)

    answer = await website.client.post(path, content=body)

    assert answer.status_code == 413
    assert str(largest) in answer.json()["detail"]
    assert telegram.got == []


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 201),
        ("https://shop.example", 201),
        ("https://evil.example", 403),
        ("https://shop.example.evil.example", 403),
        ("null", 403),
    ],
)
async def test_only_our_pages_and_listed_sites_may_speak(
    website: Website, origin: str | None, status: int
) -> None:
    headers = {"Origin": origin} if origin else {}

    answer = await website.client.post("/chat/sessions", json={}, headers=headers)

    assert answer.status_code == status


async def test_our_own_page_may_speak(website: Website) -> None:
    own = str(website.client.base_url).rstrip("/")

    answer = await website.client.post("/chat/sessions", json={}, headers={"Origin": own})

    assert answer.status_code == 201


async def test_new_chats_from_one_address_are_counted(website: Website) -> None:
    answers = [await website.client.post("/chat/sessions", json={}) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [201, 201, 201, 429]
    assert answers[-1].headers["retry-after"] == "3600"


@pytest.mark.parametrize("path", ["/", "/widget", "/livez", "/nowhere", "/assets/chat.js"])
async def test_every_answer_carries_the_safe_headers(website: Website, path: str) -> None:
    headers = (await website.client.get(path)).headers

    assert headers["x-content-type-options"] == "nosniff"
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


async def test_listed_sites_may_show_the_widget_and_nothing_else(website: Website) -> None:
    widget = (await website.client.get("/widget")).headers["content-security-policy"]
    front = (await website.client.get("/")).headers["content-security-policy"]

    assert widget.endswith("frame-ancestors 'self' https://shop.example")
    assert front.endswith("frame-ancestors 'none'")


async def test_the_widget_script_may_be_loaded_by_any_site(website: Website) -> None:
    answer = await website.client.get("/widget.js")

    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


# --- the demo


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8080", 200),
        ("localhost", 200),
        ("[::1]:8080", 200),
        ("demo.evil.example", 421),
        ("127.0.0.1.evil.example:8080", 421),
        ("", 421),
    ],
)
async def test_the_demo_answers_to_names_of_this_machine_only(
    demo: httpx.AsyncClient, host: str, status: int
) -> None:
    for path in ("/", "/demo/state", "/chat/history"):
        answer = await demo.get(path, headers={"Host": host})
        assert (answer.status_code == 421) == (status == 421)


async def test_the_demo_can_be_wound_and_begun_anew(demo: httpx.AsyncClient) -> None:
    before = (await demo.get("/demo/state")).json()
    wound = (await demo.post("/demo/clock", json={"minutes": 15})).json()
    begun = (await demo.post("/demo/prospects", json={"lang": "en"})).json()
    after = (await demo.get("/demo/state")).json()

    passed = datetime.fromisoformat(wound["now"]) - datetime.fromisoformat(before["now"])
    assert passed == timedelta(minutes=15)
    assert after["sessions"]["prospect"] == begun["token"] != before["sessions"]["prospect"]
    assert begun["lang"] == "en"


@pytest.mark.parametrize("minutes", [0, -15, 10_081])
async def test_the_clock_goes_forward_and_a_week_at_the_most(
    demo: httpx.AsyncClient, minutes: int
) -> None:
    assert (await demo.post("/demo/clock", json={"minutes": minutes})).status_code == 422


async def test_happenings_are_told_after_an_id(demo: httpx.AsyncClient) -> None:
    told = (await demo.get("/demo/happenings")).json()["happenings"]
    again = (await demo.get("/demo/happenings", params={"after": 1})).json()["happenings"]

    english = (await demo.get("/demo/happenings", params={"lang": "en"})).json()["happenings"]

    assert [one["text"] for one in told] == ["Báo nhân viên"]
    assert [one["text"] for one in english] == ["Reps alerted"]
    assert again == []


async def test_without_the_demo_its_routes_do_not_exist(website: Website) -> None:
    for path in ("/demo/state", "/demo/happenings"):
        assert (await website.client.get(path)).status_code == 404
    for path in ("/demo/clock", "/demo/prospects"):
        assert (await website.client.post(path, json={"minutes": 15})).status_code == 404


# --- pages


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", ["/", "/widget"])
async def test_pages_speak_the_language_that_was_asked_for(
    demo: httpx.AsyncClient, website: Website, path: str, lang: str
) -> None:
    for client in (demo, website.client):
        page = (await client.get(path, params={"lang": lang})).text
        assert f'<html lang="{lang}"' in page
        said = words(lang)
        assert said["chat"]["send"] in page or said["front"]["start"] in page


async def test_an_unknown_language_is_vietnamese(website: Website) -> None:
    page = await website.client.get("/", params={"lang": '"><script>'})

    assert '<html lang="vi"' in page.text


@pytest.mark.parametrize("path", ["/", "/widget"])
async def test_no_page_needs_inline_script_or_style(
    demo: httpx.AsyncClient, website: Website, path: str
) -> None:
    for client in (demo, website.client):
        page = (await client.get(path)).text
        scripts = re.findall(r"<script(?P<tag>[^>]*)>", page)
        assert all("src=" in tag or "application/json" in tag for tag in scripts)
        assert not re.search(r"<style|\sstyle=|\son\w+=", page)


async def test_a_companys_name_cannot_become_markup(sqlite_store: Store, clock: FakeClock) -> None:
    async with open_website(sqlite_store, clock, company="<b>A & B</b>") as website:
        for path in ("/", "/widget"):
            page = (await website.client.get(path)).text
            assert "<b>A" not in page
            assert "&lt;b&gt;A &amp; B" in page


def test_both_languages_have_the_same_words() -> None:
    assert _keys(words("vi")) == _keys(words("en"))


def _keys(table: dict[str, Any], above: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= _keys(value, f"{above}{key}.") if isinstance(value, dict) else {above + key}
    return found


async def test_only_files_that_the_business_file_names_are_shown(
    sqlite_store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    picture = {"after": "1d", "say": {"vi": "Xem", "en": "Look"}, "photo": "anh/nha.png"}
    own = Steps.model_validate({"id": "educate", "steps": [picture]})
    business = SAMPLE_BUSINESS.model_copy(update={"sequences": Sequences(own=(own,))})
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "nha.png").write_bytes(b"PNG")
    (tmp_path / "leads.xlsx").write_bytes(b"secret")

    files = EnclosedFiles(business, tmp_path)
    async with open_website(sqlite_store, clock, enclosed=files) as website:
        answers = {
            path: (await website.client.get(f"/enclosed/{path}")).status_code
            for path in ("anh/nha.png", "leads.xlsx", "anh/..%2Fleads.xlsx", "../business.yaml")
        }

    assert answers == {
        "anh/nha.png": 200,
        "leads.xlsx": 404,
        "anh/..%2Fleads.xlsx": 404,
        "../business.yaml": 404,
    }


@pytest.mark.parametrize("path", ["/", "/livez", "/readyz", "/metrics", "/widget", "/widget.js"])
async def test_a_monitor_may_ask_for_the_head_alone(website: Website, path: str) -> None:
    answer = await website.client.head(path)
    whole = await website.client.get(path)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == whole.headers["content-type"]


async def test_a_visitors_page_tells_nothing_of_the_demo_and_the_teams_page(
    website: Website,
) -> None:
    page = (await website.client.get("/widget")).text

    assert words("vi")["chat"]["send"] in page
    assert words("vi")["demo"]["cast"]["spammer"] not in page
    assert words("vi")["inbox"]["title"] not in page
