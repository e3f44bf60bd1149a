"""The pictures and documents beside the business file that it names, and no other file."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, HTTPException
from starlette.responses import FileResponse

from handlers.business import Business


class EnclosedFiles:
    """Answers only for what the business file in force names: its folder holds more than that."""

    def __init__(self, business: Business, folder: Path | None) -> None:
        self._folder = folder
        self.works_by(business)

    def works_by(self, business: Business) -> None:
        """The company as it is from now on."""
        self._names = business.enclosed_files

    def find(self, name: str) -> Path | None:
        if self._folder is None or name not in self._names:
            return None
        file = self._folder / name
        return file if file.is_file() else None


def enclosed_routes(files: EnclosedFiles) -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    @routes.get("/enclosed/{name:path}")
    async def enclosed(name: str) -> FileResponse:
        file = files.find(name)
        if file is None:
            raise HTTPException(404, "There is no such file.")
        return FileResponse(file)

    return routes
