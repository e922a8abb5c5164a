"""Lock hands over in the order of arrival, one hop after each release."""
import asyncio

log = []

async def worker(name, lock, rounds, pause):
    for i in range(rounds):
        log.append(f"{name}{i} asks")
        async with lock:
            log.append(f"{name}{i} has")
            for _ in range(pause):
                await asyncio.sleep(0)
            log.append(f"{name}{i} done")
        log.append(f"{name}{i} left")

async def ticker(count):
    for i in range(count):
        log.append(f"tick{i}")
        await asyncio.sleep(0)

async def main():
    lock = asyncio.Lock()
    print(lock.locked())
    await asyncio.gather(worker("a", lock, 3, 1), worker("b", lock, 2, 0),
                         worker("c", lock, 2, 2), ticker(12))
    print(lock.locked())
    for line in log:
        print(line)

asyncio.run(main())
