# difftest: no-wasi (WASI has no threads)
"""Attributes that are changed in place while several threads run."""
import threading


class Body:
    def __init__(self, x, vx):
        self.x = x
        self.vx = vx


def spread(bodies):
    def work(body):
        for _ in range(2000):
            body.x = body.x * 0.999 + body.vx * 0.001
            body.vx = body.vx + 0.5 - body.x * 0.01

    threads = [threading.Thread(target=work, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [body.x for body in bodies]


print(spread([Body(0.0, 0.0), Body(1.5, 2.5), Body(1, 2)]))
