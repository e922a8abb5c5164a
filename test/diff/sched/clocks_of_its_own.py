"""sched with a clock of its own: priorities, cancelling, events made while it runs, blocking=False, exceptions in actions, the queue and its events."""
import sched
import time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Clock:
    def __init__(self):
        self.now, self.slept = 0, []

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def make():
    clock = Clock()
    return clock, sched.scheduler(clock.time, clock.sleep)


clock, s = make()
log = []
e1 = s.enter(5, 1, log.append, ('five',))
e2 = s.enter(2, 2, log.append, argument=('two, second',))
e3 = s.enter(2, 1, log.append, kwargs={}, argument=('two, first',))
e4 = s.enterabs(9, 1, lambda *args, **kwargs: log.append((args, kwargs)), (1, 2), {'k': 3})
e5 = s.enterabs(2, 1, log.append, ('two, third',))
print(type(e1), e1._fields, e1[:3], e1.time, e1.priority, e1.sequence, e1.argument, e1.kwargs == {})
print([(event.time, event.priority, event.argument) for event in s.queue], s.empty())
print(e3 < e5, e1 > e2, e1 == e1, sorted([e4, e1, e2])[0] is e2)
print(s.cancel(e2), len(s.queue))
attempt('cancel twice', s.cancel, e2)
attempt('cancel other', s.cancel, 5)
print(s.run(), log, clock.slept, clock.now, s.empty(), s.run())

clock, s = make()
log = []


def repeat(n):
    log.append((clock.now, n))
    if n:
        s.enter(n, 1, repeat, (n - 1,))


s.enter(1, 1, repeat, (3,))
s.run()
print(log, clock.slept)

clock, s = make()
log = []
for delay in (0, 1, 3):
    s.enter(delay, 1, log.append, (delay,))
for step in (0, 1, 5):
    clock.now = step
    print(step, s.run(blocking=False), log)
print(s.run(False))


def fail():
    raise ValueError('in an action')


clock, s = make()
log = []
s.enter(1, 1, fail)
s.enter(2, 1, log.append, ('after',))
attempt('fails', s.run)
print(len(s.queue), s.run(), log)

clock, s = make()
log = []
victim = s.enter(5, 1, log.append, ('victim',))
s.enter(1, 1, s.cancel, (victim,))
s.enter(1, 2, log.append, ('now',))
s.enter(-3, 5, log.append, ('past',))
print(s.run(), log, clock.now)

clock, s = make()
same = [s.enterabs(1, 1, log.append, (n,)) for n in range(10)]
s.cancel(same[4])
log.clear()
s.run()
print(log)
attempt('no action', s.enter, 1, 1)
attempt('text time', lambda: (s.enter('x', 1, print), s.run()))
clock, s = make()
attempt('text times', lambda: (s.enterabs('x', 1, print), s.enterabs(1, 1, print)))
clock, s = make()
attempt('not callable', lambda: (s.enter(1, 1, 5), s.run()))
attempt('argument', lambda: (s.enter(1, 1, print, 5), s.run()))
attempt('clock', lambda: sched.scheduler(5).enter(1, 1, print))

real = sched.scheduler()
started = time.monotonic()
log = []
real.enter(0.03, 1, log.append, ('b',))
real.enter(0.01, 1, log.append, ('a',))
print(real.run(blocking=False) > 0, real.run(), log, time.monotonic() - started >= 0.03, real.timefunc is time.monotonic, real.delayfunc is time.sleep)
