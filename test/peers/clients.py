"""The clients of examples/ against foreign servers; argument: their ports as JSON, those that there are.

Each part prints a line that test/peers/run looks for.
"""
import asyncio
import json
import ssl
import sys

import http_client
import resp_store


async def http(port):
    """python3 -m http.server"""
    async with http_client.Client() as client:
        page = await client.get(f"http://127.0.0.1:{port}/page.txt")
        missing = await client.get(f"http://127.0.0.1:{port}/missing")
        many = await asyncio.gather(*(client.get(f"http://127.0.0.1:{port}/page.txt") for _ in range(30)))
        print("http", page.status, len(page.text), missing.status, sum(r.text == page.text for r in many))


async def tls(port, authority):
    """openssl s_server -www, with the certificate checked and not trusted"""
    context = ssl.create_default_context(cafile=authority)
    reader, writer = await asyncio.open_connection("localhost", port, ssl=context)
    cipher = writer.get_extra_info("cipher")
    writer.write(b"GET / HTTP/1.0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    print("tls", answer.split(b"\r\n")[0].decode(), b"s_server" in answer, cipher is not None)
    try:
        await asyncio.open_connection("localhost", port, ssl=True)
    except ssl.SSLCertVerificationError as error:
        print("tls", error.verify_message)


async def redis(port):
    """redis-server"""
    client = await resp_store.Client.connect(port)
    print("redis", await client.send("PING"), await client.send("SET", "key", "välue"), await client.send("GET", "key"))
    replies = await client.pipeline(*[("INCR", "count")] * 5000)
    print("redis", len(replies), replies[-1])
    other = await resp_store.Client.connect(port)
    popped = other.send("BLPOP", "jobs", 5)
    await client.send("RPUSH", "jobs", "one")
    print("redis", await popped)
    await other.send("SUBSCRIBE", "news")
    await client.send("PUBLISH", "news", "hello")
    print("redis", await asyncio.wait_for(other.messages.get(), 5))
    try:
        await client.send("INCR", "key")
    except resp_store.ReplyError as error:
        print("redis", error)
    await client.close()
    await other.close()


async def main(ports):
    if "http" in ports:
        await http(ports["http"])
    if "tls" in ports:
        await tls(ports["tls"], ports["authority"])
    if "redis" in ports:
        await redis(ports["redis"])


asyncio.run(main(json.loads(sys.argv[1])))
