"""What the tests of the pages ask for: the real demo as a child process, and a browser."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import httpx
import pytest
import pytest_asyncio
import structlog
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.program import READY_WITHIN, ROOT, free_port

IN_BROWSER = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]
PATIENCE = 20_000  # milliseconds; busy machines are slow
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """A verb called in a test sets the log of its process; the next test has its own again."""
    root = logging.getLogger()
    before = (root.handlers, root.level)
    yield
    root.handlers, root.level = before
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`python -m bot demo` on a folder and a port of its own."""
    folder = tmp_path_factory.mktemp("demo")
    inherited = {key: value for key, value in os.environ.items() if "DUYEN" not in key}
    port = str(free_port())
    settings = {"DUYEN_DATA_DIR": str(folder / "data"), "DUYEN_HTTP_PORT": port}
    with (
        (folder / "output").open("w") as output,
        subprocess.Popen(
            (sys.executable, "-m", "bot", "demo"),
            cwd=folder,
            env={**inherited, "PYTHONPATH": str(ROOT), **settings},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as program,
    ):
        url = f"http://127.0.0.1:{port}"
        try:
            _wait_until_seated(url, program)
            yield url
        finally:
            program.terminate()
            program.wait(timeout=15)


def _wait_until_seated(url: str, program: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        assert program.poll() is None, "the demo ended"
        with suppress(httpx.TransportError):
            if "prospect" in httpx.get(f"{url}/demo/state").json()["sessions"]:
                return
        time.sleep(0.1)
    raise TimeoutError("the demo did not open")


# One browser for all, and so one event loop: whoever asks for a page runs in it (`IN_BROWSER`).
# Playwright's own fixtures keep theirs running all the time, which our async tests cannot have.
@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    found = next(
        (path for name in (os.environ.get("CHROMIUM", ""), "chromium") if (path := which(name))),
        None,
    )
    if found is None:
        pytest.skip("no Chromium: apt-get install chromium, or name it in CHROMIUM")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        await browser.close()


def which(name: str) -> str | None:
    return shutil.which(name) if name else None


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser) -> AsyncIterator[Page]:
    """A Vietnamese visitor's page; whatever goes wrong in its scripts fails the test."""
    context = await chromium.new_context(
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport={"width": 1440, "height": 900}
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    await context.close()
    assert faults == []
