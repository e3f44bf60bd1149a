"""The learned score beside scikit-learn and LightGBM on public histories.

python -m tests.benchmarks.bench_learned FOLDER   (the folder of the three data sets)
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import BernoulliNB

from scoring.learned.history import History, drop_useless
from scoring.learned.metrics import check
from scoring.learned.model import Check
from scoring.learned.predictor import Predictor
from scoring.learned.training import add_pairs, learn
from scoring.learned.validation import borders
from tests.benchmarks.public_histories import BANK, SALVIRT, X_EDUCATION, PublicHistory

Floats = npt.NDArray[np.float64]
Method = Callable[[History, History], Sequence[float]]
HELD_BACK = 0.2
RESCORED = 100_000


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table: a history, how it is split, how often."""

    title: str
    source: PublicHistory
    splits: int
    outcomes: int | None = None  # learn from so many only
    in_time: bool = False


CASES = (
    Case("X Education, random", X_EDUCATION, splits=10),
    Case("X Education, in time order", X_EDUCATION, splits=5, in_time=True),
    Case("X Education, 100 outcomes", X_EDUCATION, splits=30, outcomes=100),
    Case("Salvirt, by group", SALVIRT, splits=30),
    Case("Bank, random", BANK, splits=5),
    Case("Bank, in time order", BANK, splits=5, in_time=True),
)


def ours(past: History, later: History) -> Sequence[float]:
    predictor = Predictor(learn(past).model())
    return [predictor.probability(row) for row in later.rows]


def ours_with_pairs(past: History, later: History) -> Sequence[float]:
    predictor = Predictor(add_pairs(learn(past)).model())
    return [predictor.probability(row) for row in later.rows]


def naive_bayes(past: History, later: History) -> Sequence[float]:
    rows, later_rows = _one_hot(past, later)
    fitted = BernoulliNB().fit(rows, past.outcomes)
    return _list(fitted.predict_proba(later_rows))


def logistic_regression(past: History, later: History) -> Sequence[float]:
    rows, later_rows = _one_hot(past, later)
    fitted = LogisticRegression(max_iter=1_000).fit(rows, past.outcomes)
    return _list(fitted.predict_proba(later_rows))


def boosted_trees(past: History, later: History) -> Sequence[float]:
    rows, categories = _ordinal(past, later)
    few = len(past.rows) < 1_000
    trees = lightgbm.LGBMClassifier(
        n_estimators=60 if few else 200,
        learning_rate=0.05 if few else 0.03,
        num_leaves=3 if few else 15,
        min_child_samples=8 if few else 30,
        cat_smooth=10 if few else 20,
        n_jobs=1,
        verbose=-1,
    )
    past_rows, later_rows = rows[: len(past.rows)], rows[len(past.rows) :]
    trees.fit(past_rows, np.array(past.outcomes), categorical_feature=categories)
    return _list(np.asarray(trees.predict_proba(later_rows), dtype=np.float64))


METHODS: dict[str, Method] = {
    "ours": ours,
    "ours with pairs": ours_with_pairs,
    "naive Bayes": naive_bayes,
    "logistic regression": logistic_regression,
    "boosted trees": boosted_trees,
}


def _list(chances: Floats) -> list[float]:
    values: list[float] = chances[:, 1].tolist()
    return values


def _one_hot(past: History, later: History) -> tuple[Floats, Floats]:
    """Our own columns' parts, so that only the fit is compared."""
    learned = learn(past)

    def spread(history: History) -> Floats:
        rows = np.zeros((len(history.rows), sum(block.size for block in learned.blocks)))
        for i, row in enumerate(history.rows):
            start = 0
            for column, cell in zip(learned.columns, row, strict=True):
                part = column.part(cell)
                if part is not None:
                    rows[i, start + part] = 1
                start += column.size
        return rows

    return spread(past), spread(later)


