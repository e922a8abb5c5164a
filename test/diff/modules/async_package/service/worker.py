import asyncio

from . import registry


class Worker:
    def __init__(self, name, steps):
        self.name = name
        self.steps = steps
        registry.add(self)

    async def run(self):
        for step in range(self.steps):
            print(f"{self.name} step {step}")
            await asyncio.sleep(0)
        return self.name * self.steps
