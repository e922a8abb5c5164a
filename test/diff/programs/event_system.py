"""A publish/subscribe bus with sync and async handlers, priorities, once, and wildcard topics."""
import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
        self.history = []

    def on(self, topic, *, priority=0, once=False):
        def register(function):
            self.handlers[topic].append((-priority, len(self.history), once, function))
            self.handlers[topic].sort(key=lambda entry: entry[:2])
            return function
        return register

    def matching(self, topic):
        for pattern, entries in list(self.handlers.items()):
            if pattern == topic or pattern.endswith("*") and topic.startswith(pattern[:-1]):
                for entry in list(entries):
                    if entry[2]:
                        entries.remove(entry)
                    yield entry[3]

    async def emit(self, topic, **data):
        self.history.append(topic)
        results = []
        for function in self.matching(topic):
            result = function(**data)
            if asyncio.iscoroutine(result):
                result = await result
            results.append(result)
        return results


bus = Bus()


@bus.on("user.created", priority=1)
def log(**data):
    return f"log {sorted(data)}"


@bus.on("user.created")
async def welcome(name, **_):
    await asyncio.sleep(0)
    return f"welcome {name}"


@bus.on("user.*", once=True)
async def first_only(name="?", **_):
    return f"first {name}"


@bus.on("user.deleted")
def broken(name):
    raise LookupError(f"no user {name}")


async def main():
    print(await bus.emit("user.created", name="ann", age=3))
    print(await bus.emit("user.created", name="bob"))
    print(await bus.emit("nothing"))
    try:
        await bus.emit("user.deleted", name="cyd")
    except LookupError as error:
        print("LookupError:", error)
    results = await asyncio.gather(*(bus.emit("user.created", name=n) for n in "xyz"))
    print(*results, sep="\n")
    print(bus.history)


asyncio.run(main())
