"""A SubprocessProtocol: what it is told about the child. Whether the end of the child or that of its pipes is seen first
is a race, in CPython too (a thread waits for the child): the order of these is not shown, but that the connection is
lost after all of them."""
# difftest: no-wasi (WASI has no processes)
import asyncio
import sys


class Child(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done = done
        self.output = {1: b'', 2: b''}
        self.told = []

    def connection_made(self, transport):
        self.transport = transport
        print('made', transport.get_pid() > 0, transport.get_returncode())

    def pipe_data_received(self, fd, data):
        self.output[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.told.append(('pipe lost', fd, exc))

    def process_exited(self):
        self.told.append(('exited', self.transport.get_returncode()))

    def connection_lost(self, exc):
        print(sorted(self.told, key=str), 'lost', exc)
        self.done.set_result(self.output)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Child(done), 'sh', '-c',
                                                     'cat; echo error >&2')
    stdin = transport.get_pipe_transport(0)
    stdin.write(b'to the child')
    stdin.close()
    print(await done)
    print(transport.get_returncode())
    transport.close()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_shell(lambda: Child(done), 'exit 7', stdin=None,
                                                      stdout=None, stderr=None)
    print(transport.get_pipe_transport(1))
    print(await done, transport.get_returncode())
    transport.close()

asyncio.run(main())
