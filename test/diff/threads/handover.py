# difftest: no-wasi (threads)
# Threads that only compute take turns too: none waits for the end of another.
import queue
import threading

stop = False
counts = [0, 0]


def spin(number):
    while not stop:
        counts[number] += 1


threads = [threading.Thread(target=spin, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
while min(counts) < 1000:
    pass
stop = True
for thread in threads:
    thread.join()
print('both ran')

channel = queue.Queue(maxsize=2)


def produce():
    for number in range(5):
        channel.put(number)
    channel.put(None)


threading.Thread(target=produce, daemon=True).start()
while (item := channel.get()) is not None:
    print('got', item)
try:
    channel.get(timeout=0.01)
except queue.Empty:
    print('empty')
ranked = queue.PriorityQueue()
for item in (3, 1, 2):
    ranked.put(item)
print([ranked.get() for _ in range(3)])
