"""async for with else, break, continue, return, nested loops and every target form."""
import asyncio


async def items(*values):
    for value in values:
        await asyncio.sleep(0)
        yield value


async def find(wanted):
    async for value in items(1, 2, 3, 4):
        if value % 2:
            continue
        print("  looking at", value)
        if value == wanted:
            break
    else:
        return "not found"
    return f"found {value}"


async def first(source):
    async for value in source:
        return value


async def nested():
    grid = []
    async for row in items("ab", "cd", "ef"):
        async for column in items(1, 2, 3):
            if column == 2:
                continue
            if row == "cd":
                break
            grid.append(f"{row}{column}")
    return grid


class Target:
    pass


async def main():
    print(await find(4), "|", await find(5), "|", await first(items("x", "y")), await first(items()))
    print(await nested())
    target, data = Target(), {}
    async for target.value in items(1, 2):
        pass
    async for data["k"], *data["rest"] in items((1, 2, 3), "abc"):
        print(data)
    print(target.value)
    async for a, (b, c) in items((1, (2, 3)), "x" and ("x", "yz")):
        print(a, b, c)
    try:
        async for a, b in items((1, 2, 3)):
            pass
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
