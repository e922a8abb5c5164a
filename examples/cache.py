"""A cache for coroutines: least recently used entries go first, and each key is computed once.

When many tasks ask for a missing key at the same time, one of them computes it and the others wait
for that result ("single flight"). A failure is handed to all that waited, and is not kept.
"""

import asyncio
import functools
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Awaitable, Callable


@dataclass
class Statistics:
    hits: int = 0
    misses: int = 0
    shared: int = 0
    evicted: int = 0


def cached(size: int) -> Callable:
    """Decorates an `async def` of hashable arguments with a cache of `size` results."""

    def decorate(function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        results: OrderedDict[tuple, Any] = OrderedDict()
        in_flight: dict[tuple, asyncio.Task] = {}
        statistics = Statistics()

        async def compute(key: tuple) -> Any:
            try:
                result = await function(*key)
            finally:
                del in_flight[key]
            results[key] = result
            if len(results) > size:
                results.popitem(last=False)
                statistics.evicted += 1
            return result

        @functools.wraps(function)
        async def wrapper(*key: Any) -> Any:
            if key in results:
                statistics.hits += 1
                results.move_to_end(key)
                return results[key]
            if key in in_flight:
                statistics.shared += 1
            else:
                statistics.misses += 1
                in_flight[key] = asyncio.create_task(compute(key))
            return await asyncio.shield(in_flight[key])

        wrapper.statistics = statistics
        wrapper.keys = lambda: list(results)
        return wrapper

    return decorate


@cached(size=3)
async def fetch(page: str) -> str:
    """Pretends to load a page."""
    print(f"  loading {page}")
    await asyncio.sleep(0.02)
    if page.startswith("missing"):
        raise LookupError(f"{page}: not found")
    return f"<{page}>"


async def main() -> None:
    print("ten tasks, one load:")
    pages = await asyncio.gather(*(fetch("home") for _ in range(10)))
    print(" ", set(pages), fetch.statistics)

    print("more pages than there is room for:")
    for page in ("about", "news", "home", "contact", "home", "about"):
        await fetch(page)
    print(" ", [key[0] for key in fetch.keys()], fetch.statistics)

    print("a failure reaches all who wait, and is tried again:")
    for _ in range(2):
        outcomes = await asyncio.gather(fetch("missing.html"), fetch("missing.html"),
                                        return_exceptions=True)
        print(" ", *(repr(outcome) for outcome in outcomes))

    print("an impatient caller does not spoil it for the others:")
    patient = asyncio.create_task(fetch("slow"))
    try:
        await asyncio.wait_for(fetch("slow"), timeout=0.001)
    except TimeoutError:
        print("  gave up")
    print(" ", await patient, fetch.__name__, "-", fetch.__doc__)


asyncio.run(main())