def _ordinal(past: History, later: History) -> tuple[Floats, list[int]]:
    """Numbers as they are, texts as running numbers: what LightGBM wants."""
    columns = learn(past).columns
    rows = np.full((len(past.rows) + len(later.rows), len(columns)), np.nan)
    for place, column in enumerate(columns):
        known: dict[str, int] = {}
        for i, row in enumerate([*past.rows, *later.rows]):
            try:
                text = row[place].casefold()
                rows[i, place] = (
                    float(text) if column.numeric else known.setdefault(text, len(known))
                )
            except ValueError:
                continue
    return rows, [place for place, column in enumerate(columns) if not column.numeric]


def _splits(case: Case, folder: Path) -> list[tuple[History, History]]:
    history, groups = case.source.read(folder)
    history, _ = drop_useless(history)
    if case.in_time:
        return [
            (history.between(0, start), history.between(start, end))
            for start, end in borders(history)
        ]
    pairs = []
    for seed in range(case.splits):
        random = np.random.default_rng(seed)
        names = random.permutation(sorted(set(groups)))
        held_back = set(names[: int(len(names) * HELD_BACK)].tolist())
        order = random.permutation(len(groups)).tolist()
        past = [i for i in order if groups[i] not in held_back][: case.outcomes]
        later = [i for i in order if groups[i] in held_back]
        pairs.append((_chosen(history, past), _chosen(history, later)))
    return pairs


def _chosen(history: History, places: Sequence[int]) -> History:
    return History(
        history.target,
        history.positive,
        history.names,
        [history.rows[i] for i in places],
        [history.outcomes[i] for i in places],
    )


def compare(case: Case, folder: Path) -> None:
    splits = _splits(case, folder)
    print(f"\n{case.title}: {len(splits)} splits, {len(splits[-1][0].rows):,} rows learned from")
    header = f"{'AUC':>13} {'log loss':>13} {'more than ours':>15} {'ECE':>6} {'seconds':>8}"
    print(f"  {'':20} {header}  time, ours = 1")
    seconds_of_ours = 0.0
    checks_of_ours: list[Check] = []
    for name, method in METHODS.items():
        started = time.perf_counter()
        checks = [check(later.outcomes, method(past, later)) for past, later in splits]
        seconds = (time.perf_counter() - started) / len(splits)
        seconds_of_ours = seconds_of_ours or seconds
        checks_of_ours = checks_of_ours or checks
        means = _means(checks, checks_of_ours)
        print(f"  {name:20} {means} {seconds:8.2f} {seconds / seconds_of_ours:10.1f}")


def _means(checks: Sequence[Check], of_ours: Sequence[Check]) -> str:
    """The mean over the splits, with its standard error; the log loss also split by split

    against ours, where what makes a split easy or hard cancels out.
    """
    area = _mean_and_error([figures.auc for figures in checks])
    loss = _mean_and_error([figures.log_loss for figures in checks])
    more = [one.log_loss - ours.log_loss for one, ours in zip(checks, of_ours, strict=True)]
    error = np.mean([figures.ece for figures in checks])
    return f"{area:>13} {loss:>13} {_mean_and_error(more, 4):>15} {error:6.3f}"


def _mean_and_error(figures: Sequence[float], digits: int = 3) -> str:
    error = np.std(figures, ddof=1) / np.sqrt(len(figures))
    return f"{np.mean(figures):.{digits}f} ± {error:.{digits}f}"


def rescore(folder: Path) -> None:
    """How long a great many rows take, one after the other."""
    history, _ = X_EDUCATION.read(folder)
    predictor = Predictor(add_pairs(learn(history)).model())
    rows = [history.rows[i % len(history.rows)] for i in range(RESCORED)]
    started = time.process_time()
    for row in rows:
        predictor.predict(row).main_reasons()
    seconds = time.process_time() - started
    print(
        f"\n{RESCORED:,} rows with points and reasons: {seconds:.1f} s of processor time, ", end=""
    )
    print(f"{seconds / RESCORED * 1e6:.0f} µs a row")


def main() -> None:
    # LightGBM warns of sparse categories, scikit-learn of names: neither touches a figure.
    warnings.simplefilter("ignore")
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.benchmarks.bench_learned FOLDER")
    folder = Path(sys.argv[1])
    for case in CASES:
        compare(case, folder)
    rescore(folder)


if __name__ == "__main__":
    main()
