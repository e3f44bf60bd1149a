"""How long a list of leads takes to come in, to come in again, and to go out; and how much memory.

python -m tests.benchmarks.bench_import [ROWS]
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bot.typed import COMMAND, settings_of_nobody

ROWS = 100_000
NEEDS = ("phần mềm cho 3 cửa hàng", "máy tính tiền cho 2 quầy", "quản lý kho", "")
BUDGETS = ("tầm 30 triệu", "dưới 5tr", "20-40 triệu", "")
TIMES = ("tháng sau", "trong tuần này", "cuối năm", "")
NOTES = ("", "", "chị tự quyết, gọi buổi sáng", "đang so sánh giá với bên khác")


def write(path: Path, rows: int) -> None:
    dice = random.Random(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        head = "Họ tên,SĐT,Nhu cầu,Ngân sách,Thời gian,Ghi chú,Nguồn"
        writer.writerow(head.split(","))
        for number in range(rows):
            said = [dice.choice(words) for words in (NEEDS, BUDGETS, TIMES, NOTES)]
            writer.writerow((f"Khách {number}", f"09{number:08d}", *said, "facebook"))


def timed(folder: Path, *words: str) -> None:
    begun = time.monotonic()
    subprocess.run(
        (*COMMAND, *words), cwd=folder, env=settings_of_nobody(), check=False, capture_output=True
    )
    seconds = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{' '.join(words):<28} {seconds:8.1f} s   most memory so far {peak:6.0f} MB", flush=True)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "leads.csv", rows)
        size = (folder / "leads.csv").stat().st_size / 1e6
        print(f"{rows:,} rows, {size:.1f} MB")
        timed(folder, "import", "leads.csv", "--dry-run")
        timed(folder, "import", "leads.csv")
        timed(folder, "import", "leads.csv")
        timed(folder, "export", "out.csv")


if __name__ == "__main__":
    main()
