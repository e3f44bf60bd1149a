"""The section `offers`: what is sold, for how much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from handlers import buttons
from handlers.business_file.contradiction import Contradiction
from handlers.business_file.values import Dong, Id, Part, Sentences, in_both


class Price(Part):
    """Whole dong; `per` is what it is for: "cửa hàng/tháng"."""

    lowest: Annotated[Dong, Field(alias="from", ge=0)]
    highest: Annotated[Dong, Field(alias="to", ge=0)]
    per: (
        Annotated[Sentences, BeforeValidator(in_both, json_schema_input_type=Sentences | str)]
        | None
    ) = None

    def unit(self, language: str) -> str:
        return self.per.of(language) if self.per else ""


class Offer(Part):
    id: Id
    name: Sentences
    price: Price


def contradictions(offers: tuple[Offer, ...]) -> Iterator[Contradiction]:
    """An id too long for a button, a price the wrong way round."""
    for place, offer in enumerate(offers):
        too_long = buttons.too_long("offer", offer.id)
        if too_long:
            yield Contradiction(("offers", place, "id"), "button", too_long)
        if offer.price.lowest > offer.price.highest:
            yield Contradiction(("offers", place, "price"), "price_turned")
