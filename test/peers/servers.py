"""The servers of examples/ on free ports, for foreign clients: HTTP, HTTPS, echo, RESP and SOCKS 5.

Prints the ports as one line of JSON and serves until SIGTERM. Arguments: certificate and key.
"""
import asyncio
import json
import signal
import ssl
import sys

import echo
import http_server
import resp_store
import socks5_proxy


async def main(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    pages = http_server.Server(http_server.router)
    store = resp_store.Store()
    handlers = {
        "http": (pages.handle, None),
        "https": (pages.handle, context),
        "echo": (echo.serve_connection, None),
        "resp": (lambda reader, writer: resp_store.serve(store, reader, writer), None),
        "socks": (socks5_proxy.Proxy().serve, None),
    }
    servers = {}
    for name, (handler, tls) in handlers.items():
        servers[name] = await asyncio.start_server(handler, "127.0.0.1", 0, ssl=tls, backlog=1000)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    print(json.dumps({name: server.sockets[0].getsockname()[1] for name, server in servers.items()}), flush=True)
    await stopped.wait()
    for server in servers.values():
        server.close()


asyncio.run(main(*sys.argv[1:]))
