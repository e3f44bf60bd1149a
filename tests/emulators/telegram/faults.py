"""Bad days on order: what goes wrong with the next calls of a method."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Trouble(StrEnum):
    TOO_MANY_REQUESTS = "too_many_requests"  # 429, this call only, `seconds` to wait
    FLOOD = "flood"  # 429, and everything of this bot for `seconds`
    SERVER_ERROR = "server_error"  # 500, not accepted
    BAD_GATEWAY = "bad_gateway"  # 502 with a page instead of JSON, not accepted
    DROPPED = "dropped"  # the connection is cut, not accepted
    GATEWAY_REFUSES = "gateway_refuses"  # 403 with a page of somebody else's, not accepted
    CUT_OFF = "cut_off"  # accepted, half of the answer is shown
    ANSWER_LOST = "answer_lost"  # accepted, then the connection is cut
    SLOW = "slow"  # accepted, answered after `seconds`
    REFUSED = "refused"  # `code` and `description` in the server's own form


@dataclass(slots=True)
class Fault:
    """One order. `method` and `chat_id` say whom it meets, `times` how often."""

    trouble: Trouble
    method: str = ""
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1
    code: int = 400
    description: str = "Bad Request"
    parameters: dict[str, Any] = field(default_factory=dict)

    def meets(self, method: str, chat_id: int) -> bool:
        return self.method.lower() in ("", method.lower()) and self.chat_id in (None, chat_id)


@dataclass(slots=True)
class Faults:
    _ordered: list[Fault] = field(default_factory=list)

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def clear(self) -> None:
        self._ordered.clear()

    def take(self, method: str, chat_id: int) -> Fault | None:
        for fault in self._ordered:
            if fault.meets(method, chat_id):
                fault.times -= 1
                if fault.times == 0:
                    self._ordered.remove(fault)
                return fault
        return None
