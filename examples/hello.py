"""The smallest asyncio program: coroutines that sleep, are gathered and print."""

import asyncio


async def greet(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    print(f"hello, {name}")
    return name.upper()


async def main() -> None:
    names = await asyncio.gather(greet("world", 0.04), greet("asyncio", 0.02), greet("wasm", 0))
    print("greeted:", ", ".join(names))


asyncio.run(main())
