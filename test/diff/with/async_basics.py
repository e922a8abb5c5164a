"""async with: enter and exit may suspend; the exit runs on every path and may suppress."""
import asyncio


class Connection:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("  open", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("  close", self.name, kind and kind.__name__, value)
        return self.suppress

    async def query(self, text):
        await asyncio.sleep(0)
        return f"{self.name}: {text}"


async def leave(how):
    for i in range(2):
        async with Connection(f"{how}{i}") as connection:
            if how == "return":
                return await connection.query("returned")
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


async def nested():
    async with Connection("a") as a, Connection("b") as b:
        print(await a.query("x"), await b.query("y"))
        async with Connection("c", suppress=True):
            raise ValueError("stopped by c")
        print("went on")
        raise KeyError("through b and a")


async def main():
    async with Connection("plain") as connection:
        print(await connection.query("1 + 1"))
    print(await leave("return"), await leave("break"), await leave("continue"))
    try:
        await nested()
    except KeyError as error:
        print("KeyError:", error)
    async with (Connection("p"), Connection("q") as q):
        print(q.name)
    await asyncio.gather(leave("x"), leave("return"))


asyncio.run(main())
