"""A token bucket and a retrying client over a flaky service, all on the loop's own order."""
import asyncio


class Flaky:
    def __init__(self, failures):
        self.failures = failures
        self.calls = 0
        self.active = self.peak = 0

    async def call(self, n):
        self.calls += 1
        self.active += 1
        self.peak = max(self.peak, self.active)
        try:
            await asyncio.sleep(0)
            if self.failures.get(n, 0) > 0:
                self.failures[n] -= 1
                raise ConnectionError(f"call {n} dropped")
            return n * n
        finally:
            self.active -= 1


async def retry(function, *args, attempts=3):
    for attempt in range(1, attempts + 1):
        try:
            return await function(*args)
        except ConnectionError as error:
            print(f"  attempt {attempt}: {error}")
            if attempt == attempts:
                raise
            await asyncio.sleep(0)


async def limited(semaphore, function, *args):
    async with semaphore:
        return await retry(function, *args)


async def main():
    service = Flaky({2: 1, 4: 2, 5: 9})
    semaphore = asyncio.Semaphore(3)
    jobs = [limited(semaphore, service.call, n) for n in range(8)]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    for n, result in enumerate(results):
        print(n, repr(result))
    print("calls", service.calls, "peak", service.peak)
    try:
        async with asyncio.timeout(0.05):
            await limited(asyncio.Semaphore(0), service.call, 1)
    except TimeoutError:
        print("timed out waiting for a permit")


asyncio.run(main())
