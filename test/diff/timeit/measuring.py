"""timeit with a clock of its own: statements, set-ups, callables, repeats, autorange, its command line; and what it refuses."""
import contextlib
import io
import timeit


class Clock:
    """Each look at it takes a second."""

    def __init__(self, step=1.0):
        self.now, self.step = 0.0, step

    def __call__(self):
        self.now += self.step
        return self.now


calls = []


def setup():
    calls.append('setup')


def work():
    calls.append('work')


timer = timeit.Timer(work, setup, timer=Clock())
print(timer.timeit(3), calls)
calls.clear()
print(timer.timeit(number=0), calls, timer.repeat(repeat=2, number=1), calls)
calls.clear()
print(timeit.timeit(work, setup, Clock(), 4), calls.count('work'), timeit.repeat(work, setup, Clock(), 3, 2), calls.count('setup'))


class Growing(Clock):
    def __call__(self):
        self.now += len(calls) * 0.001
        return self.now


calls.clear()
number, taken = timeit.Timer(work, timer=Growing()).autorange()
print(number, taken >= 0.2)
steps = []
calls.clear()
timeit.Timer(work, timer=Growing()).autorange(lambda number, taken: steps.append(number))
print(steps == sorted(steps), steps[:4])
print(timeit.default_timer.__name__, timeit.default_number, timeit.default_repeat)
for label, call in {'stmt': lambda: timeit.Timer(5), 'setup': lambda: timeit.Timer(work, 5), 'number': lambda: timeit.timeit(work, number='x'), 'raises': lambda: timeit.timeit(lambda: 1 / 0, number=1), 'none': lambda: timeit.Timer(None)}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
try:
    timeit.timeit(lambda: [].pop(), number=1)
except IndexError as error:
    out = io.StringIO()
    with contextlib.redirect_stderr(out):
        timeit.Timer(work).print_exc()
    print(error, bool(out.getvalue()))


def compare(candidates, number, repeat):
    """Which of some functions is fastest, by the best of some repeats; as a stranger would write it."""
    best = {function.__name__: min(timeit.repeat(function, number=number, repeat=repeat, timer=clock)) for function, clock in candidates.items()}
    return sorted(best, key=best.get)


def slow():
    return sum(range(10))


def quick():
    return 45


print(compare({slow: Clock(2.0), quick: Clock(0.5)}, 5, 3))
