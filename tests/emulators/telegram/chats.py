"""The methods about chats: what they are, who is in them, their topics."""

from tests.emulators.telegram.calls import Call, Json, Method
from tests.emulators.telegram.errors import bad_request
from tests.emulators.telegram.world import Account, Room, Standing, Topic, member_json

LONGEST_TOPIC_NAME = 128
USUAL_ICON_COLOR = 7322096
_ACCEPTS_NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)


def get_chat(call: Call) -> Json:
    room = call.seen_room()
    return {
        **room.json(),
        "accent_color_id": room.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": _ACCEPTS_NO_GIFTS,
    }


def _account(call: Call, user_id: int) -> Account | None:
    bots = {bot.id: bot for bot in call.world.bots.values()}
    return call.world.users.get(user_id) or bots.get(user_id)


def get_member(call: Call) -> Json:
    room = call.seen_room()
    account = _account(call, call.parameters.integer("user_id"))
    if account is None:
        raise bad_request("user not found")
    return member_json(account, room.members.get(account, Standing.LEFT))


def get_administrators(call: Call) -> list[Json]:
    room = call.seen_room()
    if room.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(account, standing)
        for account, standing in room.members.items()
        if standing in (Standing.CREATOR, Standing.ADMINISTRATOR)
    ]


def get_member_count(call: Call) -> int:
    return sum(standing.is_inside for standing in call.seen_room().members.values())


def leave(call: Call) -> bool:
    room = call.writable_room()
    if room.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    room.members[call.bot] = Standing.LEFT
    call.world.tell()
    return True


def _forum(call: Call) -> Room:
    room = call.writable_room()
    if not room.is_forum:
        raise bad_request("the chat is not a forum")
    if room.members[call.bot] is not Standing.ADMINISTRATOR:
        raise bad_request("not enough rights to manage topics")
    return room


def _topic(call: Call) -> tuple[Room, int, Topic]:
    room, thread_id = _forum(call), call.parameters.integer("message_thread_id")
    if thread_id not in room.topics:
        raise bad_request("TOPIC_ID_INVALID")
    return room, thread_id, room.topics[thread_id]


def create_topic(call: Call) -> Json:
    room, name = _forum(call), call.parameters.text("name")
    if not 1 <= len(name) <= LONGEST_TOPIC_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    color = call.parameters.integer("icon_color") or USUAL_ICON_COLOR
    look = {"name": name, "icon_color": color}
    opening = call.world.post(room, call.bot, {"forum_topic_created": look}, is_service=True)
    # A topic is known by the id of its opening message, which itself stands in the topic.
    opening.thread_id = opening.id
    room.topics[opening.id] = Topic(name, color)
    return {"message_thread_id": opening.id, **look}


def edit_topic(call: Call) -> bool:
    room, thread_id, topic = _topic(call)
    name = call.parameters.text("name")
    if name in ("", topic.name):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = name
    _note(call, room, thread_id, {"forum_topic_edited": {"name": name}})
    return True


def delete_topic(call: Call) -> bool:
    """The topic with all its messages; the right to it may be taken from the bot by itself."""
    room, thread_id, _ = _topic(call)
    if call.bot in room.may_not_delete:
        raise bad_request("not enough rights to delete a topic")
    del room.topics[thread_id]
    for gone in [one.id for one in room.messages.values() if one.thread_id == thread_id]:
        del room.messages[gone]
    call.world.tell()
    return True


def _mover(closed: bool) -> Method:
    def move(call: Call) -> bool:
        room, thread_id, topic = _topic(call)
        if topic.is_closed is closed:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.is_closed = closed
        _note(call, room, thread_id, {f"forum_topic_{'closed' if closed else 'reopened'}": {}})
        return True

    return move


def _note(call: Call, room: Room, thread_id: int, body: Json) -> None:
    call.world.post(room, call.bot, body, thread_id=thread_id, is_service=True)


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": get_member_count,
    "leaveChat": leave,
    "createForumTopic": create_topic,
    "editForumTopic": edit_topic,
    "deleteForumTopic": delete_topic,
    "closeForumTopic": _mover(closed=True),
    "reopenForumTopic": _mover(closed=False),
}
