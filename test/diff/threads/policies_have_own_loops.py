"""Each event loop policy has loops of its own, also one that is not set; its watcher follows them."""
# difftest: no-wasi (processes are native only)
import asyncio
def tried(f, *a):
    try: return f(*a)
    except BaseException as e: print(type(e).__name__, e)
asyncio.set_event_loop(None)
p = asyncio.DefaultEventLoopPolicy()
q = asyncio.DefaultEventLoopPolicy()
l = tried(p.get_event_loop)
print(l, l is tried(p.get_event_loop), tried(q.get_event_loop) is l)
tried(asyncio.get_event_loop)
q.set_event_loop(None)
tried(q.get_event_loop)
print(p.get_event_loop() is l)
asyncio.set_event_loop_policy(p)
print(asyncio.get_event_loop() is l)
asyncio.set_event_loop_policy(None)
x = tried(asyncio.get_event_loop)
print(x is l)
class P(asyncio.DefaultEventLoopPolicy):
    def set_event_loop(self, loop):
        print("set", loop)
        super().set_event_loop(loop)
r = P()
m = tried(r.get_event_loop)
print(m is l, tried(r.get_event_loop) is m)
w = asyncio.SafeChildWatcher()
r.set_child_watcher(w)
w.attach_loop(m)
print(w._loop is m)
n = r.new_event_loop()
r.set_event_loop(n)
print(w._loop is n)
r.set_event_loop(None)
print(w._loop)

asyncio.set_event_loop_policy(p)
print(asyncio.get_event_loop() is l, asyncio.get_event_loop_policy() is p)
asyncio.run(asyncio.sleep(0))
tried(asyncio.get_event_loop)
asyncio.set_event_loop_policy(None)
fresh = asyncio.get_event_loop()
print(fresh is l, asyncio.get_event_loop_policy() is p, asyncio.get_event_loop() is fresh)

class Answers(asyncio.AbstractEventLoopPolicy):
    def get_event_loop(self):
        print("asked")
        return l
asyncio.set_event_loop_policy(Answers())
print(asyncio.get_event_loop() is l, asyncio.get_event_loop() is l)
asyncio.set_event_loop_policy(q)
tried(asyncio.get_event_loop)

import threading
def in_thread():
    tried(p.get_event_loop)
    loop = p.new_event_loop()
    p.set_event_loop(loop)
    print(p.get_event_loop() is loop, p.get_event_loop() is l)
    loop.close()
thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
tried(p.get_event_loop)
for loop in (l, m, n, x, fresh):
    loop.close()
