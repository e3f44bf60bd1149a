"""Files in the website's chat: who may send what, who gets it back, and what an attacker tries."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from bot.channels.webchat import WebChat, chat_id_of
from bot.file_types import UNKNOWN, file_name, sniffed
from bot.web_files import FILES_A_DAY, LARGEST_FILE
from handlers.channel import IncomingMessage, Kind, Media, OutgoingMessage
from handlers.relay import alerts
from handlers.relay.passing_on import transcript
from handlers.relay.takeover import speak
from storage.store import Store, Work
from storage.team import Role
from tests.bot.website import BUSINESS, Website, bearer, open_website
from tests.fakes import MORNING, FakeChannel, FakeClock

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 20
PDF = b"%PDF-1.7 paper"


@pytest.fixture
async def website(sqlite_store: Store, clock: FakeClock) -> AsyncIterator[Website]:
    async with open_website(sqlite_store, clock) as website:
        yield website


async def sends(website: Website, token: str, content: bytes, **asked: str) -> httpx.Response:
    return await website.client.post(
        "/chat/files", params={"id": "f1", **asked}, content=content, headers=bearer(token)
    )


async def reads(website: Website, token: str, file: str) -> httpx.Response:
    return await website.client.get(f"/chat/files/{file}", headers=bearer(token))


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


# --- what a file is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "photo"),
        (b"\xff\xd8\xff\xe0..", "photo"),
        (b"RIFF....WEBPVP8 ", "photo"),
        (b"GIF89a..", "animation"),
        (b"OggS..", "voice"),
        (b"....ftypisom", "video"),
        (b"....ftypM4A ", "audio"),
        (PDF, "document"),
        (packed("[Content_Types].xml", "word/document.xml"), "document"),
        # Everything a browser or a machine might run, under whatever name.
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", None),
        (b"<!DOCTYPE html><script>alert(1)</script>", None),
        (b"  <html>", None),
        (b"MZ\x90\x00", None),
        (b"\x7fELF", None),
        (b"#!/bin/sh", None),
        (packed("a.html"), None),
        (packed("word/document.xml", "word/vbaProject.bin"), None),
        (b"PK\x03\x04 broken", None),
        (b"just words", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_bytes_say(content: bytes, kind: str | None) -> None:
    found = sniffed(content)

    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("ảnh nhà.jpeg", "ảnh nhà.png"),
        ("../../etc/passwd", "passwd.png"),
        ("C:\\x\\y.html", "y.png"),
        ("a\u202egnp.exe", "agnp.png"),
        ("...", "photo.png"),
        ("", "photo.png"),
        ("x" * 300 + ".png", "x" * 48 + ".png"),
    ],
)
def test_a_name_has_no_path_and_the_ending_of_what_it_is(given: str, kept: str) -> None:
    found = sniffed(PNG)
    assert found is not None

    assert file_name(given, found) == kept
    assert file_name("list.csv", UNKNOWN) == "list.csv"
    assert file_name("run.ex e/..", UNKNOWN).endswith(".bin")


# --- over HTTP -----------------------------------------------------------------------------


async def test_a_file_is_kept_told_of_and_given_back_to_its_chat_alone(website: Website) -> None:
    token, other = await website.opens(), await website.opens()

    kept = await sends(website, token, PNG, name="nhà.html", text="đây ạ")
    again = await sends(website, token, PNG, name="nhà.html", text="đây ạ")
    await website.settle()
    own = await reads(website, token, kept.json()["file"])
    line = [one for one in await website.history(token) if not one["outgoing"]][-1]

    assert kept.status_code == again.status_code == 201
    assert kept.json() == {
        "id": "f1",
        "file": again.json()["file"],
        "kind": "photo",
        "name": "nhà.png",
    }
    assert (line["payload"]["attachment"], line["payload"]["text"]) == ("photo", "đây ạ")
    assert line["payload"]["file"] == kept.json()["file"]
    assert own.content == PNG
    assert own.headers["content-type"] == "image/png"
    assert own.headers["x-content-type-options"] == "nosniff"
    assert own.headers["content-disposition"].startswith("attachment; filename*=UTF-8''nh")
    assert "sandbox" in own.headers["content-security-policy"]
    assert own.headers["cache-control"] == "private, no-store"
    assert (await reads(website, other, kept.json()["file"])).status_code == 404
    assert (await reads(website, "made-up", kept.json()["file"])).status_code == 401
    without = await website.client.get(f"/chat/files/{kept.json()['file']}")
    assert without.status_code == 401


async def test_what_is_no_file_of_ours_is_refused_at_the_door(
    website: Website, sqlite_store: Store
) -> None:
    token = await website.opens()
    too_big = b"\xff\xd8\xff" + bytes(LARGEST_FILE)

    async def in_pieces() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield bytes(64 * 1024)

    stranger = await sends(website, "made-up", PNG)
    html = await sends(website, token, b"<html><script>alert(1)</script>", name="anh.jpg")
    big = await sends(website, token, too_big)
    pieces = await website.client.post(
        "/chat/files", params={"id": "f2"}, content=in_pieces(), headers=bearer(token)
    )
    elsewhere = await website.client.post(
        "/chat/files",
        params={"id": "f3"},
        content=PNG,
        headers={**bearer(token), "Origin": "https://evil.example"},
    )
    paths = [
        (await reads(website, token, path)).status_code
        for path in ("..%2f..%2fetc%2fpasswd", "line-1", "line-x", "a" * 30)
    ]

    codes = [one.status_code for one in (stranger, html, big, pieces, elsewhere)]
    assert codes == [401, 415, 413, 413, 403]
    assert paths == [404, 404, 422, 404]
    assert await sqlite_store.read(
        lambda work: work.web_files.sent_since(chat_id_of(token), MORNING - timedelta(days=1))
    ) == (0, 0)


async def test_a_thousand_uploads_end_at_a_day_s_share(website: Website, clock: FakeClock) -> None:
    token = await website.opens()

    codes = [
        (await sends(website, token, PDF, id=f"f{number}")).status_code
        for number in range(FILES_A_DAY + 5)
    ]
    clock.wind(timedelta(days=1, minutes=1))
    next_day = await sends(website, token, PDF, id="tomorrow")

    assert codes == [201] * FILES_A_DAY + [429] * 5
    assert next_day.status_code == 201


# --- both ways -----------------------------------------------------------------------------


async def test_files_pass_to_the_rep_on_another_platform_and_back_until_the_lead_is_erased(
    sqlite_store: Store, clock: FakeClock
) -> None:
    store, telegram = sqlite_store, FakeChannel()
    async with open_website(store, clock, telegram) as website:
        abilities = {one.name: one.abilities for one in (website.webchat, telegram)}
        token = await website.opens()
        await website.says(token, "1", text="Tôi cần phần mềm bán hàng cho 3 cửa hàng")

        def rep_sends_a_file(work: Work) -> int:
            minh = work.team.add("Minh", Role.REP, clock.now())
            work.team.open_account(minh, telegram.name, "minh", clock.now())
            member = work.team.member(minh)
            prospect = work.leads.prospect_in(WebChat.name, chat_id_of(token))
            assert member is not None
            assert prospect is not None
            lead = work.leads.get(prospect.lead_id)
            assert lead is not None
            price_list = IncomingMessage(
                telegram.name,
                "minh",
                "m:1",
                Kind.ATTACHMENT,
                clock.now(),
                attachment="document",
                file="AgAD",
                file_name="bảng giá.csv",
            )
            speak(work, BUSINESS, abilities, lead, member, price_list, "đây ạ", clock.now())
            return lead.id

        lead_id = await store.run(rep_sends_a_file)
        await website.settle()
        line = (await website.history(token))[-1]
        got = await reads(website, token, f"line-{line['id']}")
        assert line["payload"]["text"] == "đây ạ"
        assert line["payload"]["media"][0] == "document"
        assert got.content == b"content of AgAD"
        assert got.headers["content-type"] == "application/octet-stream"
        assert "b%E1%BA%A3ng%20gi%C3%A1.csv" in got.headers["content-disposition"]

        kept = (await sends(website, token, PDF, name="nha.pdf")).json()
        await website.settle()
        (sent,) = [one for one in telegram.sent if one.media is not None]
        assert sent.media == Media("document", kept["file"], "webchat", "nha.pdf", PDF)

        def told(work: Work) -> list[str]:
            lead = work.leads.get(lead_id)
            assert lead is not None
            return [one for one in transcript(work, lead, "vi").splitlines() if "[tệp]" in one]

        said, sent_by_us = await store.read(told)
        assert said == "Khách: [tệp]"
        assert "đây ạ" in sent_by_us

        await store.run(lambda work: alerts.erase(work, abilities, lead_id, clock.now()))
        assert (await reads(website, token, kept["file"])).status_code == 404
        assert (await reads(website, token, f"line-{line['id']}")).status_code == 404


async def test_a_rep_on_the_web_sees_what_his_prospect_sent_and_no_other_chat_does(
    website: Website,
) -> None:
    prospect, rep, other = [await website.opens() for _ in range(3)]
    kept = (await sends(website, prospect, PNG)).json()
    to_rep = OutgoingMessage(
        id=77,
        channel=WebChat.name,
        chat_id=chat_id_of(rep),
        text="",
        media=Media("photo", kept["file"], WebChat.name),
    )

    await website.webchat.send(to_rep)

    assert (await reads(website, rep, "line-77")).content == PNG
    assert (await reads(website, prospect, "line-77")).status_code == 404
    assert (await reads(website, other, "line-77")).status_code == 404
