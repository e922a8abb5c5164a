"""A small HTTP/1.1 server with a router, keep-alive and chunked answers, and a client that asks it.

Everything runs on the loopback interface in one program, and it ends by itself.
"""

import asyncio
from dataclasses import dataclass, field

REASONS = {200: "OK", 201: "Created", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}


@dataclass
class Request:
    method: str
    path: str
    query: dict
    headers: dict
    body: bytes


@dataclass
class Response:
    status: int = 200
    body: bytes = b""
    headers: dict = field(default_factory=dict)
    chunks: list | None = None


class BadRequest(Exception):
    pass


def unquote(text):
    """Undoes percent-encoding."""
    first, *parts = text.replace("+", " ").split("%")
    data = first.encode()
    for part in parts:
        data += bytes.fromhex(part[:2]) + part[2:].encode()
    return data.decode()


def parse_form(text):
    pairs = (pair.partition("=") for pair in text.split("&") if pair)
    return {unquote(name): unquote(value) for name, _, value in pairs}


class Router:
    def __init__(self):
        self.routes = {}

    def route(self, method, path):
        def register(handler):
            self.routes.setdefault(path, {})[method] = handler
            return handler
        return register

    async def dispatch(self, request):
        handlers = self.routes.get(request.path)
        if handlers is None:
            return Response(404, b"no such page\n")
        handler = handlers.get(request.method)
        if handler is None:
            return Response(405, b"not so\n", {"allow": ", ".join(sorted(handlers))})
        return await handler(request)


async def read_head(reader):
    """The first line and the headers of a message; None at the end of the connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise BadRequest("the head is cut off")
        return None
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise BadRequest(f"bad header: {line}")
        headers[name.strip().lower()] = value.strip()
    return first, headers


async def read_body(reader, headers):
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += await reader.readexactly(size)
            await reader.readexactly(2)
        await reader.readexactly(2)
        return body
    return await reader.readexactly(int(headers.get("content-length", 0)))


async def read_request(reader):
    head = await read_head(reader)
    if head is None:
        return None
    words = head[0].split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):
        raise BadRequest(f"bad request line: {head[0]}")
    path, _, query = words[1].partition("?")
    head[1].setdefault("connection", "close" if words[2] == "HTTP/1.0" else "keep-alive")
    body = await read_body(reader, head[1])
    return Request(words[0], unquote(path), parse_form(query), head[1], body)


async def write_response(writer, response, keep_alive):
    headers = {"server": "example", "connection": "keep-alive" if keep_alive else "close"}
    headers.update(response.headers)
    if response.chunks is None:
        headers["content-length"] = str(len(response.body))
    else:
        headers["transfer-encoding"] = "chunked"
    head = f"HTTP/1.1 {response.status} {REASONS[response.status]}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(head.encode() + b"\r\n" + response.body)
    for chunk in response.chunks or ():
        writer.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        await writer.drain()
    if response.chunks is not None:
        writer.write(b"0\r\n\r\n")
    await writer.drain()


class Server:
    def __init__(self, router):
        self.router = router
        self.served = 0

    async def handle(self, reader, writer):
        try:
            keep_alive = True
            while keep_alive:
                try:
                    request = await read_request(reader)
                    if request is None:
                        break
                    keep_alive = request.headers["connection"].lower() != "close"
                    response = await self.router.dispatch(request)
                except BadRequest as error:
                    keep_alive = False
                    response = Response(400, f"{error}\n".encode())
                self.served += 1
                await write_response(writer, response, keep_alive)
        finally:
            writer.close()


# -- the pages --

router = Router()
notes: list[str] = []


@router.route("GET", "/")
async def index(request):
    return Response(body=b"hello\n", headers={"content-type": "text/plain"})


@router.route("GET", "/greet")
async def greet(request):
    return Response(body=f"hello, {request.query.get('name', 'stranger')}\n".encode())


@router.route("POST", "/notes")
async def add_note(request):
    try:
        notes.append(parse_form(request.body.decode())["text"])
    except (ValueError, KeyError) as error:
        raise BadRequest(f"not a note: {type(error).__name__}")
    return Response(201, f"note {len(notes)}\n".encode())


@router.route("GET", "/notes")
async def list_notes(request):
    text = "".join(f"{number}. {note}\n" for number, note in enumerate(notes, 1))
    return Response(body=text.encode(), headers={"content-type": "text/plain"})


@router.route("GET", "/stream")
async def stream(request):
    return Response(chunks=[f"part {i}\n".encode() for i in range(int(request.query.get("parts", 3)))])


# -- a client --

class Client:
    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, port):
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def ask(self, method, target, body=b"", **headers):
        head = f"{method} {target} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {len(body)}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.writer.write(head.encode() + b"\r\n" + body)
        await self.writer.drain()
        status, headers = await read_head(self.reader)
        return status, headers, await read_body(self.reader, headers)

    async def close(self):
        self.writer.close()
        await self.writer.wait_closed()


async def show(client, method, target, body=b"", **headers):
    status, headers, content = await client.ask(method, target, body, **headers)
    print(method, target, "->", status, content, headers["connection"])


async def main():
    service = Server(router)
    server = await asyncio.start_server(service.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        client = await Client.connect(port)
        await show(client, "GET", "/")
        await show(client, "GET", "/greet?name=W%C3%B6lf")
        await show(client, "POST", "/notes", b"text=first+note")
        await show(client, "POST", "/notes", b"text=100%25+second")
        await show(client, "GET", "/notes")
        await show(client, "GET", "/stream?parts=4")
        await show(client, "GET", "/missing")
        await show(client, "DELETE", "/notes")
        await show(client, "POST", "/notes", b"title=x")
        print("at the end:", await client.reader.read())
        await client.close()

        async def hammer(count):
            client = await Client.connect(port)
            answers = [(await client.ask("GET", f"/greet?name={i}"))[2] for i in range(count)]
            await client.close()
            return sum(answer == f"hello, {i}\n".encode() for i, answer in enumerate(answers))

        print("in parallel:", sum(await asyncio.gather(*(hammer(20) for _ in range(10)))))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"NONSENSE\r\n\r\n")
        print((await reader.read()).splitlines()[0])
        writer.close()
        print("served:", service.served)


if __name__ == "__main__":
    asyncio.run(main())
