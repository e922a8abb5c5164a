"""C2: how late sleeps of 1 to 10 milliseconds end; prints the median in nanoseconds."""

import asyncio
import sys
import time


async def main():
    count = int(sys.argv[1]) // 100 if len(sys.argv) > 1 else 300
    late = []
    for number in range(count):
        delay = (number % 10 + 1) / 1000
        start = time.perf_counter()
        await asyncio.sleep(delay)
        late.append(time.perf_counter() - start - delay)
    late.sort()
    print(late[len(late) // 2] * 1e9)


asyncio.run(main())
