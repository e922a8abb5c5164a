"""A pool of threads that downloads from a server of its own, with failures and retries; futures, maps, waits, and what is refused."""
# difftest: no-wasi (threads and sockets are not there)
import collections
import concurrent.futures
import http.server
import threading
import urllib.error
import urllib.request


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Handler(http.server.BaseHTTPRequestHandler):
    seen = collections.Counter()

    def do_GET(self):
        Handler.seen[self.path] += 1
        name = self.path.strip('/')
        if name == 'flaky' and Handler.seen[self.path] < 3:
            self.send_error(503, 'Busy')
        elif name == 'missing':
            self.send_error(404)
        else:
            body = name.encode() * 3
            self.send_response(200)
            self.send_header('Content-Length', str(len(body)))
            self.send_header('Content-Type', 'text/plain; charset=utf-8')
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
thread.start()
base = f'http://127.0.0.1:{server.server_address[1]}/'


def fetch(name, tries=3):
    for left in reversed(range(tries)):
        try:
            with urllib.request.urlopen(base + name, timeout=10) as answer:
                return answer.status, answer.headers.get_content_charset(), answer.read()
        except urllib.error.HTTPError as error:
            error.close()
            if error.code != 503 or not left:
                raise


with concurrent.futures.ThreadPoolExecutor(max_workers=3, thread_name_prefix='get') as pool:
    futures = {pool.submit(fetch, name): name for name in ('a', 'b', 'flaky', 'missing', 'c')}
    results = {}
    for future in concurrent.futures.as_completed(futures, timeout=30):
        error = future.exception()
        results[futures[future]] = f'{type(error).__name__}: {error}' if error else future.result()
    print(sorted(results.items()), Handler.seen['/flaky'])
    print(list(pool.map(fetch, ['x', 'y', 'z'])))
    mapped = pool.map(fetch, ['a', 'missing', 'b'])
    attempt('first', next, mapped)
    attempt('second', next, mapped)
    attempt('ended', next, mapped)
server.shutdown()
server.server_close()
thread.join()
attempt('shut down', pool.submit, fetch, 'a')

gate = threading.Event()
with concurrent.futures.ThreadPoolExecutor(1, initializer=lambda word: None, initargs=('x',)) as pool:
    running = pool.submit(gate.wait, 10)
    queued = [pool.submit(pow, 2, n) for n in range(4)]
    called = []
    queued[0].add_done_callback(lambda future: called.append(('callback', future.cancelled())))
    print(queued[0].cancel(), queued[0].cancelled(), queued[0].done(), called, running.done(), queued[1].running(), repr(queued[1]).split(' state=')[1])
    attempt('timeout', queued[1].result, timeout=0.01)
    attempt('timeout', queued[1].exception, timeout=0.01)
    attempt('cancelled', queued[0].result)
    attempt('cancelled', queued[0].exception)
    done, waiting = concurrent.futures.wait(queued, timeout=0.01)
    print(len(done), len(waiting))
    gate.set()
    done, waiting = concurrent.futures.wait(queued[1:], return_when=concurrent.futures.ALL_COMPLETED)
    print(sorted(future.result() for future in done), waiting, running.cancel(), running.result())
    first = concurrent.futures.wait([pool.submit(lambda: 1 / 0)], return_when=concurrent.futures.FIRST_EXCEPTION)
    failed = first.done.pop()
    attempt('failed', failed.result)
    print(repr(failed.exception()), first._fields, repr(failed).split(' state=')[1])
    failed.add_done_callback(lambda future: called.append('at once'))
    print(called, list(pool.map(max, [1, 5], [3, 2])), list(pool.map(str, [])))
    attempt('map timeout', lambda: list(pool.map(threading.Event().wait, [0.2], timeout=0.01)))
for label, call in {'workers': lambda: concurrent.futures.ThreadPoolExecutor(0), 'initializer': lambda: concurrent.futures.ThreadPoolExecutor(1, initializer=5), 'return_when': lambda: concurrent.futures.wait([concurrent.futures.Future()], return_when='x'), 'submit': lambda: concurrent.futures.ThreadPoolExecutor(1).submit(), 'as_completed': lambda: list(concurrent.futures.as_completed([concurrent.futures.Future()], timeout=0.01)), 'cancel': lambda: concurrent.futures.ThreadPoolExecutor(1).shutdown(cancel_futures=True)}.items():
    attempt(label, call)
future = concurrent.futures.Future()
print(future.set_running_or_notify_cancel(), future.running(), future.cancel(), future.set_result(5), future.result(), future.exception())
attempt('again', future.set_result, 6)
attempt('again', future.set_exception, ValueError())
attempt('again', concurrent.futures.Future().set_running_or_notify_cancel)
broken = concurrent.futures.ThreadPoolExecutor(1, initializer=lambda: 1 / 0)
__import__('logging').disable(50)
attempt('broken', lambda: broken.submit(int).result())
attempt('broken', lambda: broken.submit(int))
broken.shutdown()
