"""A small HTTP/1.1 server and client on streams: keep-alive, chunked bodies, routing, middleware."""
# difftest: no-wasi (sockets)
import asyncio
import contextlib
import dataclasses
import json
import re
import time
from collections import defaultdict
from typing import Any, Awaitable, Callable, Dict, List, Optional, Tuple
from urllib.parse import parse_qs, urlsplit


class HTTPError(Exception):
    def __init__(self, status: int, reason: str = ""):
        super().__init__(f"{status} {reason}".strip())
        self.status = status
        self.reason = reason


@dataclasses.dataclass
class Request:
    method: str
    target: str
    version: str
    headers: Dict[str, str]
    body: bytes = b""
    params: Dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> Dict[str, List[str]]:
        return parse_qs(urlsplit(self.target).query)

    def json(self) -> Any:
        return json.loads(self.body)


@dataclasses.dataclass
class Response:
    body: Any = b""
    status: int = 200
    headers: Dict[str, str] = dataclasses.field(default_factory=dict)


Handler = Callable[[Request], Awaitable[Response]]
REASONS = {200: "OK", 201: "Created", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed",
           413: "Payload Too Large", 500: "Internal Server Error", 504: "Gateway Timeout"}


class Router:
    def __init__(self):
        self.routes: List[Tuple[str, re.Pattern, Handler]] = []
        self.middleware: List[Callable[[Handler], Handler]] = []

    def route(self, method: str, pattern: str):
        regex = re.compile("^" + re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", pattern) + "$")

        def wrap(handler: Handler) -> Handler:
            self.routes.append((method, regex, handler))
            return handler
        return wrap

    def use(self, middleware):
        self.middleware.append(middleware)
        return middleware

    async def dispatch(self, request: Request) -> Response:
        allowed = set()
        for method, regex, handler in self.routes:
            match = regex.match(request.path)
            if not match:
                continue
            if method != request.method:
                allowed.add(method)
                continue
            request.params = match.groupdict()
            for wrap in reversed(self.middleware):
                handler = wrap(handler)
            return await handler(request)
        if allowed:
            raise HTTPError(405, ",".join(sorted(allowed)))
        raise HTTPError(404, request.path)


async def read_headers(reader: asyncio.StreamReader) -> Tuple[str, Dict[str, str]]:
    first = (await reader.readline()).decode("latin-1").rstrip("\r\n")
    headers: Dict[str, str] = {}
    while True:
        line = await reader.readline()
        if line in (b"\r\n", b"\n", b""):
            return first, headers
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()


async def read_body(reader: asyncio.StreamReader, headers: Dict[str, str], limit=1 << 20) -> bytes:
    if headers.get("transfer-encoding") == "chunked":
        parts = []
        while True:
            size = int((await reader.readuntil(b"\r\n")).split(b";")[0], 16)
            data = await reader.readexactly(size + 2)
            assert data.endswith(b"\r\n")
            if not size:
                return b"".join(parts)
            parts.append(data[:-2])
    length = int(headers.get("content-length", 0))
    if length > limit:
        raise HTTPError(413)
    return await reader.readexactly(length)


class Server:
    def __init__(self, router: Router):
        self.router = router
        self.stats = defaultdict(int)
        self.connections = set()

    async def serve(self, reader, writer):
        task = asyncio.current_task()
        self.connections.add(task)
        try:
            while await self.one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            self.stats[type(error).__name__] += 1
        finally:
            self.connections.discard(task)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def one(self, reader, writer) -> bool:
        first, headers = await read_headers(reader)
        if not first:
            return False
        try:
            method, target, version = first.split(" ")
        except ValueError:
            await self.send(writer, Response("bad request", 400), False)
            return False
        try:
            request = Request(method, target, version, headers, await read_body(reader, headers))
            response = await self.router.dispatch(request)
        except HTTPError as error:
            response = Response({"error": str(error)}, error.status)
        except Exception as error:
            response = Response({"error": repr(error)}, 500)
        self.stats[response.status] += 1
        keep = headers.get("connection", "keep-alive") != "close"
        await self.send(writer, response, keep)
        return keep

    async def send(self, writer, response, keep):
        body = response.body
        chunked = hasattr(body, "__aiter__")
        if isinstance(body, (dict, list)):
            body = json.dumps(body, sort_keys=True).encode()
            response.headers.setdefault("Content-Type", "application/json")
        elif isinstance(body, str):
            body = body.encode()
        head = [f"HTTP/1.1 {response.status} {REASONS.get(response.status, '')}"]
        if chunked:
            response.headers["Transfer-Encoding"] = "chunked"
        else:
            response.headers["Content-Length"] = str(len(body))
        response.headers["Connection"] = "keep-alive" if keep else "close"
        head += [f"{k}: {v}" for k, v in sorted(response.headers.items())]
        writer.write("\r\n".join(head).encode("latin-1") + b"\r\n\r\n")
        if chunked:
            async for chunk in body:
                writer.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
                await writer.drain()
            writer.write(b"0\r\n\r\n")
        else:
            writer.write(body)
        await writer.drain()


router = Router()
log: List[str] = []


@router.use
def logging_middleware(handler):
    async def wrapped(request):
        start = time.monotonic()
        try:
            response = await handler(request)
        except Exception as error:
            log.append(f"{request.method} {request.path} raised {type(error).__name__}")
            raise
        log.append(f"{request.method} {request.path} {response.status} {time.monotonic() - start < 5}")
        return response
    return wrapped


@router.use
def timeout_middleware(handler):
    async def wrapped(request):
        try:
            async with asyncio.timeout(1):
                return await handler(request)
        except TimeoutError:
            raise HTTPError(504, "too slow") from None
    return wrapped


ITEMS: Dict[int, dict] = {}


@router.route("GET", "/items/{id}")
async def get_item(request):
    try:
        return Response(ITEMS[int(request.params["id"])])
    except KeyError as error:
        raise HTTPError(404, f"item {error}")


@router.route("POST", "/items")
async def add_item(request):
    item = request.json()
    ITEMS[len(ITEMS) + 1] = item
    return Response({"id": len(ITEMS), **item}, 201, {"Location": f"/items/{len(ITEMS)}"})


@router.route("GET", "/slow")
async def slow(request):
    await asyncio.sleep(10)


@router.route("GET", "/crash")
async def crash(request):
    return Response(1 / 0)


@router.route("GET", "/count")
async def count(request):
    async def chunks():
        for i in range(int(request.query.get("n", ["3"])[0])):
            await asyncio.sleep(0)
            yield f"line {i}\n".encode()
    return Response(chunks())


class Client:
    def __init__(self, host, port, size=2):
        self.host, self.port = host, port
        self.idle: List[Tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self.limit = asyncio.Semaphore(size)
        self.opened = 0

    @contextlib.asynccontextmanager
    async def connection(self):
        async with self.limit:
            if self.idle:
                pair = self.idle.pop()
            else:
                pair = await asyncio.open_connection(self.host, self.port)
                self.opened += 1
            try:
                yield pair
            except BaseException:
                pair[1].close()
                raise
            else:
                self.idle.append(pair)

    async def request(self, method, target, body: Optional[Any] = None, chunked=False):
        async with self.connection() as (reader, writer):
            data = json.dumps(body).encode() if body is not None else b""
            writer.write(f"{method} {target} HTTP/1.1\r\nHost: x\r\n".encode())
            if chunked:
                writer.write(b"Transfer-Encoding: chunked\r\n\r\n")
                for i in range(0, len(data), 4):
                    part = data[i:i + 4]
                    writer.write(b"%x\r\n%b\r\n" % (len(part), part))
                writer.write(b"0\r\n\r\n")
            else:
                writer.write(b"Content-Length: %d\r\n\r\n" % len(data))
                writer.write(data)
            await writer.drain()
            status, headers = await read_headers(reader)
            return status, headers, await read_body(reader, headers)

    async def close(self):
        for _, writer in self.idle:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for _, writer in self.idle))


async def main():
    app = Server(router)
    server = await asyncio.start_server(app.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    async with server:
        client = Client(host, port)
        for call in (("POST", "/items", {"name": "bolt"}), ("GET", "/items/1"), ("GET", "/items/7"), ("GET", "/slow"),
                     ("GET", "/crash"), ("GET", "/count?n=4"), ("PUT", "/items/1"), ("GET", "/nowhere"),
                     ("POST", "/items", {"name": "nut", "tags": ["a", "ü"]}, True), ("GET", "/items/2")):
            status, headers, body = await client.request(*call)
            print(*call[:2], "->", status, body.decode(), headers.get("location"), headers.get("transfer-encoding"))
        results = await asyncio.gather(*(client.request("GET", "/items/1") for _ in range(20)))
        print(len(results), {r[0] for r in results}, client.opened)
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"nonsense\r\n\r\n")
        print(await reader.read())
        writer.close()
        await client.close()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"POST /items HTTP/1.1\r\nContent-Length: 100\r\n\r\nshort")
        writer.write_eof()
        print(await reader.read())
        writer.close()
    await asyncio.sleep(0.05)
    print(dict(sorted(app.stats.items(), key=str)), len(app.connections))
    for entry in log:
        print(entry)


asyncio.run(main())
