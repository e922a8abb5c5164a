"""Submodules of asyncio and the names that they have."""
import asyncio
import asyncio.streams
import asyncio.queues as queues
from asyncio import subprocess as sub
from asyncio.exceptions import IncompleteReadError, LimitOverrunError
from asyncio.events import AbstractEventLoop, get_running_loop
from asyncio.futures import Future
from asyncio.locks import Lock
from asyncio.protocols import BufferedProtocol, DatagramProtocol, Protocol
from asyncio.subprocess import DEVNULL, PIPE, STDOUT
from asyncio.tasks import Task, create_task, gather
from asyncio.transports import DatagramTransport, Transport

print(PIPE, STDOUT, DEVNULL, sub.PIPE, asyncio.subprocess.PIPE)
print(asyncio.streams.StreamReader is asyncio.StreamReader)
print(queues.Queue is asyncio.Queue, asyncio.tasks.Task is Task, Task is asyncio.Task)
print(Future is asyncio.Future, Lock is asyncio.Lock)
print(issubclass(BufferedProtocol, asyncio.BaseProtocol), issubclass(Transport, asyncio.BaseTransport))
print(DatagramTransport.__mro__[1].__name__, DatagramProtocol.__module__, Protocol.__qualname__)
print(isinstance(IncompleteReadError(b'x', 3), EOFError), LimitOverrunError('m', 4).consumed)


async def main():
    loop = get_running_loop()
    print(isinstance(loop, AbstractEventLoop))
    print(await gather(create_task(asyncio.tasks.sleep(0, 'slept'))))

asyncio.run(main())
