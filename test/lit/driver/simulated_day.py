"""24 hours of timers, in simulated time: each fires once, when it should, and memory stays flat. CPython agrees."""
# UNSUPPORTED: sanitize
# RUN: cc -shared -fPIC -O1 -D_GNU_SOURCE -o %t.so %S/../../../tools/simulated_time.c
# RUN: %pyasyncc %s -o %t
# RUN: env LD_PRELOAD=%t.so %t | FileCheck %s
# RUN: env LD_PRELOAD=%t.so %python %s | FileCheck %s
import asyncio

HOURS = 24


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


async def beat(period, until, beats):
    loop = asyncio.get_running_loop()
    due = loop.time()
    while due < until:
        due += period
        await asyncio.sleep(due - loop.time())
        assert 0 <= loop.time() - due < 1, (loop.time(), due)
        beats[period] = beats.get(period, 0) + 1


async def give_up(until):
    """Timeouts that nearly always end early, which is what timers are mostly for."""
    loop = asyncio.get_running_loop()
    count = 0
    while loop.time() < until:
        try:
            async with asyncio.timeout(600):
                await asyncio.sleep(30 if count % 100 else 3600)
        except TimeoutError:
            pass
        count += 1
    return count


async def main():
    loop = asyncio.get_running_loop()
    until = loop.time() + HOURS * 3600
    beats = {}
    memory = []
    loop.call_later(HOURS * 1800, lambda: memory.append(resident()))
    counts = await asyncio.gather(*(beat(period, until, beats) for period in (8, 60, 3600)),
                                  *(give_up(until) for _ in range(10)))
    print("beats:", beats)
    print("given up:", sum(counts[3:]))
    print("memory flat:", resident() - memory[0] < 1_000_000)


asyncio.run(main())
# CHECK: beats: {8: 10800, 60: 1440, 3600: 24}
# CHECK: given up: {{[0-9]+}}
# CHECK: memory flat: True
