import asyncio, json
import aiohttp
from aiohttp import web
async def hello(request): return web.Response(text=f"hello {request.match_info.get('name', 'x')} {request.query.get('q')}")
async def echo(request):
    d = await request.json(); return web.json_response({"got": d, "h": request.headers.get("X-A")}, status=201)
async def form(request):
    d = await request.post(); return web.Response(text=repr(sorted((k, v if isinstance(v, str) else (v.filename, v.file.read())) for k, v in d.items())))
async def stream(request):
    r = web.StreamResponse(headers={"X-S": "1"}); await r.prepare(request)
    for i in range(3): await r.write(b"part%d;" % i)
    await r.write_eof(); return r
async def ws(request):
    w = web.WebSocketResponse(); await w.prepare(request)
    async for m in w:
        if m.type == aiohttp.WSMsgType.TEXT:
            if m.data == "close": await w.close(code=4000, message=b"bye")
            else: await w.send_str(m.data[::-1])
        elif m.type == aiohttp.WSMsgType.BINARY: await w.send_bytes(m.data * 2)
    return w
async def boom(request): raise web.HTTPForbidden(text="never")
async def redirect(request): raise web.HTTPFound("/hello/redirected?q=1")
async def cookie(request):
    r = web.Response(text=str(sorted(request.cookies.items()))); r.set_cookie("k", "v", max_age=5); return r
@web.middleware
async def mw(request, handler):
    r = await handler(request); r.headers["X-MW"] = request.path; return r
async def main():
    app = web.Application(middlewares=[mw]); app["k"] = 1
    app.add_routes([web.get("/hello/{name:\\w+}", hello), web.post("/echo", echo), web.post("/form", form), web.get("/stream", stream), web.get("/ws", ws), web.get("/boom", boom), web.get("/r", redirect), web.get("/c", cookie)])
    async def up(app): print("startup")
    async def down(app): print("cleanup")
    app.on_startup.append(up); app.on_cleanup.append(down)
    runner = web.AppRunner(app); await runner.setup(); site = web.TCPSite(runner, "127.0.0.1", 0); await site.start()
    port = site._server.sockets[0].getsockname()[1]; base = f"http://127.0.0.1:{port}"
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as s:
        async with s.get(base + "/hello/bob", params={"q": "a b"}) as r: print(r.status, r.reason, await r.text(), r.headers["Content-Type"], r.content_type, r.charset, r.headers["X-MW"])
        async with s.post(base + "/echo", json={"a": [1, None]}, headers={"X-A": "z"}) as r: print(r.status, await r.json(), r.ok)
        d = aiohttp.FormData(); d.add_field("f", b"filedata", filename="a.txt", content_type="text/plain"); d.add_field("x", "y")
        async with s.post(base + "/form", data=d) as r: print(r.status, await r.text())
        async with s.post(base + "/form", data={"p": "1 2", "q": "é"}) as r: print(r.status, await r.text())
        async with s.get(base + "/stream") as r: print(r.headers.get("Transfer-Encoding"), r.headers["X-S"], await r.read())
        async with s.get(base + "/r") as r: print(r.status, await r.text(), [h.status for h in r.history], r.url.path_qs)
        for p in ("/c", "/c"):
            async with s.get(base + p) as r: print(await r.text(), r.cookies.get("k") and r.cookies["k"].OutputString())
        for p in ("/boom", "/nope"):
            async with s.get(base + p) as r:
                print(r.status, await r.text())
                try: r.raise_for_status()
                except aiohttp.ClientResponseError as e: print(e.status, e.message)
        async with s.request("DELETE", base + "/hello/x") as r: print(r.status, r.headers["Allow"])
        async with s.ws_connect(base + "/ws") as w:
            await w.send_str("abc"); print((await w.receive()).data); await w.send_bytes(b"zz"); print(await w.receive()); await w.ping()
            await w.send_str("close"); m = await w.receive(); print(m.type, w.close_code, m.extra)
        print(await asyncio.gather(*[get(s, base + f"/hello/n{i}") for i in range(4)]))
        try:
            async with s.get("http://127.0.0.1:1/"): pass
        except aiohttp.ClientConnectorError as e: print(type(e).__name__, e)
    await runner.cleanup()
async def get(s, u):
    async with s.get(u) as r: return await r.text()
asyncio.run(main())
