"""Handlers, raised and timed signals, masks, pending signals, names, wake-up descriptors, and what is refused."""
# difftest: no-wasi (signals are not there)
import os
import select
import signal
import socket
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


seen = []


def handler(number, frame):
    seen.append(signal.Signals(number).name)


print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen, signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler, os.kill(os.getpid(), signal.SIGUSR1), seen, signal.signal(signal.SIGUSR1, handler))
print(signal.SIG_DFL, repr(signal.SIG_IGN), int(signal.SIG_DFL), signal.Handlers(1), signal.Signals.SIGTERM, repr(signal.Signals.SIGTERM), signal.SIGTERM == 15, signal.Signals['SIGHUP'], signal.Sigmasks.SIG_BLOCK, signal.SIG_BLOCK, repr(signal.SIG_SETMASK))
print([signal.strsignal(number) for number in (1, 2, 9, 11, 15, 17)], len(signal.valid_signals()) > 30, signal.SIGKILL in signal.valid_signals(), signal.NSIG, signal.SIGRTMIN < signal.SIGRTMAX, sorted(s.name for s in signal.Signals if s < 10))
old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1, signal.SIGUSR2})
signal.raise_signal(signal.SIGUSR1)
print(seen, signal.sigpending(), signal.pthread_sigmask(signal.SIG_BLOCK, []), signal.sigwait([signal.SIGUSR1]), signal.sigpending(), seen)
signal.raise_signal(signal.SIGUSR1)
info = signal.sigwaitinfo([signal.SIGUSR1])
print(info.si_signo == signal.SIGUSR1, info.si_pid == os.getpid(), type(info).__name__, len(info), signal.sigtimedwait([signal.SIGUSR1], 0))
signal.raise_signal(signal.SIGUSR1)
print(len(seen), signal.pthread_sigmask(signal.SIG_SETMASK, old) == {signal.SIGUSR1, signal.SIGUSR2}, len(seen))

signal.signal(signal.SIGALRM, handler)
print(signal.alarm(100), signal.alarm(0) in (99, 100), signal.setitimer(signal.ITIMER_REAL, 0.01), signal.pause(), seen[-1], signal.getitimer(signal.ITIMER_REAL))


class Late(Exception):
    pass


def too_late(number, frame):
    raise Late(f'signal {number}')


signal.signal(signal.SIGALRM, too_late)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    while True:
        select.select([], [], [], 5)
except Late as error:
    print('interrupted by', error)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print('interrupted', repr(error))
left, right = socket.socketpair()
right.setblocking(False)
print(signal.set_wakeup_fd(right.fileno()), os.kill(os.getpid(), signal.SIGUSR1), left.recv(10) == bytes([signal.SIGUSR1]), signal.set_wakeup_fd(-1) == right.fileno())
right.setblocking(True)
attempt('blocking', signal.set_wakeup_fd, right.fileno())
left.close()
right.close()


def elsewhere():
    attempt('in a thread', signal.signal, signal.SIGUSR1, handler)
    attempt('in a thread', signal.set_wakeup_fd, -1)
    signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
print(seen.count('SIGUSR1') >= 4, signal.siginterrupt(signal.SIGUSR1, False))
for label, call in {'number': lambda: signal.signal(0, handler), 'large': lambda: signal.signal(9999, handler), 'kill': lambda: signal.signal(signal.SIGKILL, handler), 'handler': lambda: signal.signal(signal.SIGUSR1, 'x'), 'none': lambda: signal.signal(signal.SIGUSR1, None), 'type': lambda: signal.signal('SIGUSR1', handler),
                    'get': lambda: signal.getsignal(0), 'get large': lambda: signal.getsignal(1000), 'raise': lambda: signal.raise_signal(1000), 'alarm': lambda: signal.alarm('x'), 'timer': lambda: signal.setitimer(99, 1), 'timer negative': lambda: signal.setitimer(signal.ITIMER_REAL, -1), 'timer type': lambda: signal.setitimer(signal.ITIMER_REAL, 'x'), 'mask': lambda: signal.pthread_sigmask(99, []),
                    'mask type': lambda: signal.pthread_sigmask(signal.SIG_BLOCK, 5), 'mask number': lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [1000]), 'strsignal': lambda: signal.strsignal(0), 'strsignal large': lambda: signal.strsignal(1000), 'wait': lambda: signal.sigwait(5), 'timedwait': lambda: signal.sigtimedwait([], -1), 'Signals': lambda: signal.Signals(1000), 'default': lambda: signal.default_int_handler(),
                    'wakeup': lambda: signal.set_wakeup_fd('x'), 'wakeup fd': lambda: signal.set_wakeup_fd(9999), 'pthread_kill': lambda: signal.pthread_kill(threading.get_ident(), 1000), 'siginterrupt': lambda: signal.siginterrupt(0, True), 'ItimerError': lambda: issubclass(signal.ItimerError, OSError)}.items():
    attempt(label, call)
