"""Microseconds a message, by its length: python -m tests.benchmarks.bench_understanding."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import datetime

from scoring.understanding.understand import understand
from tests.scoring.understanding.labels import labelled

NOW = datetime.fromisoformat("2026-03-10T09:00:00+07:00")
LENGTHS = ((0, 20), (20, 40), (40, 80), (80, 120), (0, 120), (120, 2000))
ROUNDS = 3
IMPORT = (
    "import time; start = time.perf_counter(); import scoring.understanding.understand; "
    "print(time.perf_counter() - start)"
)


def main() -> None:
    messages = list(labelled())
    for message in messages:  # what is loaded on first need is loaded now
        message.heard()
    took: dict[str, float] = {}
    for message in messages:
        took[message.text] = min(
            _seconds(message.text, message.asked, message.offer_range) for _ in range(ROUNDS)
        )
    print(f"{'characters':>12} {'messages':>9} {'p50 µs':>8} {'p95 µs':>8} {'most µs':>8}")
    for shortest, longest in LENGTHS:
        times = sorted(
            seconds * 1e6 for text, seconds in took.items() if shortest < len(text) <= longest
        )
        if times:
            p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
            name = f"{shortest}-{longest}"
            print(f"{name:>12} {len(times):9} {p50:8.0f} {p95:8.0f} {times[-1]:8.0f}")
    imports = [
        float(
            subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, check=True).stdout
        )
        for _ in range(ROUNDS)
    ]
    print(f"import {min(imports):.3f} s")


def _seconds(text: str, asked: str | None, offer_range: tuple[int, int] | None) -> float:
    start = time.perf_counter()
    understand(text, now=NOW, asked=asked, offer_range=offer_range)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
