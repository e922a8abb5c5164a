import asyncio, json
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse, RedirectResponse, Response, HTMLResponse
from starlette.routing import Route, Mount, WebSocketRoute, Router, NoMatchFound
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.exceptions import HTTPException
from starlette.datastructures import URL, Headers, QueryParams, MutableHeaders, FormData, State
from starlette.background import BackgroundTask, BackgroundTasks
from starlette.endpoints import HTTPEndpoint
async def home(request): return PlainTextResponse("hello " + request.query_params.get("n", "?"), headers={"x-url": str(request.url_for("item", id=5))})
async def item(request):
    body = await request.body()
    return JSONResponse({"id": request.path_params["id"], "m": request.method, "len": len(body), "h": request.headers.get("x-a"), "c": request.cookies, "state": request.app.state.n})
async def stream(request):
    async def gen():
        for i in range(3): yield f"{i};"
    return StreamingResponse(gen(), media_type="text/plain")
async def boom(request): raise HTTPException(409, detail="conflict", headers={"x-e": "1"})
async def crash(request): raise KeyError("crash")
async def bg(request):
    t = BackgroundTasks(); t.add_task(print, "in background"); t.add_task(later, 3); return PlainTextResponse("bg", background=t)
async def later(n): await asyncio.sleep(0); print("later", n)
def sync(request): return PlainTextResponse("from a thread")
class End(HTTPEndpoint):
    async def get(self, request): return HTMLResponse("<b>%s</b>" % request.client.host)
    async def delete(self, request): return Response(status_code=204)
async def big(request): r = PlainTextResponse("z" * 1000); r.set_cookie("a", "b", httponly=True); return r
async def ws(sock):
    await sock.accept(subprotocol="p"); d = await sock.receive_json(); await sock.send_json({"got": d}); print([m async for m in sock.iter_text()]); 
class Up(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        print("mw", request.url.path); r = await call_next(request); r.headers["x-up"] = "1"; return r
async def on_conflict(request, exc): return JSONResponse({"error": exc.detail}, status_code=exc.status_code)
app = Starlette(routes=[Route("/", home), Route("/i/{id:int}", item, methods=["POST"], name="item"), Mount("/s", routes=[Route("/x", stream)]), Route("/boom", boom), Route("/crash", crash), Route("/bg", bg), Route("/end", End), Route("/big", big), Route("/sync", sync), WebSocketRoute("/ws", ws)],
    middleware=[Middleware(CORSMiddleware, allow_origins=["http://o"], allow_methods=["*"]), Middleware(GZipMiddleware, minimum_size=500), Middleware(Up)], exception_handlers={HTTPException: on_conflict},
    on_startup=[lambda: print("up")], on_shutdown=[lambda: print("down")])
app.state.n = 4
async def call(method, path, query=b"", body=b"", headers=()):
    out = []
    done = asyncio.Event(); msgs = [{"type": "http.request", "body": body, "more_body": False}]
    async def receive():
        if msgs: return msgs.pop()
        await done.wait(); return {"type": "http.disconnect"}
    async def send(m): out.append(m)
    try: await app({"type": "http", "method": method, "path": path, "root_path": "", "query_string": query, "headers": [(b"x-a", b"v"), (b"host", b"h"), (b"cookie", b"k=v; l=w"), *headers], "http_version": "1.1", "server": ("h", 80), "client": ("c", 1), "scheme": "http"}, receive, send)
    except KeyError as e: print("raised", repr(e))
    b = b"".join(m.get("body", b"") for m in out[1:]); print(method, path, out[0]["status"], sorted(out[0]["headers"]), b[:100] if len(b) < 200 else len(b))
async def main():
    await call("GET", "/", b"n=me"); await call("POST", "/i/7", body=b"abc"); await call("GET", "/i/7"); await call("GET", "/nope"); await call("GET", "/s/x"); await call("GET", "/boom"); await call("GET", "/crash"); await call("GET", "/bg"); await call("GET", "/end"); await call("DELETE", "/end"); await call("PUT", "/end"); await call("GET", "/sync")
    await call("OPTIONS", "/", headers=[(b"origin", b"http://o"), (b"access-control-request-method", b"GET")]); await call("GET", "/", headers=[(b"origin", b"http://o")]); await call("GET", "/big", headers=[(b"accept-encoding", b"gzip")][:0])
    q = [{"type": "websocket.connect"}, {"type": "websocket.receive", "text": '{"a": 1}'}, {"type": "websocket.receive", "text": "t"}, {"type": "websocket.disconnect", "code": 1000}]
    async def receive(): return q.pop(0)
    async def send(m): print(m)
    await app({"type": "websocket", "path": "/ws", "root_path": "", "query_string": b"", "headers": [(b"host", b"h")], "scheme": "ws", "server": ("h", 80), "client": ("c", 1), "subprotocols": []}, receive, send)
    l = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    async def rl(): return l.pop(0)
    await app({"type": "lifespan"}, rl, send)
asyncio.run(main())
print(app.url_path_for("item", id=3), URL("http://u:p@h:1/a?b=1").replace(port=2), URL("http://h/a").include_query_params(x=1), repr(URL("http://u:p@h/")), QueryParams("a=1&a=2&b=").multi_items(), Headers({"A": "b"}), MutableHeaders(raw=[(b"a", b"1")]))
try: app.url_path_for("zz")
except NoMatchFound as e: print(repr(e))
