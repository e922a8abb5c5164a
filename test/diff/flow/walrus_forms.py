"""Assignment expressions in conditions, loops, comprehensions, calls and coroutines."""
import asyncio

numbers = iter([3, 1, 4, 1, 5, 0, 9])
while (n := next(numbers)) != 0:
    print(n, end=" ")
print("stopped at", n)
if (length := len("hello")) > 3 and (half := length // 2):
    print(length, half)
print((a := 1) + (b := a + 1), a, b, [c := 5, c + 1], f"{(d := 7)} {d}")
print(any((found := w).startswith("b") for w in ["apple", "bean", "beet"]), found)
values = [y for x in range(6) if (y := x * x) % 2 == 0]
print(values, y)


def total(items):
    running = 0
    return [running := running + item for item in items], running


def call(first, second=None):
    return first, second


print(total([1, 2, 3]), call(e := 1, second=(e := 2)), e)
result = (g := 3), (g := g + 1)
print(result, g)
x = (y := (z := 5) + 1) * 2
print(x, y, z)


async def source(n):
    await asyncio.sleep(0)
    return n - 1 if n else None


async def main():
    n = 4
    seen = []
    while (n := await source(n)) is not None:
        seen.append(n)
    print(seen)
    print([value for i in range(4) if (value := await source(i)) is not None], value)
    if (task := asyncio.create_task(source(10))) and (answer := await task) > 5:
        print(answer, task.done())


asyncio.run(main())
lines = "a=1\nb\nc=3".splitlines()
print({key: parts[1] for line in lines if len(parts := line.split("=")) == 2 and (key := parts[0])})
