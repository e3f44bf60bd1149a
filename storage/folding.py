"""Words as they are looked for: small letters without marks."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Chị Hoà Đỗ: chi hoa do."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())
