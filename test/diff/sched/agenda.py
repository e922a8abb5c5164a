"""An agenda on sched with a clock of its own: order, priorities, equal times, cancelling, repeated events, errors in events."""
import sched


class Clock:
    def __init__(self):
        self.now, self.slept = 100, []

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


clock = Clock()
agenda = sched.scheduler(clock.time, clock.sleep)
seen = []


def note(*args, **kwargs):
    seen.append((clock.now, args, kwargs))


first = agenda.enter(10, 1, note, ('ten',))
agenda.enter(5, 2, note, argument=('five, later',))
agenda.enter(5, 1, note, argument=('five, first',), kwargs={'key': 'value'})
absolute = agenda.enterabs(103, 9, note)
dropped = agenda.enter(7, 1, note, ('never',))
print(agenda.empty(), len(agenda.queue), [event.time for event in agenda.queue], type(first).__name__, first._fields, first.time, first.priority, first.argument, first.kwargs, first.action is note)
print(agenda.cancel(dropped), len(agenda.queue), agenda.run(), agenda.empty(), clock.slept)
for entry in seen:
    print(entry)
for label, call in {'cancel': lambda: agenda.cancel(dropped), 'cancel done': lambda: agenda.cancel(first), 'cancel type': lambda: agenda.cancel(5), 'arguments': lambda: agenda.enter(1, 1), 'delay': lambda: agenda.enter('x', 1, note)}.items():
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)
seen.clear()


def repeat(count, every):
    note(count)
    if count > 1:
        agenda.enter(every, 1, repeat, (count - 1, every))


agenda.enter(1, 1, repeat, (3, 20))
agenda.enter(30, 0, note, ('in between',))
print(agenda.run(), seen)
seen.clear()
agenda.enter(0, 1, note, ('now',))
agenda.enter(4, 1, note, ('soon',))
print(agenda.run(blocking=False), seen, agenda.run(blocking=False), len(agenda.queue))
clock.now += 10
print(agenda.run(blocking=False), seen)


def fail():
    raise RuntimeError('an event failed')


agenda.enter(1, 1, fail)
agenda.enter(2, 1, note, ('after the failure',))
try:
    agenda.run()
except RuntimeError as error:
    print(error, len(agenda.queue))
print(agenda.run(), seen[-1])
a, b = agenda.enter(1, 5, note), agenda.enter(1, 5, note)
print(a < b, a == b, a.sequence < b.sequence, a > first, sorted([b, a]) == [a, b], a == agenda.queue[0])
agenda.cancel(a)
agenda.cancel(b)
log = []


def chain(name, left):
    log.append((clock.now, name))
    if left:
        agenda.enter(left, ord(name), chain, (chr(ord(name) + 1), left - 1))


agenda.enter(0, 0, chain, ('a', 3))
agenda.enter(0, 0, chain, ('m', 2))
agenda.run()
print(log)
print(sched.scheduler().empty(), sched.scheduler().run(), sched.scheduler(timefunc=clock.time).queue)
