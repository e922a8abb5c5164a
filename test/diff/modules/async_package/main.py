"""A program of several files: a service package with async functions, shared state, one entry."""
import asyncio

from service import Worker, registry
from service.pool import Pool, run_all


async def main():
    async with Pool(2) as pool:
        results = await run_all(pool, [Worker("a", 2), Worker("b", 1), Worker("c", 3)])
    print(results)
    print(registry.names())


if __name__ == "__main__":
    asyncio.run(main())
else:
    print("imported, not run")
