# sched: order by time and priority, cancel, queue, run without blocking, own clocks, errors.
import sched

now = [100.0]
slept = []


def delay(seconds):
    slept.append(round(seconds, 3))
    now[0] += seconds


s = sched.scheduler(lambda: now[0], delay)
log = []
e1 = s.enter(5, 1, log.append, ('five',))
e2 = s.enterabs(102, 2, lambda **kw: log.append(kw), kwargs={'k': 1})
e3 = s.enter(2, 1, log.append, argument=('two first',))
e4 = s.enter(2, 1, log.append, ('two second',))
e5 = s.enter(9, 0, log.append, ('never',))
print(len(s.queue), [(e.time, e.priority, e.argument) for e in s.queue], s.empty(), e1.sequence, e4.sequence)
s.cancel(e5)
try:
    s.cancel(e5)
except ValueError as error:
    print(type(error).__name__, error)
print(s.run(), log, slept, now, s.empty())
s.enter(1, 1, lambda: s.enter(1, 1, log.append, ('nested',)))
s.enter(10, 1, log.append, ('late',))
print(s.run(blocking=False), now)
now[0] += 1
print(s.run(False), now)
now[0] += 1
print(s.run(False), log[-1])
s.run()
print(log[-1], now)


def fails():
    raise KeyError('in event')


s.enter(1, 1, fails)
s.enter(2, 1, log.append, ('after',))
try:
    s.run()
except KeyError as error:
    print(error, len(s.queue))
s.run()
print(log[-1], e1 == e1, e1 < e2, e3._replace(priority=0).priority, type(e1).__name__, sorted([e1, e2, e3])[0].argument)
for call in (lambda: s.enter(1), lambda: s.enter('x', 1, print), lambda: s.enter(1, 1, print, 5)):
    try:
        call()
    except TypeError as error:
        print(type(error).__name__, error)
