"""The three public histories of the benchmarks: files, columns that do not leak, outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handlers.csv_file import open_csv
from scoring.learned.history import History


@dataclass(frozen=True, slots=True)
class PublicHistory:
    """One data set as it is published; its columns are those known before the outcome."""

    file: str
    target: str
    positive: str
    columns: tuple[str, ...]
    group: str | None = None  # rows of one group are never split
    newest_first: bool = False

    def read(self, folder: Path) -> tuple[History, list[str]]:
        """The history, oldest first, and each row's group."""
        table = open_csv(folder / self.file)
        places = [table.place(name, "a feature") for name in self.columns]
        target = table.place(self.target, "the target")
        rows = list(table.rows())
        if self.newest_first:
            rows.reverse()
        history = History(
            target=self.target,
            positive=self.positive,
            names=self.columns,
            rows=[tuple(row[place] for place in places) for row in rows],
            outcomes=[row[target] == self.positive for row in rows],
        )
        if self.group is None:
            return history, [str(i) for i in range(len(rows))]
        group = table.place(self.group, "the group")
        return history, [row[group] for row in rows]


X_EDUCATION = PublicHistory(
    file="xeducation_leads_train.csv.gz",
    target="Converted",
    positive="1",
    columns=(
        "Lead Origin",
        "Lead Source",
        "Do Not Email",
        "Do Not Call",
        "Country",
        "Specialization",
        "How did you hear about X Education",
        "What is your current occupation",
        "What matters most to you in choosing a course",
        "Search",
        "Newspaper Article",
        "X Education Forums",
        "Newspaper",
        "Digital Advertisement",
        "Through Recommendations",
        "City",
        "A free copy of Mastering The Interview",
        "TotalVisits",
        "Total Time Spent on Website",
        "Page Views Per Visit",
    ),
    newest_first=True,
)
# Without the seller's name, which must not route leads to sellers.
SALVIRT = PublicHistory(
    file="salvirt_b2b_train.csv.gz",
    target="Status",
    positive="Won",
    columns=(
        "Product",
        "Authority",
        "Comp_size",
        "Competitors",
        "Purch_dept",
        "Partnership",
        "Budgt_alloc",
        "Forml_tend",
        "RFI",
        "RFP",
        "Growth",
        "Posit_statm",
        "Source",
        "Client",
        "Scope",
        "Strat_deal",
        "Cross_sale",
        "Up_sale",
        "Deal_type",
        "Needs_def",
        "Att_t_client",
    ),
    group="group",
)
# Without the length of the very call that decided.
BANK = PublicHistory(
    file="bank_marketing_train.csv.gz",
    target="y",
    positive="yes",
    columns=(
        "poutcome",
        "job",
        "marital",
        "education",
        "default",
        "housing",
        "loan",
        "contact",
        "day",
        "month",
        "campaign",
        "pdays",
        "previous",
        "age",
        "balance",
    ),
)
