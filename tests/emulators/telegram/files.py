"""Files that bots and people sent, by file id."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.emulators.telegram.errors import ApiError, bad_request
from tests.emulators.telegram.parameters import Parameters, Upload

MEGABYTE = 1024 * 1024
LARGEST_UPLOAD = 50 * MEGABYTE
LARGEST_PHOTO = 10 * MEGABYTE
LARGEST_DOWNLOAD = 20 * MEGABYTE
_FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents"}
_PNG = b"\x89PNG\r\n\x1a\n"
_IMAGES = (_PNG, b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: str
    unique_id: str
    kind: str
    name: str
    content_type: str
    body: bytes
    path: str
    claimed_size: int | None = None  # a file too large to keep for real

    @property
    def size(self) -> int:
        return len(self.body) if self.claimed_size is None else self.claimed_size

    def ids(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """Every file of one server. An id is a name for the bytes, as with the real one."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload, claimed_size: int | None = None) -> StoredFile:
        number = len(self._by_id) + 1
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        folder = _FOLDERS.get(kind, kind + "s")
        file = StoredFile(
            id=f"AgACAgUAAxkBAAI{number:06d}emulated",
            unique_id=f"AQAD{number:06d}",
            kind=kind,
            name=upload.name,
            content_type=upload.content_type,
            body=upload.body,
            path=f"{folder}/file_{number}.{suffix}",
            claimed_size=claimed_size,
        )
        self._by_id[file.id] = file
        return file

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.path == path), None)

    def sent_as(self, kind: str, source: str, parameters: Parameters) -> StoredFile:
        """The file a call means: an upload, `attach://name`, or the id of an earlier one."""
        name = source.removeprefix("attach://") if source.startswith("attach://") else kind
        upload = parameters.uploads.get(name)
        if upload is not None:
            return self._new(kind, upload)
        if source.startswith("attach://") or not source:
            raise bad_request(f"there is no {kind} in the request")
        if source.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        found = self.by_id(source)
        if found is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if found.kind != kind:
            raise bad_request(f"can't use file of type {found.kind.title()} as {kind.title()}")
        return found

    def _new(self, kind: str, upload: Upload) -> StoredFile:
        if not upload.body:
            raise bad_request("file must be non-empty")
        if len(upload.body) > LARGEST_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo":
            if len(upload.body) > LARGEST_PHOTO:
                raise bad_request("file is too big")
            if not upload.body.startswith(_IMAGES):
                raise bad_request("IMAGE_PROCESS_FAILED")
        return self.keep(kind, upload)


def photo(file: StoredFile) -> Json:
    width, height = 90, 90
    if file.body.startswith(_PNG) and len(file.body) >= 24:
        width, height = struct.unpack(">II", file.body[16:24])
    return {"photo": [{**file.ids(), "width": width, "height": height}]}


def document(file: StoredFile) -> Json:
    return {"document": {**file.ids(), "file_name": file.name, "mime_type": file.content_type}}


def voice(file: StoredFile) -> Json:
    return {"voice": {**file.ids(), "duration": 3, "mime_type": "audio/ogg"}}


def sticker(file: StoredFile) -> Json:
    look = {"type": "regular", "width": 512, "height": 512, "is_animated": False}
    return {"sticker": {**file.ids(), **look, "is_video": False, "emoji": "👍"}}


SHOWN: dict[str, Callable[[StoredFile], Json]] = {
    "photo": photo,
    "document": document,
    "voice": voice,
    "sticker": sticker,
}
