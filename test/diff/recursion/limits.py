"""Recursion that never ends raises RecursionError, in Python functions and inside the runtime."""
def f(n):
    return 0 if n == 0 else 1 + f(n - 1)
def g(n):
    return [g(n - 1)] if n else []
class A:
    def __getattr__(self, name): return getattr(self, name + "x")
def endless(n): return endless(n + 1) + 1
print(f(900), len(repr(g(200))))
for fn in (lambda: endless(0), lambda: A().y, lambda: f(10**6)):
    try:
        fn()
    except RecursionError as e:
        print("RecursionError")
x = []
for _ in range(100000): x = [x]
try:
    repr(x)
except RecursionError: print("repr RecursionError")
