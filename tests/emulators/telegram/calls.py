"""One call of one bot: what a method is given, and where it may write."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.emulators.telegram.errors import ApiError, bad_request, forbidden
from tests.emulators.telegram.files import Files
from tests.emulators.telegram.parameters import Parameters
from tests.emulators.telegram.world import Bot, Message, Room, RoomKind, Standing, User, World

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    world: World
    files: Files
    bot: Bot
    parameters: Parameters

    @property
    def chat_id(self) -> int:
        """0 where there is none; names like @channel are not kept here."""
        return self.parameters.integer("chat_id")

    def seen_room(self) -> Room:
        """The chat of this call, if this bot knows it."""
        if not self.parameters.has("chat_id"):
            raise bad_request("chat_id is empty")
        room = self.world.room(self.bot, self.chat_id)
        if room is None or (not room.is_private and self.bot not in room.members):
            raise self._no_room()
        if room.moved_to:
            raise bad_request(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=room.moved_to
            )
        return room

    def writable_room(self) -> Room:
        """The chat of this call, if this bot may write there."""
        room = self.seen_room()
        if room.is_private and room.users()[0].is_gone:
            raise forbidden("user is deactivated")
        standing = room.members.get(self.bot)
        if standing is None:
            raise self._no_room()
        if not standing.is_inside:
            raise forbidden(_shut_out(room, standing))
        return room

    def own_message(self, verb: str) -> Message:
        """The message to edit or delete."""
        room = self.writable_room()
        message = room.messages.get(self.parameters.integer("message_id"))
        if message is None:
            raise bad_request(f"message to {verb} not found")
        return message

    def _no_room(self) -> ApiError:
        if any(bot.id == self.chat_id for bot in self.world.bots.values()):
            return forbidden("bots can't send messages to bots")
        user = self.world.users.get(self.chat_id)
        if user is not None and self._has_met(user):
            return forbidden("bot can't initiate conversation with a user")
        return bad_request("chat not found")

    def _has_met(self, user: User) -> bool:
        """A bot knows the people of its groups; of the others it has not even heard."""
        rooms = self.world.groups.values()
        return any(self.bot in room.members and user in room.members for room in rooms)


def _shut_out(room: Room, standing: Standing) -> str:
    if room.is_private:
        return "bot was blocked by the user"
    place = "supergroup" if room.kind is RoomKind.SUPERGROUP else "group"
    if standing is Standing.KICKED:
        return f"bot was kicked from the {place} chat"
    return f"bot is not a member of the {place} chat"


Method = Callable[[Call], Any | Awaitable[Any]]
