"""What a file is by its bytes, never by its name; what is not known here is not taken."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from handlers.channel import clean_name


@dataclass(frozen=True, slots=True)
class FileType:
    media_type: str
    suffix: str
    kind: str  # as in `IncomingMessage.attachment`


UNKNOWN = FileType("application/octet-stream", "bin", "document")
_OFFICE = "application/vnd.openxmlformats-officedocument."
# By the folder in which an office document keeps what is in it.
_DOCUMENTS = {
    "word/": FileType(f"{_OFFICE}wordprocessingml.document", "docx", "document"),
    "xl/": FileType(f"{_OFFICE}spreadsheetml.sheet", "xlsx", "document"),
    "ppt/": FileType(f"{_OFFICE}presentationml.presentation", "pptx", "document"),
}
# (offset, bytes) that all stand in the file, and what it is then.
_MARKS: tuple[tuple[tuple[tuple[int, bytes], ...], FileType], ...] = (
    (((0, b"\xff\xd8\xff"),), FileType("image/jpeg", "jpg", "photo")),
    (((0, b"\x89PNG\r\n\x1a\n"),), FileType("image/png", "png", "photo")),
    (((0, b"RIFF"), (8, b"WEBP")), FileType("image/webp", "webp", "photo")),
    (((0, b"GIF87a"),), FileType("image/gif", "gif", "animation")),
    (((0, b"GIF89a"),), FileType("image/gif", "gif", "animation")),
    (((4, b"ftypheic"),), FileType("image/heic", "heic", "document")),
    (((4, b"ftypmif1"),), FileType("image/heic", "heic", "document")),
    (((4, b"ftypM4A "),), FileType("audio/mp4", "m4a", "audio")),
    (((4, b"ftypqt  "),), FileType("video/quicktime", "mov", "video")),
    (((4, b"ftyp"),), FileType("video/mp4", "mp4", "video")),
    (((0, b"OggS"),), FileType("audio/ogg", "ogg", "voice")),
    (((0, b"ID3"),), FileType("audio/mpeg", "mp3", "audio")),
    (((0, b"\xff\xfb"),), FileType("audio/mpeg", "mp3", "audio")),
    (((0, b"RIFF"), (8, b"WAVE")), FileType("audio/wav", "wav", "document")),
    (((0, b"\x1aE\xdf\xa3"),), FileType("video/webm", "webm", "document")),
    (((0, b"%PDF-"),), FileType("application/pdf", "pdf", "document")),
)
_ZIP = b"PK\x03\x04"
_LONGEST_STEM = 48
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f.]+')


def sniffed(content: bytes) -> FileType | None:
    """What the bytes say; None for anything that is not on the list (HTML, SVG, programs, …)."""
    for marks, found in _MARKS:
        if all(content[at : at + len(mark)] == mark for at, mark in marks):
            return found
    return _office(content) if content.startswith(_ZIP) else None


def _office(content: bytes) -> FileType | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None  # it carries a program
    folders = (folder for folder in _DOCUMENTS if any(name.startswith(folder) for name in names))
    return next((_DOCUMENTS[folder] for folder in folders), None)


def file_name(given: str, found: FileType) -> str:
    """A name without a path, with the ending of what the file is."""
    stem = PurePosixPath(given.replace("\\", "/")).name
    if found is not UNKNOWN:
        stem = stem.rpartition(".")[0] or stem
        suffix = found.suffix
    else:
        stem, _, suffix = stem.rpartition(".")
        suffix = suffix if suffix.isascii() and suffix.isalnum() and len(suffix) <= 5 else "bin"
    plain = clean_name(_NOT_IN_A_NAME.sub("_", stem)).strip("_ ")[:_LONGEST_STEM]
    return f"{plain or found.kind}.{suffix}"
