"""Async methods of every kind: instance, class, static, inherited through super, abstract."""
import asyncio
from abc import ABC, abstractmethod


class Store(ABC):
    instances = 0

    def __init__(self, name):
        self.name = name
        type(self).instances += 1

    @abstractmethod
    async def load(self, key):
        ...

    async def load_many(self, *keys):
        return [await self.load(key) for key in keys]

    @classmethod
    async def open(cls, name):
        await asyncio.sleep(0)
        return cls(name)

    @staticmethod
    async def normalise(key):
        return key.strip().lower()


class MemoryStore(Store):
    def __init__(self, name):
        super().__init__(name)
        self.data = {"a": 1, "b": 2}

    async def load(self, key):
        await asyncio.sleep(0)
        return self.data.get(await self.normalise(key))

    async def load_many(self, *keys):
        found = await super().load_many(*keys)
        return dict(zip(keys, found))


class Loud(MemoryStore):
    async def load(self, key):
        value = await super().load(key)
        return f"{value}!"

    async def __call__(self, key):
        return await self.load(key)


async def main():
    store = await MemoryStore.open("memory")
    print(store.name, await store.load(" A "), await store.load_many("a", "B", "c"))
    loud = await Loud.open("loud")
    print(await loud.load_many("a", "b"), await loud("B"))
    print(MemoryStore.instances, Loud.instances, Store.instances)
    method = loud.load
    print(await method("a"), await MemoryStore.load(loud, "a"))
    try:
        Store("no")
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
