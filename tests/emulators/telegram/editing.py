"""The methods that change what was sent, and the answer to a button press."""

from datetime import timedelta

from tests.emulators.telegram import keyboards
from tests.emulators.telegram.calls import Call, Json, Method
from tests.emulators.telegram.entities import units
from tests.emulators.telegram.errors import bad_request
from tests.emulators.telegram.sending import caption_body, text_body
from tests.emulators.telegram.world import Message

# Not documented; reports speak of 5 to 20 seconds.
ANSWER_WITHIN = timedelta(seconds=15)
DELETE_WITHIN = timedelta(hours=48)
LONGEST_CALLBACK_ANSWER = 200
MOST_DELETED_AT_ONCE = 100
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def _editable(call: Call) -> Message:
    message = call.own_message("edit")
    has_other_keyboard = message.markup is not None and "inline_keyboard" not in message.markup
    if message.sender is not call.bot or message.is_service or has_other_keyboard:
        raise bad_request("message can't be edited")
    return message


def _change(call: Call, message: Message, body: Json) -> Json:
    """An edit without a keyboard takes the keyboard away."""
    given = call.parameters.structure("reply_markup")
    markup = keyboards.checked(given, private=message.room.is_private)
    if body == message.body and markup == message.markup:
        raise bad_request(_SAME)
    message.body, message.markup = body, markup
    message.edited_at = call.world.now()
    call.world.tell()
    return message.json()


def edit_text(call: Call) -> Json:
    message = _editable(call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _change(call, message, text_body(call.parameters))


def edit_caption(call: Call) -> Json:
    message = _editable(call)
    if "text" in message.body:
        raise bad_request("there is no caption in the message to edit")
    rest = {name: value for name, value in message.body.items() if not name.startswith("caption")}
    return _change(call, message, {**rest, **caption_body(call.parameters)})


def edit_reply_markup(call: Call) -> Json:
    message = _editable(call)
    return _change(call, message, message.body)


def _delete(call: Call, message: Message) -> None:
    if call.world.now() - message.sent_at > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")
    if message.sender is not call.bot and not message.room.is_private:
        raise bad_request("message can't be deleted")
    del message.room.messages[message.id]
    call.world.tell()


def delete_message(call: Call) -> bool:
    _delete(call, call.own_message("delete"))
    return True


def delete_messages(call: Call) -> bool:
    ids = call.parameters.structure("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= MOST_DELETED_AT_ONCE:
        raise bad_request("wrong number of message identifiers specified")
    room = call.writable_room()
    for message_id in ids:
        if message_id in room.messages:
            _delete(call, room.messages[message_id])
    return True


def answer_callback_query(call: Call) -> bool:
    parameters = call.parameters
    if units(parameters.text("text")) > LONGEST_CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = call.world.taps.get(parameters.text("callback_query_id"))
    is_late = tap is not None and call.world.now() - tap.at > ANSWER_WITHIN
    if tap is None or tap.bot is not call.bot or tap.answer is not None or is_late:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    tap.answer = {
        "text": parameters.text("text"),
        "show_alert": parameters.flag("show_alert"),
        "url": parameters.text("url"),
    }
    call.world.tell()
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
}
