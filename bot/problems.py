"""What we answer when we cannot do what was asked: RFC 9457, a sentence that helps."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from fastapi.exceptions import RequestValidationError

RETRY_AFTER = {"Retry-After": "5"}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(
        {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail,
        },
        status_code=status,
        headers=headers,
        media_type="application/problem+json",
    )


async def on_http_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, error.detail, error.headers)


async def on_bad_request(_: Request, error: Exception) -> JSONResponse:
    """Name the field and the rule; never repeat what was sent, it may be personal."""
    found = cast("RequestValidationError", error).errors()
    faults = (
        f"{'.'.join(str(part) for part in fault['loc'][1:]) or 'body'}: {fault['msg']}"
        for fault in found
    )
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(faults))


async def on_not_stored(_: Request, __: Exception) -> JSONResponse:
    """Whoever sent it keeps it and sends it again; the operator reads the reason in /readyz."""
    return problem(
        HTTPStatus.SERVICE_UNAVAILABLE, "Nothing was stored. Send it again.", RETRY_AFTER
    )
