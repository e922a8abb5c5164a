# Clocks: what get_clock_info says, how they go on, nanoseconds beside floats, sleeping none, timers a program builds on them.
import time

for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    info = time.get_clock_info(name)
    clock, clock_ns = getattr(time, name), getattr(time, name + '_ns')
    first, second, third = clock(), clock_ns() / 1e9, clock()
    print(name, info.monotonic, info.adjustable, 0 < info.resolution <= 0.02, type(info.implementation).__name__, type(first).__name__, type(clock_ns()).__name__, name == 'time' or first <= second + 1e-6 <= third + 1)


class Stopwatch:
    """Laps over any clock: real ones and one that the test moves by hand."""

    def __init__(self, clock=time.perf_counter):
        self.clock, self.laps, self.started = clock, [], None

    def __enter__(self):
        self.started = self.clock()
        return self

    def lap(self, name):
        now = self.clock()
        self.laps.append((name, now - self.started - sum(length for _, length in self.laps)))
        return self.laps[-1]

    def __exit__(self, *exc):
        self.total = self.clock() - self.started
        return False


class Hand:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


hand = Hand()
with Stopwatch(hand) as watch:
    for name, length in (('read', 0.5), ('parse', 1.25), ('write', 0.125)):
        hand.now += length
        print(watch.lap(name), end=' ')
    hand.now += 1
print(watch.total, watch.laps)
with Stopwatch() as watch:
    sum(range(10000))
    watch.lap('sum')
print(watch.total >= watch.laps[0][1] >= 0, len(watch.laps))
start = time.monotonic()
for length in (0, 0.0, 0.001, False):
    print(time.sleep(length), end=' ')
print(time.monotonic() - start < 5)


class RateLimit:
    def __init__(self, count, period, clock):
        self.count, self.period, self.clock, self.moments = count, period, clock, []

    def allow(self):
        now = self.clock()
        self.moments = [moment for moment in self.moments if moment > now - self.period]
        if len(self.moments) < self.count:
            self.moments.append(now)
            return True
        return False


limit = RateLimit(3, 1.0, hand)
answers = []
for step in range(12):
    answers.append(limit.allow())
    hand.now += 0.25
print(answers)


class Cache:
    def __init__(self, lifetime, clock):
        self.lifetime, self.clock, self.entries = lifetime, clock, {}

    def get(self, key, make):
        entry = self.entries.get(key)
        if entry is None or entry[0] < self.clock():
            entry = self.entries[key] = self.clock() + self.lifetime, make()
        return entry[1]


cache, made = Cache(2, hand), iter(range(100))
print([(setattr(hand, 'now', hand.now + 0.8), cache.get('k', lambda: next(made)))[1] for _ in range(9)])
before = time.process_time_ns()
total = 0
for n in range(20000):
    total += n * n
print(time.process_time_ns() >= before, total, time.thread_time() >= 0, time.time() > 1.7e9, abs(time.time() - time.time_ns() / 1e9) < 1, time.clock_getres(time.CLOCK_MONOTONIC) > 0, time.clock_gettime(time.CLOCK_MONOTONIC) <= time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e9)
print(abs(time.mktime(time.localtime(10 ** 9)) - 10 ** 9), time.localtime(86400 * 200)[:2], len(time.tzname), type(time.timezone).__name__, type(time.altzone).__name__, time.daylight in (0, 1), abs(time.localtime().tm_gmtoff) < 86400)
for call in (lambda: time.perf_counter(1), lambda: time.clock_gettime('x'), lambda: time.clock_gettime(10 ** 6), lambda: time.monotonic_ns(0), lambda: time.time(None), lambda: time.clock_getres(-99), lambda: time.sleep(), lambda: time.sleep(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
