"""The process that draws: a specification a line comes in, a picture's length and bytes go out.

Run as a module by `bot.pictures.painter`. It ends when nobody speaks to it any more, so it cannot
outlive a program that was killed.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
LENGTH_BYTES = 4
# Nobody waits for a picture as a prospect waits for an answer.
_NICENESS = 10


def work() -> None:
    """Answer each line of standard input; a length of 0 says that this one cannot be drawn."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # Here, not above: it takes a hundred megabytes, which are for this process alone.
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    answers = sys.stdout.buffer
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            picture = vl_convert.vegalite_to_png(asked["drawing"], scale=asked["scale"])
        except ValueError:
            picture = b""
        answers.write(len(picture).to_bytes(LENGTH_BYTES, "big") + picture)
        answers.flush()


if __name__ == "__main__":
    work()
