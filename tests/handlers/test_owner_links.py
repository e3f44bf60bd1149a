"""The first owner's links: `init` gives one, `run` prints another, and one of them is used."""

from __future__ import annotations

from handlers.team.joining import invite, invite_owner
from storage.team import Role
from tests.house import House


async def test_either_link_makes_the_first_owner_and_the_other_is_void(house: House) -> None:
    now = house.clock.now()
    of_init = await house.store.run(lambda work: invite(work, Role.OWNER, "", now))
    of_run = await house.store.run(lambda work: invite_owner(work, now))

    welcomed = await house.says("hoa", f"/join {of_init}")
    late = await house.says("lan", f"/join {of_run}")

    owners = await house.store.read(lambda work: work.team.accounts(Role.OWNER))
    assert [one.chat_id for one in owners] == ["hoa"]
    assert welcomed.text != late.text
    assert await house.store.run(lambda work: invite_owner(work, now)) is None
