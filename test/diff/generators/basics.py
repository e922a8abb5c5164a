"""Generators produce lazily, keep their locals, end once, and are their own iterators."""


def countdown(n):
    print("  started")
    while n:
        yield n
        n -= 1
    print("  finished")


def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


def empty():
    return
    yield


generator = countdown(2)
print(type(generator).__name__, generator.__name__, iter(generator) is generator)
print("not started yet")
print(next(generator))
print(next(generator))
print(next(generator, "default"))
print(next(generator, "still over"))
print(list(fibonacci(100)), sum(fibonacci(1000)), max(fibonacci(50)))
print(list(empty()), tuple(countdown(1)), 3 in fibonacci(10), 4 in fibonacci(10))
first, second, *rest = fibonacci(30)
print(first, second, rest)
print(*fibonacci(10), sep=",")
big = fibonacci(10 ** 40)
*_, last = big
print(last)
for value in fibonacci(10):
    for other in fibonacci(3):
        print(value * 10 + other, end=" ")
print()
print(dict(enumerate(fibonacci(5))), set(fibonacci(5)), "".join(str(n) for n in fibonacci(9)))
