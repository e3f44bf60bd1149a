"""A Telegram group and its topics: opened, closed, deleted, and the group left."""

from __future__ import annotations

from collections.abc import Awaitable

import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.channels.telegram_errors import ours
from handlers.channel import OutgoingMessage, TopicAct

log = structlog.get_logger()

LONGEST_TOPIC_NAME = 128


def is_group(chat_id: str) -> bool:
    return chat_id.startswith("-")


class Topics:
    """What is wanted of a group besides words; where it is so already, that is no fault."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def open(self, message: OutgoingMessage) -> str:
        """ "" where the group has no topics, or where we may not open any: that is no fault."""
        if not is_group(message.chat_id):
            return ""
        try:
            opened = await self._bot.create_forum_topic(
                int(message.chat_id), message.opens_topic[:LONGEST_TOPIC_NAME]
            )
        except ChatMigrated as error:
            raise ours(error) from None
        except BadRequest as error:
            log.info("no topic opened", reason=error.message)
            return ""
        except TelegramError as error:
            raise ours(error) from None
        return str(opened.message_thread_id)

    async def leave(self, chat_id: str) -> str:
        """Somebody may have put us out already: what we wanted is so all the same."""
        try:
            await self._bot.leave_chat(int(chat_id))
        except (BadRequest, Forbidden) as error:
            log.info("a group was left already", reason=error.message)
        except TelegramError as error:
            raise ours(error) from None
        return ""

    async def act(self, message: OutgoingMessage, act: TopicAct) -> str:
        """Somebody else may have closed or deleted it: what we wanted is so all the same."""
        if not message.topic:
            return ""
        place = (int(message.chat_id), int(message.topic))
        match act:
            case TopicAct.CLOSE:
                await _if_possible(act, self._bot.close_forum_topic(*place))
            case TopicAct.REOPEN:
                await _if_possible(act, self._bot.reopen_forum_topic(*place))
            case TopicAct.DELETE:
                if not await _if_possible(act, self._bot.delete_forum_topic(*place)):
                    name = message.text[:LONGEST_TOPIC_NAME]
                    await _if_possible(act, self._bot.edit_forum_topic(*place, name))
                    await _if_possible(act, self._bot.close_forum_topic(*place))
        return ""


async def _if_possible(act: TopicAct, doing: Awaitable[bool]) -> bool:
    """False: Telegram will not have it (it is so already, is gone, or we lack the right)."""
    try:
        return await doing
    except ChatMigrated as error:
        raise ours(error) from None
    except BadRequest as error:
        log.info("topic stays as it is", act=act.value, reason=error.message)
        return False
    except TelegramError as error:
        raise ours(error) from None
