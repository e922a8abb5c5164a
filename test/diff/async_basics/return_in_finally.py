"""return, break and continue leave try and with blocks in coroutines through their finally."""
import asyncio


async def override():
    try:
        return "from try"
    finally:
        await asyncio.sleep(0)
        return "from finally"


async def swallow():
    try:
        raise ValueError("lost")
    finally:
        await asyncio.sleep(0)
        return "swallowed"


async def value_before_finally():
    value = 1
    try:
        return value
    finally:
        value = 2
        await asyncio.sleep(0)
        print("  value is now", value)


async def loops(log):
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            await asyncio.sleep(0)
            log.append(f"body {i}")
        finally:
            await asyncio.sleep(0)
            log.append(f"finally {i}")
    else:
        log.append("else")
    return log


async def nested():
    try:
        try:
            return "inner"
        finally:
            await asyncio.sleep(0)
            print("  inner finally")
    finally:
        print("  outer finally")


async def main():
    print(await override(), await swallow(), await value_before_finally())
    print(await loops([]))
    print(await nested())


asyncio.run(main())
