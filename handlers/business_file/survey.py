"""The section `survey`: what may be asked besides, of whoever likes to answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handlers.business_file.values import Id, Label, Part, Sentences


class SurveyQuestion(Part):
    """Answered by a choice or in free words; nothing of it is scored."""

    id: Id
    ask: Sentences
    options: Annotated[tuple[Label, ...], Field(max_length=6)] = ()
