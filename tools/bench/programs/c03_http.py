"""C3: an HTTP/1.1 server that says hello and keeps connections. Prints its port and serves until a
connection ends."""

import asyncio

REASONS = {200: "OK", 404: "Not Found", 405: "Method Not Allowed"}


class Request:
    def __init__(self, method, target, version, headers):
        self.method = method
        self.target = target
        self.version = version
        self.headers = headers

    def keep_alive(self):
        connection = self.headers.get("connection", "").lower()
        return connection != "close" and (self.version == "HTTP/1.1" or connection == "keep-alive")


async def read_request(reader):
    line = await reader.readline()
    if not line:
        return None
    method, target, version = line.decode("latin-1").split()
    headers = {}
    while True:
        line = await reader.readline()
        if line in (b"\r\n", b"\n", b""):
            break
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    length = int(headers.get("content-length", "0"))
    if length:
        await reader.readexactly(length)
    return Request(method, target, version, headers)


def respond(request):
    if request.target != "/":
        return 404, b"no such page\n"
    if request.method != "GET":
        return 405, b"only GET\n"
    return 200, b"hello, world\n"


async def main():
    done = asyncio.get_running_loop().create_future()

    async def serve(reader, writer):
        while request := await read_request(reader):
            status, body = respond(request)
            head = (f"HTTP/1.1 {status} {REASONS[status]}\r\n"
                    f"Content-Type: text/plain\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n")
            writer.write(head.encode() + body)
            await writer.drain()
            if not request.keep_alive():
                break
        writer.close()
        if not done.done():
            done.set_result(None)

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await done
    server.close()


asyncio.run(main())
