"""An imported file becomes a history: which rows were won, and in which order they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from handlers.csv_file import CsvError, CsvFile, closest, open_csv
from scoring.learned.columns import level_of, number
from scoring.learned.history import History

# So many rows are learned from; a longer file gives a fair sample, so that memory stays flat.
MOST_ROWS = 50_000
MOST_COLUMNS = 300
PROGRESS_EVERY = 100_000
# A target is a choice. With more answers than this it is a number or a text.
MOST_ANSWERS = 200
ANSWERS_SHOWN = 6
POSITIVES = frozenset(
    {"1", "yes", "y", "true", "won", "win", "converted", "customer", "success"}
    | {"thắng", "có", "đúng", "đã mua", "chốt", "đã chốt", "thành công"}
)
DATE_FORMATS = (
    "%d/%m/%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%d-%m-%Y",
    "%d-%m-%Y %H:%M",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
)

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to learn, from which file."""

    path: Path
    target: str
    positive: str | None = None
    exclude: tuple[str, ...] = ()
    time_column: str | None = None
    most_rows: int = MOST_ROWS


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column holds what."""

    file: CsvFile
    target: int
    time: int | None
    features: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    time: float
    answer: str
    cells: tuple[str, ...]


class _FairSample:
    """Every row offered has the same chance to be kept; those kept stay in order."""

    def __init__(self, most: int) -> None:
        self.offered = 0
        self._most = most
        self._kept: list[tuple[int, _Row]] = []
        # A fixed seed: the same file always gives the same model.
        self._random = Random(0)

    def offer(self, row: _Row) -> None:
        self.offered += 1
        full = len(self._kept) == self._most
        slot = self._random.randrange(self.offered) if full else len(self._kept)
        if slot < self._most:
            self._kept[slot : slot + 1] = [(self.offered, row)]

    def rows(self) -> list[_Row]:
        return [row for _, row in sorted(self._kept, key=lambda numbered: numbered[0])]


def read_history(request: Request, say: Say, progress: Say) -> History:
    """Read the file once; raise CsvError where it holds nothing to learn from."""
    layout = _layout(request)
    sample = _FairSample(request.most_rows)
    answers = _read(layout, sample, say, progress)
    positive = _positive(request, answers, say)
    rows = sample.rows()
    if layout.time is None:
        say("No --time column was named: the file is taken to run from old to new.")
    else:
        rows.sort(key=lambda row: row.time)
    return History(
        target=request.target,
        positive=positive,
        names=tuple(layout.file.names[i] for i in layout.features),
        rows=[row.cells for row in rows],
        outcomes=[level_of(row.answer) == level_of(positive) for row in rows],
    )


def _layout(request: Request) -> _Layout:
    file = open_csv(request.path)
    target = file.place(request.target, "the target")
    time = None if request.time_column is None else file.place(request.time_column, "the time")
    used = {target, time, *(file.place(name, "to be left out") for name in request.exclude)}
    features = tuple(i for i in range(len(file.names)) if i not in used)
    if not features:
        raise CsvError(f"{file.path}: no column is left to learn from beside '{request.target}'.")
    if len(features) > MOST_COLUMNS:
        raise CsvError(
            f"{file.path}: {len(features)} columns to learn from, {MOST_COLUMNS} is the most. "
            "Name some with --exclude."
        )
    return _Layout(file, target, time, features)


def _read(layout: _Layout, sample: _FairSample, say: Say, progress: Say) -> Counter[str]:
    """Offer each row with an outcome to the sample; answer how often each outcome stands."""
    file = layout.file
    answers: Counter[str] = Counter()
    unknown = 0
    for count, cells in enumerate(file.rows(), start=1):
        if count % PROGRESS_EVERY == 0:
            progress(f"read {count:,} rows …")
        answer = cells[layout.target].strip()
        if not answer:
            unknown += 1
            continue
        answers[answer] += 1
        if len(answers) > MOST_ANSWERS:
            raise CsvError(
                f"{file.path}, column '{file.names[layout.target]}': more than {MOST_ANSWERS} "
                "different answers. The target must say won or lost."
            )
        time = 0.0 if layout.time is None else _time(file, layout.time, count, cells[layout.time])
        sample.offer(_Row(time, answer, tuple(cells[i] for i in layout.features)))
    if not sample.offered:
        problem = f"all {unknown:,} rows have it blank" if unknown else "no rows under the header"
        raise CsvError(
            f"{file.path}: no outcome in '{file.names[layout.target]}': {problem}. "
            "Give some rows that were won and some that were lost."
        )
    if unknown:
        say(f"{unknown:,} rows without an outcome are left out.")
    if len(sample.rows()) < sample.offered:
        say(f"{sample.offered:,} rows: a fair sample of {len(sample.rows()):,} is learned from.")
    return answers


def _positive(request: Request, answers: Counter[str], say: Say) -> str:
    """Which answer means won: the one named, or the likely one of two."""
    spellings: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for answer, count in answers.items():
        spellings.setdefault(level_of(answer), answer)
        counts[level_of(answer)] += count
    shown = ", ".join(f"'{spellings[level]}'" for level, _ in counts.most_common(ANSWERS_SHOWN))
    where = f"{request.path}, column '{request.target}'"
    if len(counts) < 2:
        raise CsvError(
            f"{where}: every row holds {shown}. Learning needs rows that were won and rows "
            "that were lost."
        )
    if request.positive is None:
        level, taken = _guessed(counts, where, shown)
    else:
        level, taken = level_of(request.positive), ""
    if level not in counts:
        hint = closest(str(request.positive), tuple(spellings.values()))
        raise CsvError(f"{where}: no row holds '{request.positive}' (--positive). {hint}")
    total = counts.total()
    say(
        f"Won is '{request.target}' = '{spellings[level]}'{taken}: "
        f"{counts[level]:,} of {total:,} rows ({counts[level] / total:.1%})."
    )
    return spellings[level]


def _guessed(counts: Counter[str], where: str, shown: str) -> tuple[str, str]:
    if len(counts) > 2:
        more = " …" if len(counts) > ANSWERS_SHOWN else ""
        raise CsvError(
            f"{where}: more than two answers ({shown}{more}). Name the one for won: --positive."
        )
    usual = [level for level in counts if level in POSITIVES]
    if len(usual) == 1:
        return usual[0], " (taken for its name; --positive says otherwise)"
    rarer = min(counts, key=lambda level: counts[level])
    return rarer, " (taken as the rarer answer; --positive says otherwise)"


def _time(file: CsvFile, column: int, row: int, text: str) -> float:
    """Seconds, or whatever number stands there: only the order counts."""
    value = number(text)
    if value is not None:
        return value
    moment = _moment(text.strip())
    if moment is None:
        raise CsvError(
            f"{file.path}, row {row} under the header: '{text[:40]}' in '{file.names[column]}' "
            "(--time) is neither a number nor a date. Write 2026-11-21, 2026-11-21 10:00 or "
            "21/11/2026."
        )
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
