# signal: handlers, defaults, names, masks, alarms by itimers, wait functions, errors.
# difftest: no-wasi (there are no signals)
import os
import signal

got = []
old = signal.signal(signal.SIGUSR1, lambda number, frame: got.append((signal.Signals(number).name,)))
print(old, signal.getsignal(signal.SIGUSR1).__name__, signal.raise_signal(signal.SIGUSR1), got, signal.signal(signal.SIGUSR1, signal.SIG_IGN).__name__, signal.raise_signal(signal.SIGUSR1), len(got), signal.signal(signal.SIGUSR1, old))
print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9), signal.Handlers.SIG_DFL, signal.SIG_BLOCK, repr(signal.SIG_UNBLOCK), signal.strsignal(15), signal.strsignal(2), len(signal.valid_signals()) > 60, signal.NSIG, signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGKILL))
for call in (lambda: signal.signal(signal.SIGKILL, signal.SIG_IGN), lambda: signal.signal(999, signal.SIG_DFL), lambda: signal.signal(signal.SIGUSR1, 5), lambda: signal.signal('x', signal.SIG_DFL), lambda: signal.getsignal(0), lambda: signal.strsignal(999), lambda: signal.Signals(999), lambda: signal.default_int_handler(2, None), lambda: signal.raise_signal(999), lambda: signal.setitimer(9, 1), lambda: signal.setitimer(signal.ITIMER_REAL, -1), lambda: signal.pthread_sigmask(99, []), lambda: signal.sigtimedwait([signal.SIGUSR2], -1), lambda: signal.siginterrupt(999, True), lambda: signal.signal(signal.SIGUSR1)):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
print(signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2}), signal.pthread_sigmask(signal.SIG_BLOCK, []))
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigpending(), signal.sigwait({signal.SIGUSR2}), signal.sigpending(), signal.sigtimedwait([signal.SIGUSR2], 0))
os.kill(os.getpid(), signal.SIGUSR2)
info = signal.sigwaitinfo({signal.SIGUSR2})
print(info.si_signo == signal.SIGUSR2, info.si_pid == os.getpid(), info.si_uid == os.getuid(), len(info), signal.pthread_sigmask(signal.SIG_SETMASK, []))
signal.signal(signal.SIGALRM, lambda number, frame: got.append('alarm'))
print(signal.setitimer(signal.ITIMER_REAL, 0.01), signal.pause(), got[-1], signal.getitimer(signal.ITIMER_REAL), signal.alarm(100), signal.alarm(0) > 90)


def fails(number, frame):
    raise KeyError('from handler')


signal.signal(signal.SIGUSR1, fails)
try:
    signal.raise_signal(signal.SIGUSR1)
except KeyError as error:
    print(error)
r, w = os.pipe()
os.set_blocking(w, False)
signal.signal(signal.SIGUSR1, lambda *args: None)
print(signal.set_wakeup_fd(w), signal.raise_signal(signal.SIGUSR1), os.read(r, 5) == bytes([signal.SIGUSR1]), signal.set_wakeup_fd(-1) == w)
