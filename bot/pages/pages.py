"""Pages from templates, each in the language that was asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
FIRST_LANGUAGE = "vi"


class Pages:
    """Every page knows the company, its time zone and the words of the page's language."""

    def __init__(self, company: str, timezone: str) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self._company = company
        self._timezone = timezone

    def render(
        self,
        request: Request,
        template: str,
        headers: dict[str, str] | None = None,
    ) -> HTMLResponse:
        asked = request.query_params.get("lang", "")
        lang = asked if asked in LANGUAGES else FIRST_LANGUAGE
        html = self._templates.get_template(template).render(
            lang=lang,
            languages=LANGUAGES,
            words=words(lang),
            words_of_scripts=_words_of_scripts(lang, template),
            company=self._company,
            timezone=self._timezone,
        )
        return HTMLResponse(html, headers={"Cache-Control": "no-cache", **(headers or {})})


# What the world sees: the words of the demo and of the team's page are no visitor's business.
_FOR_VISITORS = {"front.html": (), "widget.html": ("chat", "file", "widget")}


def _words_of_scripts(lang: str, template: str) -> dict[str, Any]:
    """What a page's scripts may say."""
    all_ = words(lang)
    return {part: all_[part] for part in _FOR_VISITORS.get(template, all_)}


@cache
def words(lang: str) -> dict[str, Any]:
    """Every word a page shows, by key."""
    return tomllib.loads((HERE / "locales" / f"{lang}.toml").read_text("utf-8"))
