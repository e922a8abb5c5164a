"""nonlocal: counters, accumulators, several levels, shared cells between functions."""
def counter(start=0):
    n = start
    def up(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        n = start
    def value():
        return n
    return up, reset, value
up, reset, value = counter(5)
other_up, *_ = counter()
print(up(), up(), other_up(), value(), reset(), value(), up(10**20), up(0.5))
def levels():
    x = "levels"
    def a():
        x = "a"
        def b():
            nonlocal x
            x = "set by b"
            def c():
                nonlocal x
                x += " and c"
            c()
        b()
        return x
    return a(), x
print(levels())
def outer():
    log = []
    total = 0
    def add(*values):
        nonlocal total, log
        for v in values:
            total += v
            log = log + [v]
        return add
    add.result = lambda: (total, log)
    return add
print(outer()(1)(2, 3)(4).result())
def deleting():
    x = 1
    def remove():
        nonlocal x
        del x
    remove()
    try:
        return x
    except NameError as error:
        return f"{type(error).__name__}: {error}"
print(deleting())
def loop_target():
    i = None
    def run():
        nonlocal i
        for i in range(4):
            pass
        return i
    return run(), i
print(loop_target())
def with_exception():
    last = None
    def attempt(f):
        nonlocal last
        try:
            return f()
        except Exception as e:
            last = e
    attempt(lambda: 1 / 0)
    attempt(lambda: [][1])
    return repr(last)
print(with_exception())
def average():
    count = total = 0
    def push(v):
        nonlocal count, total
        count, total = count + 1, total + v
        return total / count
    return push
push = average()
print([push(v) for v in (10, 20, 60)])
class Holder:
    n = 1
    def method(self):
        n = 2
        def inner():
            nonlocal n
            n += 1
            return n
        return inner(), n, self.n, Holder.n
print(Holder().method())
def swap():
    a, b = 1, 2
    def do():
        nonlocal a, b
        a, b = b, a
    do()
    return a, b
print(swap())
