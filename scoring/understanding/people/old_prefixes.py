"""Vietnam's old 11-digit mobile numbers, turned into the 10-digit ones that replaced them."""

from __future__ import annotations

import re

# On 15 September 2018 the eleven-digit prefixes became ten-digit ones, network by network
# (Ministry of Information and Communications, decision 798/QĐ-BTTTT).
TODAY = {
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0126": "076",
    "0127": "081",
    "0128": "078",
    "0129": "082",
    "0162": "032",
    "0163": "033",
    "0164": "034",
    "0165": "035",
    "0166": "036",
    "0167": "037",
    "0168": "038",
    "0169": "039",
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
_OLD = re.compile(r"(?:\+?84|0)(1[2689]\d)(\d{7})")


def modern(number: str) -> str:
    """An old mobile number as it is dialled today, national form; any other as it stands."""
    digits = re.sub(r"[\s.()-]", "", number)
    found = _OLD.fullmatch(digits)
    if found is None or f"0{found[1]}" not in TODAY:
        return number
    return TODAY[f"0{found[1]}"] + found[2]
