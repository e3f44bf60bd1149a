"""The methods that fetch updates, or have them brought: polling and webhook settings."""

import asyncio
import re

from tests.emulators.telegram.calls import Call, Json, Method
from tests.emulators.telegram.errors import bad_request, conflict
from tests.emulators.telegram.world import Bot, Webhook

LONGEST_POLL = 50
MOST_CONNECTIONS = 100
USUAL_CONNECTIONS = 40
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_URL = re.compile(r"https?://[^/\s]+\S*")
_OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


def _take_allowed(call: Call) -> None:
    kinds = call.parameters.structure("allowed_updates")
    if kinds is None:
        return
    if not isinstance(kinds, list):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    call.bot.queue.allow(map(str, kinds))


def _end_poll(bot: Bot, reason: str) -> None:
    if bot.poller is not None and not bot.poller.done():
        bot.poller.set_result(reason)


async def get_updates(call: Call) -> list[Json]:
    """Waits for news; the next poller ends it with a conflict, as the real server does."""
    bot, parameters = call.bot, call.parameters
    if bot.webhook.url:
        raise conflict(_WEBHOOK_ACTIVE)
    _take_allowed(call)
    _end_poll(bot, _OTHER_POLLER)
    ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    bot.poller = ended
    offset, limit = parameters.integer("offset"), parameters.integer("limit", 100)
    seconds = min(max(parameters.integer("timeout"), 0), LONGEST_POLL)
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        updates = bot.queue.take(offset, limit)
        left = deadline - asyncio.get_running_loop().time()
        if updates or left <= 0:
            return [update.json() for update in updates]
        news = asyncio.ensure_future(bot.queue.news())
        try:
            await asyncio.wait((news, ended), timeout=left, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        if ended.done():
            raise conflict(ended.result())


def set_webhook(call: Call) -> bool:
    parameters, bot = call.parameters, call.bot
    url, secret = parameters.text("url"), parameters.text("secret_token")
    if not url:
        return delete_webhook(call)
    if not _URL.fullmatch(url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _take_allowed(call)
    if parameters.flag("drop_pending_updates"):
        bot.queue.drop_pending()
    connections = parameters.integer("max_connections", USUAL_CONNECTIONS)
    bot.webhook = Webhook(url, secret, min(max(connections, 1), MOST_CONNECTIONS))
    _end_poll(bot, "terminated by setWebhook request")
    call.world.tell()
    return True


def delete_webhook(call: Call) -> bool:
    call.bot.webhook = Webhook()
    if call.parameters.flag("drop_pending_updates"):
        call.bot.queue.drop_pending()
    call.world.tell()
    return True


def get_webhook_info(call: Call) -> Json:
    webhook, queue = call.bot.webhook, call.bot.queue
    shown: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(queue.pending()),
    }
    if webhook.url:
        shown |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if webhook.last_error_at is not None:
        shown["last_error_date"] = int(webhook.last_error_at.timestamp())
        shown["last_error_message"] = webhook.last_error
    if queue.allowed:
        shown["allowed_updates"] = list(queue.allowed)
    return shown


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
