"""Decorators: stacked, with arguments, classes as decorators, order of evaluation, functools.wraps."""
import functools

def trace(label):
    print("make", label)
    def decorate(f):
        print("apply", label, f.__name__)
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            print(label, "->", args, kwargs)
            result = f(*args, **kwargs)
            print(label, "<-", result)
            return result
        return wrapper
    return decorate
@trace("outer")
@trace("inner")
def add(a, b=1):
    """Adds."""
    return a + b
print(add(2), add(2, b=5), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(1, 1))
class Count:
    def __init__(self, f):
        self.f, self.calls = f, 0
        functools.update_wrapper(self, f)
    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)
@Count
def square(x):
    return x * x
print([square(i) for i in range(4)], square.calls, square.__name__)
def register(registry):
    def decorate(f):
        registry[f.__name__] = f
        return f
    return decorate
commands = {}
@register(commands)
def start(): return "started"
@register(commands)
def stop(): return "stopped"
print({name: f() for name, f in commands.items()})
@(lambda f: lambda *a: ("wrapped", f(*a)))
def weird(x):
    return x
print(weird(1))
def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
@staticmethod
def module_static(): return "ok"
print(module_static())
