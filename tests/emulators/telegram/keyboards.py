"""Which keyboards the Bot API takes, and what it says of the others."""

from typing import Any

from tests.emulators.telegram.errors import bad_request

LONGEST_CALLBACK_DATA = 64  # bytes
LONGEST_COPY_TEXT = 256
MOST_INLINE_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_REPLY_BUTTONS = 300
STYLES = ("danger", "success", "primary")
_INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_LINKS = ("http://", "https://", "tg://")

Markup = dict[str, Any]


def checked(markup: Any, *, private: bool) -> Markup | None:
    """The keyboard as it will be kept, or a refusal in the server's words."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup)
    if "keyboard" in markup:
        return _reply(markup, private=private)
    if "remove_keyboard" in markup or "force_reply" in markup:
        return markup
    return None


def _rows(markup: Markup, name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return [row for row in rows if row]


def _inline(markup: Markup) -> Markup | None:
    rows = _rows(markup, "inline_keyboard")
    if sum(map(len, rows)) > MOST_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("BUTTON_ROW_TOO_LONG")
    for row in rows:
        for button in row:
            _check_inline(button)
    # An empty inline keyboard is how an edit takes the buttons away.
    return {"inline_keyboard": rows} if rows else None


def _check_inline(button: Any) -> None:
    where = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(where + "InlineKeyboardButton must be an Object")
    if not button.get("text"):
        raise bad_request("text buttons must have non-empty text")
    actions = [action for action in _INLINE_ACTIONS if action in button]
    if not actions:
        raise bad_request(where + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    if button.get("style") not in (None, *STYLES):
        raise bad_request(where + "invalid button style specified")
    if actions == ["callback_data"]:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= LONGEST_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif actions == ["url"] and not str(button["url"]).startswith(_LINKS):
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    elif actions == ["copy_text"]:
        copied = button["copy_text"]
        if not isinstance(copied, dict) or not 1 <= len(copied["text"]) <= LONGEST_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply(markup: Markup, *, private: bool) -> Markup:
    rows = _rows(markup, "keyboard")
    if not rows:
        raise bad_request("reply markup must contain at least one button")
    if sum(map(len, rows)) > MOST_REPLY_BUTTONS:
        raise bad_request("reply markup is too long")
    kept = [[_reply_button(button, private=private) for button in row] for row in rows]
    return {**markup, "keyboard": kept}


def _reply_button(button: Any, *, private: bool) -> Markup:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request("keyboard button must have non-empty text")
    if not private and button.get("request_contact"):
        raise bad_request("phone number can be requested in private chats only")
    if not private and button.get("request_location"):
        raise bad_request("location can be requested in private chats only")
    return button
