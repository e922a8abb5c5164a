"""Sleepers wake by deadline, equal ones in the order in which they went to sleep."""
import asyncio


async def sleeper(name, delay, log):
    log.append(f"{name} sleeps")
    result = await asyncio.sleep(delay, result=name.upper())
    log.append(f"{name} woke with {result}")


async def main():
    log = []
    await asyncio.gather(
        sleeper("slow", 0.06, log),
        sleeper("quick", 0.02, log),
        sleeper("zero", 0, log),
        sleeper("middle", 0.04, log),
        sleeper("negative", -1, log),
    )
    print(*log, sep="\n")
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(0.03)
    print(loop.time() - before >= 0.03, loop.time() - before < 2)


asyncio.run(main())
