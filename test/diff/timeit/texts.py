# timeit: statements and preparations that are texts, with functions beside them, their names, errors in them.
import timeit

ticks = [0.0]
calls = []


def clock():
    ticks[0] += 0.5
    return ticks[0]


def work(n):
    calls.append(n)


print(timeit.timeit('"-".join(str(n) for n in range(10))', number=3, timer=clock))
print(timeit.timeit('work(x)', setup='x = 5', number=2, timer=clock, globals=globals()), calls)
print(timeit.timeit('work(y)\nwork(-y)', 'from __main__ import work\ny = 7', number=2, timer=clock), calls)
print(timeit.repeat('text.find(char)', 'text = "sample"; char = "p"', repeat=2, number=3, timer=clock))
timer = timeit.Timer(stmt='if True:\n    calls.append("s")', setup=lambda: calls.append('setup'), timer=clock, globals={'calls': calls})
print(timer.timeit(2), calls[-3:])
timer = timeit.Timer(lambda: calls.append('f'), 'import math', timer=clock)
print(timer.timeit(1), timer.repeat(1, 2), calls[-3:])
print(timeit.timeit('random.shuffle(x); x.sort()', 'import random, os.path as path; x = list(range(5))', number=3, timer=clock))
print(timeit.timeit(setup='from fractions import Fraction\nfrom string import digits as d', stmt='Fraction(3, 6) + len(d)', number=3, timer=clock))
for call in (lambda: timeit.timeit('1 / 0', number=1), lambda: timeit.timeit('unknown', number=1), lambda: timeit.timeit('x = x + 1', 'x = 1', number=1),
             lambda: timeit.timeit('y', 'y = 1 / 0', number=1), lambda: timeit.Timer('x = ('), lambda: timeit.Timer('  pass', 'if 1:')):
    try:
        print(call() is not None)
    except Exception as error:
        print(type(error).__name__)
