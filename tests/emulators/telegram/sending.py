"""The methods that send: texts, files, albums, copies, the typing sign."""

from collections.abc import Iterable

from tests.emulators.telegram import keyboards
from tests.emulators.telegram.calls import Call, Json, Method
from tests.emulators.telegram.entities import formatted, found_in, units
from tests.emulators.telegram.errors import bad_request
from tests.emulators.telegram.files import LARGEST_DOWNLOAD, SHOWN
from tests.emulators.telegram.parameters import Parameters
from tests.emulators.telegram.world import Message, Room

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
ALBUM_SIZES = range(2, 11)
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def text_body(parameters: Parameters) -> Json:
    """Text and entities of a call, measured after the markup is gone."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(
        parameters.text("text"),
        parameters.text("parse_mode"),
        parameters.structure("entities"),
    )
    if not text:
        raise bad_request("text must be non-empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, **_shown("entities", _with_found(text, entities))}


def caption_body(parameters: Parameters) -> Json:
    if not parameters.text("caption"):
        return {}
    text, entities = formatted(
        parameters.text("caption"),
        parameters.text("parse_mode"),
        parameters.structure("caption_entities"),
    )
    if units(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return {"caption": text, **_shown("caption_entities", _with_found(text, entities))}


def _with_found(text: str, entities: list[Json]) -> list[Json]:
    """The server also marks links and commands, where nothing stands that forbids it."""
    closed = [one for one in entities if one["type"] in ("code", "pre", "text_link", "url")]
    for one in found_in(text):
        overlaps = any(
            one["offset"] < other["offset"] + other["length"]
            and other["offset"] < one["offset"] + one["length"]
            for other in closed
        )
        if not overlaps and one not in entities:
            entities = [*entities, one]
    return sorted(entities, key=lambda one: (one["offset"], -one["length"]))


def _shown(name: str, entities: list[Json]) -> Json:
    return {name: entities} if entities else {}


def _thread(call: Call, room: Room) -> int:
    thread_id = call.parameters.integer("message_thread_id")
    if not thread_id:
        return 0
    topic = room.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.is_closed:
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def _answered(call: Call, room: Room) -> Message | None:
    parameters = call.parameters
    wanted = parameters.structure("reply_parameters") or {
        "message_id": parameters.integer("reply_to_message_id"),
        "allow_sending_without_reply": parameters.flag("allow_sending_without_reply"),
    }
    if not isinstance(wanted, dict):
        raise bad_request("object expected as reply parameters")
    if not wanted.get("message_id"):
        return None
    message = room.messages.get(int(wanted["message_id"]))
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def put(call: Call, bodies: Iterable[Json]) -> list[Message]:
    """Post what a call sends, with the keyboard, thread and answered message it names."""
    room = call.writable_room()
    thread_id, reply_to = _thread(call, room), _answered(call, room)
    given = call.parameters.structure("reply_markup")
    markup = keyboards.checked(given, private=room.is_private)
    if markup is not None and "keyboard" in markup:
        room.keyboard = markup
    elif markup is not None and "remove_keyboard" in markup:
        room.keyboard = None
    return [
        call.world.post(room, call.bot, body, markup=markup, thread_id=thread_id, reply_to=reply_to)
        for body in list(bodies)
    ]


def send_message(call: Call) -> Json:
    call.writable_room()
    return put(call, [text_body(call.parameters)])[0].json()


def _file_method(kind: str) -> Method:
    def send(call: Call) -> Json:
        call.writable_room()
        parameters = call.parameters
        file = call.files.sent_as(kind, parameters.text(kind), parameters)
        return put(call, [{**SHOWN[kind](file), **caption_body(parameters)}])[0].json()

    return send


def send_media_group(call: Call) -> list[Json]:
    call.writable_room()
    items = call.parameters.structure("media")
    if not isinstance(items, list) or len(items) not in ALBUM_SIZES:
        raise bad_request("expected 2-10 items in the media group")
    album = {"media_group_id": str(next(call.world.album_ids))}
    bodies = []
    for item in items:
        kind = str(item.get("type"))
        if kind not in ("photo", "document"):
            raise bad_request(f"type {kind} can't be used in the media group")
        file = call.files.sent_as(kind, str(item.get("media", "")), call.parameters)
        caption = caption_body(Parameters(item))
        bodies.append({**SHOWN[kind](file), **caption, **album})
    return [message.json() for message in put(call, bodies)]


def send_contact(call: Call) -> Json:
    call.writable_room()
    parameters = call.parameters
    if not parameters.has("phone_number") or not parameters.has("first_name"):
        raise bad_request("contact phone number and first name must be non-empty")
    card = {name: parameters.text(name) for name in ("phone_number", "first_name")}
    return put(call, [{"contact": card}])[0].json()


def send_location(call: Call) -> Json:
    call.writable_room()
    parameters = call.parameters
    place = {name: float(parameters.text(name, "0")) for name in ("latitude", "longitude")}
    return put(call, [{"location": place}])[0].json()


def _source(call: Call, verb: str) -> Message:
    parameters = call.parameters
    room = call.world.room(call.bot, parameters.integer("from_chat_id"))
    message = room.messages.get(parameters.integer("message_id")) if room else None
    if message is None or message.is_service:
        raise bad_request(f"message to {verb} not found")
    return message


def copy_message(call: Call) -> Json:
    call.writable_room()
    source = _source(call, "copy")
    return {"message_id": put(call, [source.body])[0].id}


def forward_message(call: Call) -> Json:
    call.writable_room()
    source = _source(call, "forward")
    return put(call, [{**source.body, "forward_origin": origin(source)}])[0].json()


def origin(message: Message) -> Json:
    return {
        "type": "user",
        "sender_user": message.sender.json(),
        "date": int(message.sent_at.timestamp()),
    }


def send_chat_action(call: Call) -> bool:
    room = call.writable_room()
    action = call.parameters.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    room.actions.append(action)
    call.world.tell()
    return True


def get_file(call: Call) -> Json:
    file = call.files.by_id(call.parameters.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.ids(), "file_path": file.path}


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": _file_method("photo"),
    "sendDocument": _file_method("document"),
    "sendVoice": _file_method("voice"),
    "sendSticker": _file_method("sticker"),
    "sendMediaGroup": send_media_group,
    "sendContact": send_contact,
    "sendLocation": send_location,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "sendChatAction": send_chat_action,
    "getFile": get_file,
}
