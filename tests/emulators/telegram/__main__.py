"""python -m tests.emulators.telegram [PORT]: the emulator by itself, driven over /control/."""

import asyncio
import sys

from tests.emulators.telegram.emulator import Emulator


async def serve(port: int) -> None:
    async with Emulator(port=port) as emulator:
        bot = emulator.bot()
        print(f"{emulator.url} {bot.token}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
