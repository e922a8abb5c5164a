"""signal: enumerations and names, masks, pending and waiting, timers, siginterrupt, wakeup descriptors, raise_signal in handlers, errors of every call."""
# difftest: no-wasi (no signals)
import os
import signal
import threading
import time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


print([(s.name, s.value) for s in signal.Signals], [h.name for h in signal.Handlers], [m.name for m in signal.Sigmasks])
print(signal.Signals(2), repr(signal.SIGTERM), signal.Signals['SIGHUP'], signal.SIGINT == 2, isinstance(signal.SIG_DFL, int), repr(signal.SIG_IGN), signal.SIG_BLOCK, repr(signal.SIG_UNBLOCK), signal.NSIG, signal.SIGRTMIN, signal.SIGRTMAX, signal.ITIMER_REAL, signal.ItimerError is OSError)
for number in (1, 9, 15, signal.SIGUSR1, 34, 64, 0, 99, -1, 'x'):
    attempt(f'strsignal {number!r}', signal.strsignal, number)
print(len(signal.valid_signals()), signal.SIGKILL in signal.valid_signals(), sorted(signal.valid_signals())[:3])
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)), repr(signal.getsignal(signal.SIGPIPE)), signal.getsignal(signal.SIGKILL))
seen = []


def handler(number, frame):
    seen.append((signal.Signals(number).name, frame is not None))


class Callable:
    def __call__(self, number, frame):
        seen.append(('object', number))


print(repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) is handler, signal.signal(signal.SIGUSR1, Callable()) is handler)
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, handler)
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(10)
print(seen, repr(signal.signal(signal.SIGUSR2, signal.SIG_IGN)), signal.raise_signal(signal.SIGUSR2), repr(signal.getsignal(signal.SIGUSR2)), repr(signal.signal(signal.SIGUSR2, 0)))
for args in ((signal.SIGUSR1,), (0, handler), (65, handler), (signal.SIGKILL, handler), (signal.SIGUSR1, None), (signal.SIGUSR1, 'x'), (signal.SIGUSR1, 5), ('x', handler), (signal.SIGUSR1, handler, 1)):
    attempt(f'signal{len(args)}', signal.signal, *args)
attempt('get', signal.getsignal, 0)
attempt('get', signal.getsignal, 100)
attempt('raise', signal.raise_signal, 999)
attempt('raise', signal.raise_signal, 'x')

seen.clear()
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]), os.kill(os.getpid(), signal.SIGUSR1), seen, signal.sigpending(), signal.pthread_sigmask(signal.SIG_BLOCK, []))
print(signal.sigwait([signal.SIGUSR1]), repr(signal.sigwait({signal.SIGUSR2} if signal.raise_signal(signal.SIGUSR2) is None else ())), signal.sigpending(), seen)
signal.raise_signal(signal.SIGUSR1)
info = signal.sigwaitinfo([signal.SIGUSR1])
print(type(info).__name__, info.si_signo, info.si_code, info.si_pid == os.getpid(), info.si_uid == os.getuid(), info.si_errno, info.si_status, len(info), [n for n in dir(info) if n.startswith('si_')])
print(signal.sigtimedwait([signal.SIGUSR1], 0.001), signal.sigtimedwait([signal.SIGUSR1], 0))
signal.raise_signal(signal.SIGUSR1)
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]), seen, signal.pthread_sigmask(signal.SIG_SETMASK, ()), signal.pthread_sigmask(signal.SIG_BLOCK, set()))
attempt('mask', signal.pthread_sigmask, 99, [])
attempt('mask', signal.pthread_sigmask, signal.SIG_BLOCK, [0])
attempt('mask', signal.pthread_sigmask, signal.SIG_BLOCK, [1000])
attempt('mask', signal.pthread_sigmask, signal.SIG_BLOCK, 5)
attempt('mask', signal.pthread_sigmask, signal.SIG_BLOCK, ['x'])
attempt('mask', signal.pthread_sigmask, signal.SIG_BLOCK)
attempt('wait', signal.sigtimedwait, [signal.SIGUSR1], -1)
attempt('wait', signal.sigtimedwait, [signal.SIGUSR1], 'x')
attempt('wait', signal.sigwait, [-1])
attempt('kill', signal.pthread_kill, threading.get_ident(), 0)
attempt('kill', signal.pthread_kill, threading.get_ident(), 999)
seen.clear()
signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
print(seen)

signal.signal(signal.SIGALRM, handler)
seen.clear()
print(signal.alarm(5), signal.alarm(0), signal.setitimer(signal.ITIMER_REAL, 0.01), signal.pause(), seen, signal.getitimer(signal.ITIMER_REAL))
seen.clear()
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.005)
while len(seen) < 3:
    time.sleep(0.05)
old = signal.setitimer(signal.ITIMER_REAL, 0)
print(seen[:3], 0 <= old[0] <= 0.01, round(old[1], 3), signal.getitimer(signal.ITIMER_VIRTUAL), signal.getitimer(signal.ITIMER_PROF))
attempt('timer', signal.setitimer, 9, 1)
attempt('timer', signal.getitimer, 9)
attempt('timer', signal.setitimer, signal.ITIMER_REAL, -1)
attempt('timer', signal.setitimer, signal.ITIMER_REAL, 'x')
attempt('timer', signal.setitimer, signal.ITIMER_REAL)
attempt('alarm', signal.alarm, 'x')
attempt('alarm', signal.alarm, 1.5)
print(signal.siginterrupt(signal.SIGUSR1, False), signal.siginterrupt(signal.SIGUSR1, True))
attempt('interrupt', signal.siginterrupt, 0, True)
attempt('interrupt', signal.siginterrupt, 1000, True)

read, write = os.pipe()
os.set_blocking(write, False)
print(signal.set_wakeup_fd(write), signal.raise_signal(signal.SIGUSR1), os.read(read, 10), signal.set_wakeup_fd(-1, warn_on_full_buffer=False) == write, signal.set_wakeup_fd(-1))
attempt('wakeup', signal.set_wakeup_fd, 999)
attempt('wakeup', signal.set_wakeup_fd, 'x')
blocking = os.dup(write)
os.set_blocking(blocking, True)
attempt('blocking', lambda: (signal.set_wakeup_fd(blocking), 'set')[1])


def failing(number, frame):
    raise LookupError('from the handler')


signal.signal(signal.SIGUSR1, failing)
try:
    signal.raise_signal(signal.SIGUSR1)
    print('not reached')
except LookupError as error:
    print('caught', error)
try:
    signal.raise_signal(signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt:
    print('interrupted')
attempt('default', signal.default_int_handler)
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt as error:
    print('by hand', error.args)


def nested(number, frame):
    seen.append('outer in')
    signal.signal(signal.SIGUSR2, lambda *args: seen.append('inner'))
    signal.raise_signal(signal.SIGUSR2)
    seen.append('outer out')


seen.clear()
signal.signal(signal.SIGUSR1, nested)
signal.raise_signal(signal.SIGUSR1)
print(seen)
errors = []


def in_thread():
    for call in (lambda: signal.signal(signal.SIGUSR1, handler), lambda: signal.set_wakeup_fd(-1)):
        try:
            call()
        except ValueError as error:
            errors.append(str(error))


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
print(errors)
