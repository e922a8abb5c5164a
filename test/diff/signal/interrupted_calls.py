"""Calls that wait let a signal's handler run: its exception ends them, else they go on."""
# difftest: no-wasi (WASI has no signals)
import fcntl
import os
import select
import signal
import socket
import tempfile
import threading
import time


def stop(number, frame):
    raise ZeroDivisionError('stopped')


came = []
left, right = socket.socketpair()
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    time.sleep(30)
    os._exit(0)
file = tempfile.TemporaryFile()
fcntl.flock(file, fcntl.LOCK_EX)
again = os.open('/proc/self/fd/%d' % file.fileno(), os.O_RDWR)
poll = select.poll()
poll.register(right, select.POLLIN)


def fill():
    while True:
        os.write(writing, bytes(1 << 16))


calls = {
    'sendall': lambda: left.sendall(bytes(1 << 24)),
    'recv': lambda: left.recv(1),
    'read': lambda: os.read(reading, 1),
    'write': fill,
    'readv': lambda: os.readv(left.fileno(), [bytearray(1)]),
    'waitpid': lambda: os.waitpid(child, 0),
    'wait3': lambda: os.wait3(0),
    'wait4': lambda: os.wait4(child, 0),
    'waitid': lambda: os.waitid(os.P_PID, child, os.WEXITED),
    'flock': lambda: fcntl.flock(again, fcntl.LOCK_EX),
    'select': lambda: select.select([left], [], []),
    'sleep': lambda: time.sleep(20),
    'lock': lambda: locked.acquire(),
    'sigwait': lambda: signal.pause(),
}
locked = threading.Lock()
locked.acquire()
signal.signal(signal.SIGALRM, stop)
for name, call in calls.items():
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    try:
        print(name, call())
    except ZeroDivisionError as error:
        print(name, error)
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)

# a handler that returns: the call goes on, up to its own time limit
signal.signal(signal.SIGALRM, lambda *_: came.append(1))
left, right = socket.socketpair()
left.settimeout(0.2)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
try:
    left.sendall(bytes(1 << 24))
except TimeoutError as error:
    print(error, len(came) > 3)
signal.setitimer(signal.ITIMER_REAL, 0)

# one poll object in two threads
poll = select.poll()
quiet, other = socket.socketpair()
poll.register(quiet, select.POLLIN)
thread = threading.Thread(target=lambda: print(len(poll.poll())))
thread.start()
time.sleep(0.05)
try:
    poll.poll(0)
except RuntimeError as error:
    print(error)
for fd in range(100):
    poll.register(fd + 500)
other.send(b'x')
thread.join()
