# difftest: no-wasi (WASI has no sockets and signals)
"""select.epoll, the module selectors, and functions about waiting for signals."""
import os
import select
import selectors
import signal
import socket
import threading


def report(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def names(mask):
    return [name for name in ("EPOLLIN", "EPOLLOUT", "EPOLLHUP", "EPOLLRDHUP") if mask & getattr(select, name)]


def epoll():
    left, right = socket.socketpair()
    with select.epoll() as poller:
        print(poller.closed, poller.fileno() >= 0, poller.poll(0))
        poller.register(left, select.EPOLLIN)
        report(poller.register, left)
        print(poller.poll(0.01))
        right.send(b"x")
        [(fd, mask)] = poller.poll(timeout=5, maxevents=3)
        print(fd == left.fileno(), names(mask))
        poller.modify(left.fileno(), select.EPOLLIN | select.EPOLLOUT | select.EPOLLRDHUP)
        right.close()
        print([names(mask) for _, mask in poller.poll(1)])
        poller.unregister(left)
        report(poller.unregister, left)
        report(poller.register, "x")
        report(poller.poll, 0, 0)
        report(poller.poll, "soon")
    print(poller.closed)
    report(poller.poll)
    report(poller.fileno)
    report(select.epoll, -3)
    left.close()


def selector(kind):
    left, right = socket.socketpair()
    with kind() as chosen:
        key = chosen.register(left, selectors.EVENT_READ, data="left")
        print(kind.__name__, key.data, key.events, chosen.get_key(left) == key, len(chosen.get_map()))
        print(chosen.select(0))
        right.send(b"abc")
        print([(found.data, events, found.fileobj.recv(3)) for found, events in chosen.select(5)])
        chosen.modify(left, selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
        print([(found.data, events) for found, events in chosen.select(5)])
        report(lambda: chosen.register(left, selectors.EVENT_READ).data)
        report(lambda: chosen.unregister(right))
        chosen.unregister(left)
        print(len(chosen.get_map()), chosen.select(0))
    left.close()
    right.close()


def signals():
    wanted = {signal.SIGUSR1, signal.SIGUSR2}
    old = signal.pthread_sigmask(signal.SIG_BLOCK, wanted)
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR2)
    info = signal.sigwaitinfo(wanted)
    print(info.si_signo == signal.SIGUSR2, info.si_pid == os.getpid(), type(info).__name__, len(info))
    print(signal.sigtimedwait(wanted, 0.01))
    os.kill(os.getpid(), signal.SIGUSR1)
    print(signal.sigtimedwait(wanted, 5).si_signo == signal.SIGUSR1)
    report(signal.sigtimedwait, wanted, -1)
    pidfd = os.pidfd_open(os.getpid()) if hasattr(os, "pidfd_open") else None
    if pidfd is not None:
        signal.pidfd_send_signal(pidfd, signal.SIGUSR1)
        print(signal.sigwait(wanted))
        os.close(pidfd)
    signal.pthread_sigmask(signal.SIG_SETMASK, old)


epoll()
for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    selector(kind)
print(selectors.DefaultSelector.__name__, select.PIPE_BUF, select.EPOLLET, select.EPOLL_CLOEXEC)
print(socket.AF_CAN, socket.CAN_RAW, socket.SOL_ALG, socket.AF_TIPC, repr(socket.AddressFamily(17)))
signals()
