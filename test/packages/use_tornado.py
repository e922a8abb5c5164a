import tornado.web, tornado.httpserver, tornado.httpclient, tornado.testing, tornado.websocket, tornado.template, tornado.escape, tornado.locks, tornado.queues, tornado.gen, tornado.ioloop, asyncio, datetime
class H(tornado.web.RequestHandler):
    async def get(self, n): await asyncio.sleep(0); self.set_cookie("k", "v"); self.write({"n": n, "q": self.get_argument("q", "-"), "l": self.get_arguments("l")})
    def post(self, n): self.set_status(201); self.write(self.get_body_argument("b") + str({k: [f.filename for f in v] for k, v in self.request.files.items()}))
    def put(self, n): raise tornado.web.HTTPError(409, "conf")
    def write_error(self, status, **kw): self.write(f"error {status} {self._reason}")
class W(tornado.websocket.WebSocketHandler):
    def open(self): print("open")
    async def on_message(self, m): await self.write_message(m[::-1])
    def on_close(self): print("close", self.close_code)
class S(tornado.web.RequestHandler):
    @tornado.gen.coroutine
    def get(self):
        for i in range(3): self.write(f"c{i};"); yield self.flush()
async def main():
    app = tornado.web.Application([(r"/x/(\w+)", H), (r"/ws", W), (r"/s", S), (r"/r", tornado.web.RedirectHandler, {"url": "/x/red"})], log_function=lambda h: None); sock, port = tornado.testing.bind_unused_port(); s = tornado.httpserver.HTTPServer(app); s.add_socket(sock)
    c = tornado.httpclient.AsyncHTTPClient(); base = f"http://127.0.0.1:{port}"
    r = await c.fetch(base + "/x/abc?q=1&l=a&l=b"); print(r.code, r.body, r.headers["Content-Type"], r.headers.get_list("Set-Cookie"))
    r = await c.fetch(base + "/x/abc", method="POST", body="b=hello"); print(r.code, r.body, r.reason)
    r = await c.fetch(base + "/s"); print(r.body, r.headers.get("Transfer-Encoding")); r = await c.fetch(base + "/r"); print(r.body, r.effective_url.split("/")[-1])
    for u, kw in (("/nope", {}), ("/x/a", {"method": "PUT", "body": ""}), ("/x/a", {"method": "DELETE"}), ("/x/a", {"method": "POST", "body": ""})):
        try: await c.fetch(base + u, **kw)
        except tornado.httpclient.HTTPError as e: print(e, e.response.body)
    w = await tornado.websocket.websocket_connect(f"ws://127.0.0.1:{port}/ws"); await w.write_message("abc"); print(await w.read_message()); w.close(4000, "bye"); print(await w.read_message()); await asyncio.sleep(0.05)
    s.stop()
    q = tornado.queues.PriorityQueue(); q.put_nowait((2, "b")); q.put_nowait((1, "a")); print(await q.get(), q.qsize())
    l = tornado.locks.Lock()
    async with l: print("locked")
    e = tornado.locks.Event()
    try: await e.wait(datetime.timedelta(seconds=0.01))
    except tornado.util.TimeoutError: print("timeout")
    @tornado.gen.coroutine
    def co(x): yield tornado.gen.moment; r = yield [asyncio.sleep(0, 1), asyncio.sleep(0, 2)]; d = yield {"a": asyncio.sleep(0, 3)}; raise tornado.gen.Return((x, r, d))
    print(await co(5)); print(await tornado.gen.multi([co(1), co(2)])); print(await tornado.ioloop.IOLoop.current().run_in_executor(None, lambda: "executor"))
asyncio.run(main())
print(tornado.escape.xhtml_escape("<a&'\">"), tornado.escape.url_escape("a b/é"), tornado.escape.linkify("see http://a.b/c"), tornado.escape.json_encode("</x>"), tornado.escape.squeeze(" a  b "))
