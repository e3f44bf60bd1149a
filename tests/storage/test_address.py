"""The database's address is read as the library reads it that opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from storage.address import Address, DatabaseError, read_address
from storage.database import database_url


@pytest.mark.parametrize(
    "setting",
    [
        "sqlite:///data/duyen.db",
        "sqlite:////var/lib/duyen/duyen.db",
        "sqlite:///C:/duyen/duyen.db",
        "sqlite+aiosqlite:///data/duyen.db",
        "sqlite:///data/duyen.db?timeout=5",
        "postgresql://db/duyen",
        "postgres://duyen@db/duyen",
        "postgresql://duyen:hunter22@db:5432/duyen",
        "postgresql://duyen:p%40ss%2Fword@[::1]:5432/duyen?sslmode=require",
        "postgresql+psycopg://duyen:a:b@db/duyen?options=-c%20x%3Dy@z",
    ],
)
def test_an_address_means_the_same_to_us_and_to_sqlalchemy(setting: str) -> None:
    url = make_url(setting)
    sqlite = url.get_backend_name() == "sqlite"

    ours = read_address(setting)

    assert ours == Address(Path(url.database or "") if sqlite else None, url.password or "")
    assert database_url(setting).drivername == ("sqlite" if sqlite else "postgresql+psycopg")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("", "is no address"),
        ("data/duyen.db", "is no address"),
        ("postgres//db/duyen", "is no address"),
        ("postgresql://db:port/duyen", "is no address"),
        ("mysql://db/duyen", "starts with 'mysql'"),
        ("sqlite://", "names no file"),
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite://data.db", "names no file"),
    ],
)
def test_an_address_that_cannot_be_used_is_named_with_the_cure(setting: str, said: str) -> None:
    with pytest.raises(DatabaseError, match=said) as told:
        read_address(setting)

    assert "sqlite:///" in str(told.value)
