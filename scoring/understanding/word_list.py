"""Word lists written as running text, phrases parted by commas."""

from __future__ import annotations

from scoring.understanding.text import canonical, fold


def listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in words.split(",") if word.strip())


def spellings(words: str) -> frozenset[str]:
    """Every word as it is spelled with marks, and without: what a token's word may be."""
    return frozenset(canonical(word) for word in listed(words)) | frozenset(
        fold(word) for word in listed(words)
    )
