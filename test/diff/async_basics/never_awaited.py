"""A coroutine that is dropped without being awaited warns; the program goes on."""
import asyncio
import warnings

seen = []


def remember(message, category, filename, lineno, file=None, line=None):
    seen.append((category.__name__, str(message)))


warnings.showwarning = remember
warnings.simplefilter("always")


async def forgotten():
    print("never printed")


class Service:
    async def start(self):
        print("never printed either")


async def main():
    forgotten()
    Service().start()
    coro = forgotten()
    del coro
    kept = forgotten()
    await asyncio.sleep(0)
    kept.close()
    for entry in seen:
        print(*entry)


asyncio.run(main())
print(len(seen))
