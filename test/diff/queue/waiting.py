# difftest: no-wasi (threads)
"""queue, sched, graphlib, timeit: their whole interface."""
import graphlib
import queue
import sched
import threading
import time
import timeit

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    box = kind() if kind is queue.SimpleQueue else kind(maxsize=3)
    print(kind.__name__, box.empty(), box.qsize())
    for item in (3, 1, 2):
        box.put(item)
    if kind is not queue.SimpleQueue:
        print(box.full(), box.maxsize)
        for call in (lambda: box.put_nowait(4), lambda: box.put(4, timeout=0.01), lambda: box.put(4, False)):
            try:
                call()
            except queue.Full as error:
                print("Full", repr(error))
        try:
            box.put(1, timeout=-1)
        except ValueError as error:
            print(error)
    print([box.get(), box.get_nowait(), box.get(timeout=1)])
    for call in (box.get_nowait, lambda: box.get(timeout=0.01), lambda: box.get(False)):
        try:
            call()
        except queue.Empty as error:
            print("Empty", repr(error))

work = queue.Queue()
results = []


def worker():
    while True:
        item = work.get()
        if item is None:
            work.task_done()
            return
        results.append(item * item)
        work.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(20):
    work.put(i)
work.join()
for _ in threads:
    work.put(None)
for thread in threads:
    thread.join()
print(sorted(results), work.unfinished_tasks)
try:
    work.task_done()
except ValueError as error:
    print(error)


class Clock:
    now = 0.0

    def time(self):
        return self.now

    def sleep(self, seconds):
        print("sleep", seconds)
        self.now += seconds


clock = Clock()
plan = sched.scheduler(clock.time, clock.sleep)
plan.enter(2, 1, print, ("two",))
plan.enter(1, 2, print, ("one, later",))
plan.enter(1, 1, print, ("one, first",), {"end": "!\n"})
event = plan.enterabs(5, 1, print, argument=("never",))
print(plan.empty(), len(plan.queue), [e.time for e in plan.queue], event.priority)
plan.cancel(event)
try:
    plan.cancel(event)
except ValueError as error:
    print("ValueError", error)
print(plan.run(blocking=False))
plan.run()
print(plan.empty(), clock.now)
real = sched.scheduler(time.monotonic, time.sleep)
real.enter(0.01, 1, print, ("real",))
real.run()

sorter = graphlib.TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}})
print(list(sorter.static_order())[0], list(graphlib.TopologicalSorter({1: [2], 2: [3]}).static_order()))
sorter = graphlib.TopologicalSorter()
sorter.add("x", "y", "z")
sorter.add("y", "z")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
print(bool(sorter))
for act in (lambda: sorter.add("q"), lambda: sorter.done("nope"), lambda: sorter.prepare()):
    try:
        act()
    except ValueError as error:
        print(error)
try:
    graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare()
except graphlib.CycleError as error:
    print(error.args)

calls = []
print(timeit.timeit(lambda: calls.append(1), number=5) >= 0, len(calls))
print(len(timeit.repeat(lambda: None, number=2, repeat=3)))
timer = timeit.Timer(lambda: calls.append(2), setup=lambda: calls.clear())
print(timer.timeit(3) >= 0, calls)
print(timeit.default_timer() > 0, timer.autorange()[0] > 0)
