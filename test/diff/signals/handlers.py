"""The module signal: handlers, numbers, names."""
# difftest: no-wasi (WASI has no signals)
import os
import signal
import time

log = []


def handler(number, frame):
    log.append(signal.Signals(number).name)


print(signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(signal.signal(signal.SIGUSR1, handler))
print(signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
print(log)
os.kill(os.getpid(), signal.SIGUSR1)
print(log)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
print(log, signal.getsignal(signal.SIGUSR1))
print(repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))


def failing(number, frame):
    raise RuntimeError(f'signal {number}')


signal.signal(signal.SIGUSR2, failing)
try:
    signal.raise_signal(signal.SIGUSR2)
except RuntimeError as error:
    print(error)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('interrupted')
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.01)
start = time.monotonic()
time.sleep(0.05)
print(time.monotonic() - start >= 0.05, log[-1])
print(signal.getitimer(signal.ITIMER_REAL))
for arguments in (0, handler), (65, handler), (signal.SIGUSR1, 'x'):
    try:
        signal.signal(*arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    signal.signal(signal.SIGKILL, handler)
except OSError as error:
    print(error)
print(signal.strsignal(signal.SIGINT), signal.strsignal(11), signal.SIGTERM, repr(signal.SIGHUP))
print(signal.Signals(15), signal.SIG_DFL, repr(signal.SIG_IGN), signal.NSIG)
print(signal.SIGINT in signal.valid_signals(), len(signal.valid_signals()))
old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2])
print(old)
signal.raise_signal(signal.SIGUSR2)
print(signal.sigpending())
try:
    print(signal.pthread_sigmask(signal.SIG_SETMASK, old))
except RuntimeError as error:
    print('late', error)
signal.signal(signal.SIGINT, handler)
signal.raise_signal(signal.SIGINT)
print(log[-1])
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('again')
