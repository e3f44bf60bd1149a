"""How long a file of 400 lines takes to check, and a save to be noticed; prints, judges nothing."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from bot.file_watch import FileWatch
from handlers.business import SAMPLE
from handlers.owners_file import load, parse

LINES = 400
ROUNDS = 15


def long_file() -> str:
    """The sample company with more and more FAQ entries, until the file has the lines."""
    text = SAMPLE.read_text(encoding="utf-8")
    head, tail = text.split("routing:")
    number = 0
    while head.count("\n") + tail.count("\n") < LINES:
        number += 1
        head += f"  - ask: [câu hỏi riêng {number}, câu hỏi lẻ {number}, question no {number}]\n"
        head += f'    answer:\n      vi: "Dạ câu trả lời số {number} ạ."\n'
        head += f'      en: "This is answer {number}."\n'
    return f"{head}routing:{tail}"


async def noticed(text: str) -> list[float]:
    """Milliseconds from the end of a save to the moment the new version is worked by."""
    spans = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "business.yaml"
        file.write_text(text)
        taken = asyncio.Event()

        async def nobody(*_: object) -> None:
            return

        watch = FileWatch(file, lambda: load(file), lambda _: taken.set(), nobody, nobody)
        task = asyncio.create_task(watch.run())
        for number in range(ROUNDS):
            file.write_text(f"{text}# {number}\n")
            started = time.perf_counter()
            await taken.wait()
            spans.append((time.perf_counter() - started) * 1000)
            taken.clear()
        task.cancel()
    return spans


def main() -> None:
    text = long_file()
    spent = []
    for _ in range(ROUNDS):
        started = time.process_time()
        parse(text, "business.yaml")
        spent.append((time.process_time() - started) * 1000)
    lines = text.count("\n")
    print(f"{lines} lines, {len(text.encode())} bytes read and checked, processor time:")
    print(f"  first {spent[0]:.1f} ms, median {statistics.median(spent):.1f} ms")
    spans = asyncio.run(noticed(text))
    print("from the end of a save until the new version is worked by, reading included:")
    print(f"  median {statistics.median(spans):.0f} ms, longest {max(spans):.0f} ms")


if __name__ == "__main__":
    main()
