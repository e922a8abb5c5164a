"""timeit with callables: repeat, autorange's steps with a made clock, globals, setup's count, print_exc, default_timer, wrong arguments."""
import itertools
import time
import timeit


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Clock:
    """Moves by one at each look."""

    def __init__(self, step=1):
        self.looks, self.step = 0, step

    def __call__(self):
        self.looks += 1
        return self.looks * self.step


counts = {'statement': 0, 'setup': 0}


def statement():
    counts['statement'] += 1


def setup():
    counts['setup'] += 1


def reset():
    result = dict(counts)
    counts.update(statement=0, setup=0)
    return result


timer = timeit.Timer(statement, setup, timer=Clock())
print(timer.timeit(), reset())
print(timer.timeit(7), reset(), timer.timeit(number=0), reset())
print(timer.repeat(3, 5), reset(), timer.repeat(repeat=2, number=1), reset(), timer.repeat(0), reset())
print(timeit.timeit(statement, setup, Clock(2), 4), reset(), timeit.repeat(statement, setup, Clock(5), 2, 3), reset(), timeit.timeit(statement, number=3, timer=Clock()), reset())
print(timeit.Timer(statement, setup, timer=Clock(0.01)).autorange() if False else timeit.Timer(statement, setup, timer=Clock(0.3)).autorange(), reset())


class Growing:
    """A clock by which each call of the statement takes 3 ms."""

    def __call__(self):
        return counts['statement'] * 0.003


steps = []
print(timeit.Timer(statement, setup, timer=Growing()).autorange(lambda number, taken: steps.append((number, round(taken, 4)))), steps, reset())
print(timeit.default_timer is time.perf_counter, timeit.default_number, timeit.default_repeat)


class Called:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return 'ignored'


called = Called()
print(timeit.timeit(called, number=10, timer=Clock()), called.n)
bound = [].append if False else [1, 2, 3].copy
print(timeit.timeit(bound, number=2, timer=Clock()))
import gc
states = []
gc.enable()
timeit.Timer(lambda: states.append(gc.isenabled()), lambda: states.append('setup'), timer=Clock()).timeit(2)
print(states, gc.isenabled())
gc.disable()
timeit.Timer(lambda: states.append(gc.isenabled()), lambda: gc.enable(), timer=Clock()).timeit(1)
print(states[-1], gc.isenabled())
gc.enable()


def fail():
    raise RuntimeError('in the statement')


attempt('fails', timeit.Timer(fail, timer=Clock()).timeit, 1)
print(gc.isenabled())
attempt('setup fails', timeit.Timer(statement, fail, timer=Clock()).timeit, 1)
attempt('number', timeit.timeit, statement, number='x')
attempt('negative', timeit.timeit, statement, number=-1, timer=Clock())
attempt('statement', timeit.Timer, 5)
attempt('statement', timeit.Timer, None)
attempt('setup', timeit.Timer, statement, 5)
attempt('arguments', timeit.Timer(lambda x: x, timer=Clock()).timeit, 1)
attempt('timer', timeit.Timer(statement, timer=5).timeit, 1)
attempt('repeat', timeit.repeat, statement, repeat='x')
started = time.perf_counter()
taken = timeit.timeit(lambda: time.sleep(0.005), number=3)
print(0.014 < taken <= time.perf_counter() - started)
