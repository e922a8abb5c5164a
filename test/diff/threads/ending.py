# difftest: no-wasi (threads)
# The end of a program: it waits for its threads, then for nobody; daemons just stop.
import atexit
import threading
import time


def spin():
    while True:
        time.sleep(0.001)


def late():
    time.sleep(0.05)
    print('late')


threading.Thread(target=spin, daemon=True).start()
threading.Thread(target=late).start()
atexit.register(print, 'at exit')
print('end of main')
