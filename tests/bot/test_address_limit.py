"""So many from one address in a while."""

from __future__ import annotations

from datetime import timedelta

from bot.address_limit import AddressLimit
from tests.fakes import MORNING

HOUR = timedelta(hours=1)


def test_an_address_has_its_share_and_then_waits() -> None:
    limit = AddressLimit(2, HOUR)

    assert [limit.admits("192.0.2.1", MORNING) for _ in range(3)] == [True, True, False]
    assert limit.admits("192.0.2.2", MORNING)
    assert not limit.admits("192.0.2.1", MORNING + HOUR - timedelta(seconds=1))
    assert limit.admits("192.0.2.1", MORNING + HOUR)


def test_a_refusal_does_not_make_the_wait_longer() -> None:
    limit = AddressLimit(1, HOUR)
    limit.admits("192.0.2.1", MORNING)
    limit.admits("192.0.2.1", MORNING + HOUR / 2)

    assert limit.admits("192.0.2.1", MORNING + HOUR)


def test_all_addresses_of_one_ipv6_customer_are_one_visitor() -> None:
    limit = AddressLimit(1, HOUR)
    limit.admits("2001:db8:1:2::1", MORNING)

    assert not limit.admits("2001:db8:1:2:ffff::9", MORNING)
    assert limit.admits("2001:db8:1:3::1", MORNING)


def test_an_ipv4_address_in_ipv6_clothes_is_its_own_visitor() -> None:
    limit = AddressLimit(1, HOUR)
    limit.admits("::ffff:192.0.2.1", MORNING)

    assert limit.admits("::ffff:192.0.2.2", MORNING)
