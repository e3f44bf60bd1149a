"""What people do in Telegram: write, tap, share, block; the hands of a test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.emulators.telegram.entities import found_in
from tests.emulators.telegram.files import SHOWN, Files, StoredFile
from tests.emulators.telegram.parameters import Upload
from tests.emulators.telegram.sending import origin
from tests.emulators.telegram.world import Bot, Json, Message, Room, Standing, Tap, User, World

# The smallest picture there is, so that readers of images are content.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True)
class Person:
    """One account. Without `to` a person writes to the bot that was made first."""

    user: User
    world: World
    files: Files

    @property
    def id(self) -> int:
        return self.user.id

    def chat_with(self, bot: Bot | None = None) -> Room:
        return self.world.private_room(bot or next(iter(self.world.bots.values())), self.user)

    def says(
        self,
        text: str,
        to: Room | None = None,
        *,
        reply_to: Message | None = None,
        thread_id: int = 0,
    ) -> Message:
        body: Json = {"text": text}
        if entities := found_in(text):
            body["entities"] = entities
        return self._send(body, to, reply_to=reply_to, thread_id=thread_id)

    def starts(self, payload: str = "", to: Room | None = None) -> Message:
        """Press Start, or follow a deep link that carries `payload`."""
        return self.says(f"/start {payload}".strip(), to)

    def taps(self, message: Message, button: str) -> Tap:
        """Press the button with this label or this data, as the message shows it now."""
        found = [
            one for one in message.buttons if button in (one["text"], one.get("callback_data"))
        ]
        if not found:
            raise LookupError(f"no button {button!r} among {message.labels}")
        return self.taps_stale(message, found[0].get("callback_data", ""))

    def taps_stale(self, message: Message, data: str) -> Tap:
        """Press a button that the message no longer shows: old clients do."""
        bot = message.sender
        assert isinstance(bot, Bot)
        tap_id = str(next(self.world.tap_ids))
        tap = Tap(tap_id, self.user, message, data, self.world.now(), bot)
        self.world.taps[tap_id] = tap
        query = {
            "id": tap_id,
            "from": self.user.json(),
            "chat_instance": str(message.room.id * 31),
            "message": message.json(),
            "data": data,
        }
        # Presses travel beside the messages of the same chat, and may overtake them.
        bot.queue.add("callback_query", query, f"taps of {self.id}")
        self.world.tell()
        return tap

    def shares_contact(self, phone: str = "", to: Room | None = None) -> Message:
        """The card that the "send my number" key sends."""
        card = {"phone_number": phone or self.user.phone, "first_name": self.user.first_name}
        return self._send({"contact": {**card, "user_id": self.id}}, to)

    def shares_card(
        self, phone: str, name: str, user_id: int | None = None, to: Room | None = None
    ) -> Message:
        """Somebody else's card out of the address book."""
        card: Json = {"phone_number": phone, "first_name": name}
        return self._send({"contact": card | ({"user_id": user_id} if user_id else {})}, to)

    def sends_sticker(self, to: Room | None = None) -> Message:
        return self._send(self._file("sticker", "sticker.webp", b"RIFF", "image/webp"), to)

    def sends_voice(self, to: Room | None = None) -> Message:
        return self._send(self._file("voice", "voice.ogg", b"OggS", "audio/ogg"), to)

    def sends_photo(self, caption: str = "", to: Room | None = None) -> Message:
        return self._send(self._captioned("photo", "photo.png", PIXEL, caption), to)

    def sends_document(
        self,
        name: str = "file.pdf",
        content: bytes = b"%PDF-1.7",
        caption: str = "",
        to: Room | None = None,
        *,
        claimed_size: int | None = None,
    ) -> Message:
        upload = Upload(name, "application/octet-stream", content)
        file = self.files.keep("document", upload, claimed_size)
        return self._send(_with_caption(SHOWN["document"](file), caption), to)

    def sends_location(
        self, latitude: float = 10.7769, longitude: float = 106.7009, to: Room | None = None
    ) -> Message:
        return self._send({"location": {"latitude": latitude, "longitude": longitude}}, to)

    def sends_poll(self, question: str, options: Iterable[str], to: Room | None = None) -> Message:
        return self._send({"poll": _poll(question, options)}, to)

    def sends_album(self, captions: Iterable[str], to: Room | None = None) -> list[Message]:
        """Several photos as one: that many updates, joined by `media_group_id` alone."""
        album = {"media_group_id": str(next(self.world.album_ids))}
        return [
            self._send(self._captioned("photo", "photo.png", PIXEL, caption) | album, to)
            for caption in captions
        ]

    def sends(self, body: Json, to: Room | None = None) -> Message:
        """Anything else, in the Bot API's own form: {"dice": …}, {"venue": …}."""
        return self._send(body, to)

    def forwards(self, message: Message, to: Room | None = None) -> Message:
        return self._send({**message.body, "forward_origin": origin(message)}, to)

    def edits(self, message: Message, text: str) -> Message:
        message.body = {**message.body, "text": text}
        message.body.pop("entities", None)
        if entities := found_in(text):
            message.body["entities"] = entities
        message.edited_at = self.world.now()
        for bot in message.room.bots():
            self.world.deliver(bot, "edited_message", message)
        self.world.tell()
        return message

    def blocks(self, bot: Bot | None = None) -> None:
        room = self.chat_with(bot)
        self.world.stand(room, bot or self._first_bot(), Standing.KICKED, self.user)

    def unblocks(self, bot: Bot | None = None) -> None:
        room = self.chat_with(bot)
        self.world.stand(room, bot or self._first_bot(), Standing.MEMBER, self.user)

    def leaves_telegram(self) -> None:
        self.user.is_gone = True

    def adds(self, bot: Bot, to: Room, *, as_administrator: bool = False) -> None:
        standing = Standing.ADMINISTRATOR if as_administrator else Standing.MEMBER
        self.world.stand(to, bot, standing, self.user)
        if not to.is_private:
            body = {"new_chat_members": [bot.json()]}
            self.world.post(to, self.user, body, is_service=True)

    def removes(self, bot: Bot, out_of: Room) -> None:
        self.world.stand(out_of, bot, Standing.KICKED, self.user)

    def _first_bot(self) -> Bot:
        return next(iter(self.world.bots.values()))

    def _send(self, body: Json, to: Room | None, **more: Any) -> Message:
        room = to or self.chat_with()
        if room.is_private:
            self._open(room)
        return self.world.post(room, self.user, body, **more)

    def _open(self, room: Room) -> None:
        """Writing to a bot lets it write back; writing to a blocked one unblocks it."""
        bot = next(bot for key, bot in self._bots() if self.world.private.get(key) is room)
        standing = room.members.get(bot)
        if standing is None:
            room.members[bot] = Standing.MEMBER
        elif not standing.is_inside:
            self.unblocks(bot)

    def _bots(self) -> list[tuple[tuple[int, int], Bot]]:
        return [((bot.id, self.id), bot) for bot in self.world.bots.values()]

    def _file(self, kind: str, name: str, content: bytes, content_type: str) -> Json:
        file: StoredFile = self.files.keep(kind, Upload(name, content_type, content))
        return SHOWN[kind](file)

    def _captioned(self, kind: str, name: str, content: bytes, caption: str) -> Json:
        return _with_caption(self._file(kind, name, content, "image/png"), caption)


def _with_caption(body: Json, caption: str) -> Json:
    return {**body, "caption": caption} if caption else body


def _poll(question: str, options: Iterable[str]) -> Json:
    return {
        "id": "5190000000000000001",
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": option, "voter_count": 0}
            for number, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
