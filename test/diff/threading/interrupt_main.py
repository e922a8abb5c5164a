"""_thread.interrupt_main: the signal comes in the main thread after the call that waits, or at once; handlers of other signals."""
# difftest: no-wasi (there are no threads and signals)
import _thread
import os
import signal
import threading
import time
from types import MappingProxyType

thread = threading.Thread(target=_thread.interrupt_main)
try:
    thread.start()
    thread.join()
    print('joined')
except KeyboardInterrupt as error:
    print(repr(error))
thread.join()


def late():
    time.sleep(0.05)
    _thread.interrupt_main()


thread = threading.Thread(target=late)
thread.start()
try:
    time.sleep(0.2)
    print('slept')
except KeyboardInterrupt as error:
    print(repr(error))
thread.join()
try:
    _thread.interrupt_main()
    print('not interrupted')
except KeyboardInterrupt as error:
    print(repr(error))

signal.signal(signal.SIGUSR1, lambda number, frame: print('handler', number))
_thread.interrupt_main(signal.SIGUSR1)
for number in (0, 65, -1, 'x'):
    try:
        _thread.interrupt_main(number)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
signal.signal(signal.SIGINT, lambda number, frame: print('handler', number))
_thread.interrupt_main()
for handler in (signal.SIG_IGN, signal.SIG_DFL):
    signal.signal(signal.SIGINT, handler)
    _thread.interrupt_main()

# what happens when the process forks
for hooks in ({}, {'before': 1}, {'after_in_child': None}, {'after_in_parent': 3}, {'other': print}):
    try:
        print(os.register_at_fork(**hooks))
    except TypeError as error:
        print(error)
print(MappingProxyType[str, int])
