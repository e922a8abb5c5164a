"""A SubprocessProtocol: what it is told about the child."""
# difftest: no-wasi (WASI has no processes)
import asyncio
import sys


class Child(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done = done
        self.output = {1: b'', 2: b''}

    def connection_made(self, transport):
        self.transport = transport
        print('made', transport.get_pid() > 0, transport.get_returncode())

    def pipe_data_received(self, fd, data):
        self.output[fd] += data

    def pipe_connection_lost(self, fd, exc):
        print('pipe lost', fd if fd == 0 else 'output', exc)

    def process_exited(self):
        print('exited', self.transport.get_returncode())

    def connection_lost(self, exc):
        print('lost', exc)
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
