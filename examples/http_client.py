"""An HTTP/1.1 client: connections that are kept, redirects, chunked bodies, and time limits.

A client has a pool of connections for each host, and opens no more than so many at once. What it asks is a small server
in the same program, which has a page for each thing that can happen. It runs on the loopback interface, and ends by itself.
"""

import asyncio
import zlib
from urllib.parse import urljoin, urlsplit


class HTTPError(Exception):
    pass


class Response:
    def __init__(self, status, reason, headers, body, url):
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
        self.url = url

    @property
    def text(self):
        _, _, charset = self.headers.get("content-type", "").partition("charset=")
        return self.body.decode(charset or "utf-8")


async def read_head(reader):
    """The first line and the headers of a message; names in small letters."""
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        name = name.strip().lower()
        headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    return first, headers


async def read_chunks(reader):
    parts = []
    while size := int((await reader.readline()).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    while await reader.readline() not in (b"\r\n", b""):
        pass
    return b"".join(parts)


class Connection:
    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    async def ask(self, method, target, headers, body):
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        self.writer.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
        await self.writer.drain()
        first, headers = await read_head(self.reader)
        while first.split(" ")[1] == "100":
            first, headers = await read_head(self.reader)
        _, status, reason = first.split(" ", 2)
        return int(status), reason, headers, await self.read_body(method, int(status), headers)

    async def read_body(self, method, status, headers):
        if method == "HEAD" or status in (204, 304):
            return b""
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = await read_chunks(self.reader)
        elif "content-length" in headers:
            body = await self.reader.readexactly(int(headers["content-length"]))
        else:
            headers["connection"] = "close"
            body = await self.reader.read()
        if headers.get("content-encoding") == "gzip":
            body = zlib.decompress(body, 31)
        return body

    def close(self):
        self.writer.close()


class Client:
    def __init__(self, per_host=4, timeout=5, redirects=5):
        self.per_host = per_host
        self.timeout = timeout
        self.redirects = redirects
        self.idle = {}
        self.limits = {}
        self.opened = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        for connections in self.idle.values():
            for connection in connections:
                connection.close()

    async def get(self, url, **options):
        return await self.request("GET", url, **options)

    async def request(self, method, url, *, headers=None, body=b"", timeout=None):
        try:
            async with asyncio.timeout(timeout or self.timeout):
                for _ in range(self.redirects + 1):
                    response = await self.request_once(method, url, headers or {}, body)
                    if response.status not in (301, 302, 303, 307, 308) or "location" not in response.headers:
                        return response
                    url = urljoin(url, response.headers["location"])
                    if response.status == 303:
                        method, body = "GET", b""
        except TimeoutError:
            raise HTTPError("took too long") from None
        except (OSError, asyncio.IncompleteReadError) as error:
            raise HTTPError(f"connection failed: {type(error).__name__}") from None
        raise HTTPError("too many redirects")

    async def request_once(self, method, url, headers, body):
        parts = urlsplit(url)
        host = parts.hostname, parts.port or 80
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = {"Host": parts.netloc, "Accept-Encoding": "gzip", "Content-Length": len(body), **headers}
        async with self.limits.setdefault(host, asyncio.Semaphore(self.per_host)):
            answer = await self.ask_host(host, method, target, sent, body)
        return Response(*answer, url)

    async def ask_host(self, host, method, target, headers, body):
        """Asks on a kept connection; if the server closed it meanwhile, on a new one."""
        kept = self.idle.setdefault(host, [])
        while True:
            was_kept = bool(kept)
            connection = kept.pop() if kept else await self.open(host)
            done = False
            try:
                answer = await connection.ask(method, target, headers, body)
                done = answer[2].get("connection", "").lower() != "close"
                return answer
            except (ConnectionError, asyncio.IncompleteReadError):
                if not was_kept:
                    raise
            finally:
                if done:
                    kept.append(connection)
                else:
                    connection.close()

    async def open(self, host):
        self.opened += 1
        return Connection(*await asyncio.open_connection(*host))


# -- the server it asks --

def reply(status, body=b"", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def answer(writer, method, target, headers, body):
    """Writes the answer; True to close the connection."""
    if target == "/hello":
        text = "grüße".encode("latin-1")
        message = reply("200 OK", text, Content_Type="text/plain; charset=latin-1")
        writer.write(message if method == "GET" else message.removesuffix(text))
    elif target == "/zipped":
        packer = zlib.compressobj(wbits=31)
        writer.write(reply("200 OK", packer.compress(b"squeezed " * 100) + packer.flush(), Content_Encoding="gzip"))
    elif target == "/chunks":
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for part in (b"one ", b"two ", b"three"):
            writer.write(b"%x;name=value\r\n%s\r\n" % (len(part), part))
            await writer.drain()
            await asyncio.sleep(0)
        writer.write(b"0\r\nTrailer: ignored\r\n\r\n")
    elif target.startswith("/bounce/"):
        left = int(target.rpartition("/")[2])
        writer.write(reply("302 Found", Location=f"/bounce/{left - 1}" if left else "../hello"))
    elif target == "/form":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n" + reply("303 See Other", b"thanks", Location=f"/echo?{body.decode()}"))
    elif target.startswith("/echo"):
        writer.write(reply("200 OK", f"{method} {target}".encode()))
    elif target == "/until-end":
        writer.write(b"HTTP/1.1 200 OK\r\n\r\neverything until the end")
        return True
    elif target == "/hang-up":
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
        return True
    elif target == "/once":
        writer.write(reply("200 OK", b"and then I close"))
        return True
    elif target == "/slow":
        await asyncio.sleep(10)
    else:
        writer.write(reply("404 Not Found", b"no such page"))
    return False


async def serve(reader, writer):
    try:
        while True:
            first, headers = await read_head(reader)
            method, target, _ = first.split(" ")
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            if await answer(writer, method, target, headers, body):
                break
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def show(client, url, **options):
    try:
        response = await client.request(options.pop("method", "GET"), url, **options)
        print(response.status, response.reason, "|", response.text[:40], "|", urlsplit(response.url).path)
    except HTTPError as error:
        print("HTTPError:", error)


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, Client() as client:
        await show(client, f"{base}/hello")
        await show(client, f"{base}/zipped")
        await show(client, f"{base}/chunks")
        await show(client, f"{base}/missing")
        await show(client, f"{base}/bounce/3")
        await show(client, f"{base}/bounce/9")
        await show(client, f"{base}/form", method="POST", body=b"a=1&b=2")
        await show(client, f"{base}/hello", method="HEAD")
        print("connections:", client.opened)
        await show(client, f"{base}/until-end")
        await show(client, f"{base}/hang-up")
        await show(client, f"{base}/once")
        await show(client, f"{base}/echo?after=once")
        await show(client, f"{base}/slow", timeout=0.05)
        responses = await asyncio.gather(*(client.get(f"{base}/echo?{n}") for n in range(50)))
        print("in parallel:", sum(r.text == f"GET /echo?{n}" for n, r in enumerate(responses)),
              "with at most", len(client.idle["127.0.0.1", urlsplit(base).port]), "connections")
        closed = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = closed.sockets[0].getsockname()[1]
        closed.close()
        await show(client, f"http://127.0.0.1:{port}/")


if __name__ == "__main__":
    asyncio.run(main())
