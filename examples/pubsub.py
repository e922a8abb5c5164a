"""A publish/subscribe broker in one process, with topic patterns and slow consumers.

`+` in a pattern stands for one level of a topic, `#` for all that follow, as in MQTT. Each
subscription has a queue of its own; when a slow consumer lets it fill up, the oldest message is
dropped and counted.
"""

import asyncio
from collections import deque
from contextlib import contextmanager
from typing import AsyncIterator, Iterator, NamedTuple


class Message(NamedTuple):
    topic: str
    payload: object


def matches(pattern: str, topic: str) -> bool:
    wanted, levels = pattern.split("/"), topic.split("/")
    for position, level in enumerate(wanted):
        if level == "#":
            return True
        if position >= len(levels) or level not in ("+", levels[position]):
            return False
    return len(wanted) == len(levels)


class Subscription:
    """The messages of one subscriber; iterate over it with `async for`."""

    def __init__(self, pattern: str, capacity: int):
        self.pattern = pattern
        self.dropped = 0
        self._messages: deque[Message] = deque(maxlen=capacity)
        self._arrived = asyncio.Event()
        self._closed = False

    def deliver(self, message: Message) -> None:
        if len(self._messages) == self._messages.maxlen:
            self.dropped += 1
        self._messages.append(message)
        self._arrived.set()

    def close(self) -> None:
        self._closed = True
        self._arrived.set()

    def __aiter__(self) -> AsyncIterator[Message]:
        return self

    async def __anext__(self) -> Message:
        while not self._messages:
            if self._closed:
                raise StopAsyncIteration
            self._arrived.clear()
            await self._arrived.wait()
        return self._messages.popleft()


class Broker:
    def __init__(self) -> None:
        self._subscriptions: list[Subscription] = []
        self.published = 0

    @contextmanager
    def subscribe(self, pattern: str, capacity: int = 100) -> Iterator[Subscription]:
        subscription = Subscription(pattern, capacity)
        self._subscriptions.append(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.remove(subscription)

    def publish(self, topic: str, payload: object) -> int:
        """Hands the message to all whose pattern matches; returns how many there were."""
        self.published += 1
        takers = [s for s in self._subscriptions if matches(s.pattern, topic)]
        for subscription in takers:
            subscription.deliver(Message(topic, payload))
        return len(takers)

    def close(self) -> None:
        for subscription in self._subscriptions:
            subscription.close()

    def __len__(self) -> int:
        return len(self._subscriptions)


async def listen(broker: Broker, name: str, pattern: str, capacity: int, pauses: int) -> str:
    received = 0
    with broker.subscribe(pattern, capacity) as subscription:
        async for topic, payload in subscription:
            received += 1
            print(f"  {name:<8} {topic} = {payload}")
            for _ in range(pauses):
                await asyncio.sleep(0)
    return f"{name}: {received} received, {subscription.dropped} dropped"


async def sensor(broker: Broker, room: str, values: list[float]) -> None:
    for value in values:
        takers = broker.publish(f"home/{room}/temperature", value)
        print(f"{room} publishes {value} to {takers}")
        await asyncio.sleep(0)
    broker.publish(f"home/{room}/status", "off")


async def main() -> None:
    broker = Broker()
    listeners = [
        asyncio.create_task(listen(broker, "all", "home/#", 100, 0)),
        asyncio.create_task(listen(broker, "kitchen", "home/kitchen/+", 100, 1)),
        asyncio.create_task(listen(broker, "slow", "home/+/temperature", 2, 5)),
        asyncio.create_task(listen(broker, "status", "+/+/status", 10, 0)),
        asyncio.create_task(listen(broker, "nobody", "garden/#", 10, 0)),
    ]
    await asyncio.sleep(0)
    print("subscriptions:", len(broker))
    await asyncio.gather(
        sensor(broker, "kitchen", [19.5, 20.0, 20.5, 21.0]),
        sensor(broker, "attic", [11.0, 10.5, 10.0]),
        sensor(broker, "cellar", [8.0]),
    )
    broker.close()
    for summary in await asyncio.gather(*listeners):
        print(summary)
    print("published:", broker.published, "subscriptions left:", len(broker))


asyncio.run(main())
