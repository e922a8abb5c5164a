"""A supervisor that restarts services which crash, and shuts all of them down in order.

A service that crashes is started again after a pause that doubles each time, until it has used
up its restarts; then the supervisor stops the others and reports the failure as a group.
"""

import asyncio
import functools
from dataclasses import dataclass, field
from enum import Enum
from typing import Awaitable, Callable


class State(Enum):
    STARTING = "starting"
    RUNNING = "running"
    CRASHED = "crashed"
    FAILED = "failed"
    STOPPED = "stopped"
    FINISHED = "finished"


class ServiceFailed(Exception):
    """A service crashed too often."""


@dataclass
class Service:
    name: str
    main: Callable[["Service"], Awaitable[None]]
    restarts: int = 3
    starts: int = 0
    state: State = State.STARTING
    log: list[str] = field(default_factory=list)

    def enter(self, state: State, note: str = "") -> None:
        self.state = state
        self.log.append(f"{state.value}{': ' + note if note else ''}")


async def supervise(service: Service) -> None:
    pause = 0.005
    while True:
        service.starts += 1
        service.enter(State.RUNNING, f"start {service.starts}")
        try:
            await service.main(service)
        except asyncio.CancelledError:
            service.enter(State.STOPPED)
            raise
        except Exception as error:
            service.enter(State.CRASHED, f"{type(error).__name__}: {error}")
            if service.starts > service.restarts:
                service.enter(State.FAILED)
                raise ServiceFailed(service.name) from error
        else:
            service.enter(State.FINISHED)
            return
        await asyncio.sleep(pause)
        pause *= 2


async def steady(service: Service) -> None:
    """Runs until it is told to stop, and cleans up after itself."""
    try:
        await asyncio.Event().wait()
    finally:
        await asyncio.sleep(0)
        service.log.append("flushed")


async def shaky(service: Service, good_at: int) -> None:
    await asyncio.sleep(0)
    if service.starts < good_at:
        raise ConnectionError(f"attempt {service.starts} refused")


async def doomed(service: Service) -> None:
    settings = {"port": 80}
    await asyncio.sleep(0.001)
    print("host is", settings["host"])


async def main() -> None:
    services = [
        Service("steady", steady),
        Service("shaky", functools.partial(shaky, good_at=3)),
        Service("doomed", doomed, restarts=4),
    ]
    try:
        async with asyncio.TaskGroup() as group:
            for service in services:
                group.create_task(supervise(service), name=service.name)
    except* ServiceFailed as failures:
        print(failures.message)
        for failure in failures.exceptions:
            print(f"  {failure} failed because of {failure.__cause__!r}")
    for service in services:
        print(f"{service.name} is {service.state.name.lower()}")
        for line in service.log:
            print("   ", line)


asyncio.run(main())
