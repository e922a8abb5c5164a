# timeit: timers with functions, numbers, repeats, autorange, own clocks, setup, errors.
import timeit

ticks = [0.0]


def clock():
    ticks[0] += 0.5
    return ticks[0]


calls = []
t = timeit.Timer(lambda: calls.append('s'), lambda: calls.append('setup'), timer=clock)
print(t.timeit(3), calls, t.repeat(2, 1), calls)
calls.clear()
print(timeit.timeit(lambda: calls.append(1), number=4, timer=clock), len(calls), timeit.repeat(lambda: None, repeat=3, number=0, timer=clock))
seen = []
print(t.autorange(lambda number, taken: seen.append((number, taken))), seen[-1])
for call in (lambda: timeit.Timer(5), lambda: timeit.Timer(lambda: 1, 5), lambda: timeit.timeit(lambda: 1 / 0, number=1), lambda: timeit.Timer(lambda: 1).timeit('x'), lambda: timeit.timeit(number=1, stmt=lambda: 5, setup=lambda: 1 / 0)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(timeit.default_timer() > 0, timeit.default_number, timeit.default_repeat, timeit.default_timer.__name__, timeit.timeit(lambda: None, number=10) >= 0)
