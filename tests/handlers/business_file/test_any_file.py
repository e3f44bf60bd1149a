"""Whatever stands in the owner's file, it is used or refused with reasons, never a crash."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from handlers.business import SAMPLE, Business
from handlers.owners_file import BusinessFileError, load, parse
from tests.handlers.business_file.small import SMALL

LINE = re.compile(r"business\.yaml:\d+:\d+ \S")
names = st.sampled_from(re.findall(r"[a-z_]+(?=:)", SMALL))
leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12))
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4)
)


def refusals(read: Callable[[], Business]) -> tuple[str, ...]:
    """Why a file is refused; nothing where it is used."""
    try:
        read()
    except BusinessFileError as error:
        return error.faults or ("refused without a reason",)
    return ()


def is_used_or_refused(file: Path) -> None:
    faults = refusals(lambda: load(file))

    assert all(LINE.match(one) for one in faults), faults


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "business.yaml"


each_its_own = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@each_its_own
@given(content=st.binary(max_size=400))
@example(content=b'a: "\\UFFFFFFFF"')
@example(content=b"%YAML 9.9\n---\na: 1")
@example(content=b"!!binary x: !<tag:yaml.org,2002:python/object> y")
@example(content=b"? {a: 1}\n: - [")
@example(content=b"&a *a : b")
@example(content=b"a: &x 1\nb: &x 2\nc: *x")
def test_any_bytes(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    is_used_or_refused(file)


@each_its_own
@given(content=st.text(alphabet="abc:-[]{}&*!|>'\"%@`#, \n\t?~0\u0085\ufeff", max_size=120))
def test_any_text_that_looks_like_yaml(file: Path, content: str) -> None:
    file.write_text(content)
    is_used_or_refused(file)


@each_its_own
@given(content=st.dictionaries(names, anything, max_size=6))
def test_any_yaml(file: Path, content: object) -> None:
    with file.open("w", encoding="utf-8", errors="surrogatepass") as opened:
        YAML().dump(content, opened)
    is_used_or_refused(file)


@each_its_own
@given(data=st.data())
def test_the_sample_company_with_some_of_it_replaced(file: Path, data: st.DataObject) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.text(alphabet="a1:-[]{}&*!'\" \n\t~", max_size=6))
    file.write_text(text[:start] + put + text[start + length :], encoding="utf-8")
    is_used_or_refused(file)


@given(st.integers(0, len(SMALL)))
def test_a_file_cut_off_anywhere_is_used_or_refused(length: int) -> None:
    faults = refusals(lambda: parse(SMALL[:length], "business.yaml"))

    assert all(LINE.match(one) for one in faults), faults
