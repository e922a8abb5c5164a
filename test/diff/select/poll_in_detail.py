"""select: select, poll and epoll over pipes and sockets: masks, modify, unregister, closed files, timeouts, one-shot and edge triggering, errors."""
# difftest: no-wasi (select)
import os
import select
import socket


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Named:
    """An object with fileno."""

    def __init__(self, name, fd):
        self.name, self.fd = name, fd

    def fileno(self):
        return self.fd

    def __repr__(self):
        return self.name


read, write = os.pipe()
reader, writer = Named('reader', read), Named('writer', write)
left, right = socket.socketpair()
names = {read: 'read', write: 'write', left.fileno(): 'left', right.fileno(): 'right'}


def named(events):
    return sorted((names.get(fd, fd), mask) for fd, mask in events)


print(select.select([reader], [writer], [], 0), select.select([], [], [], 0), select.select((), (writer,), {}, 0.0))
os.write(write, b'x')
print(select.select([reader, left], [writer], [reader], 1), select.select([read], [write], [], None) == ([read], [write], []))
print(select.select({reader: 1}, iter([writer, writer]), [], 0))
attempt('not a file', select.select, ['x'], [], [], 0)
attempt('negative', select.select, [-1], [], [], 0)
attempt('large', select.select, [5000], [], [], 0)
attempt('no sequence', select.select, 5, [], [], 0)
attempt('timeout', select.select, [], [], [], 'soon')
attempt('timeout', select.select, [], [], [], -1)
attempt('bad fileno', select.select, [Named('n', 'text')], [], [], 0)
gone = os.dup(0)
os.close(gone)
attempt('closed', select.select, [Named('n', gone)], [], [], 0)
attempt('few', select.select, [], [])

poll = select.poll()
print(type(poll), poll.register(reader), poll.register(writer, select.POLLOUT), poll.register(left.fileno(), select.POLLIN | select.POLLOUT))
print(named(poll.poll(0)), named(poll.poll(10)), named(poll.poll(timeout=0) if False else poll.poll(0.5)))
print(poll.modify(writer, select.POLLIN), named(poll.poll(0)), poll.unregister(left))
attempt('unregister again', poll.unregister, left)
attempt('modify unknown', poll.modify, left, select.POLLIN)
attempt('register text', poll.register, 'x')
attempt('mask', poll.register, reader, -1)
attempt('mask', poll.register, reader, 2**20)
attempt('mask', poll.register, reader, 'x')
attempt('timeout', poll.poll, 'x')
attempt('timeout', poll.poll, 2**70)
print(os.read(read, 10), named(poll.poll(0)))
os.close(write)
print([(names[fd], mask & select.POLLHUP > 0) for fd, mask in poll.poll(0) if fd == read], (write, select.POLLNVAL) in poll.poll(0))
poll.unregister(write)
os.close(read)
print(poll.poll(0) == [(read, select.POLLNVAL)])
attempt('made', lambda: type(poll)())

epoll = select.epoll()
print(epoll.closed, epoll.fileno() > 2, epoll.register(left, select.EPOLLIN | select.EPOLLOUT), epoll.register(right.fileno(), select.EPOLLIN))
print(named(epoll.poll(0)), named(epoll.poll(timeout=0, maxevents=1)), named(epoll.poll(-1)))
attempt('again', epoll.register, left, select.EPOLLIN)
attempt('modify unknown', epoll.modify, 999, select.EPOLLIN)
attempt('unregister unknown', epoll.unregister, 999)
attempt('maxevents', epoll.poll, 0, 0)
attempt('maxevents', epoll.poll, 0, -2)
attempt('timeout', epoll.poll, 'x')
left.send(b'hello')
print(named(epoll.poll(1)))
epoll.modify(right, select.EPOLLIN | select.EPOLLONESHOT)
epoll.modify(left, 0)
print(named(epoll.poll(1)), named(epoll.poll(0)))
epoll.modify(right, select.EPOLLIN | select.EPOLLET)
print(named(epoll.poll(1)), named(epoll.poll(0)), right.recv(2), named(epoll.poll(0)))
left.send(b'more')
print(named(epoll.poll(1)), right.recv(100))
left.close()
print([(name, mask & select.EPOLLHUP > 0, mask & select.EPOLLIN > 0) for name, mask in named(epoll.poll(1))])
with epoll as same:
    print(same is epoll)
print(epoll.closed)
attempt('closed', epoll.poll)
attempt('closed', epoll.fileno)
attempt('closed', epoll.register, right)
attempt('closed', epoll.__enter__)
print(epoll.close())
attempt('size', select.epoll, -2)
attempt('size', select.epoll, 5, 9)
attempt('from fd', lambda: select.epoll.fromfd(999).fileno())
other = select.epoll.fromfd(os.dup(right.fileno()))
attempt('not an epoll', other.poll, 0)
other.close()
right.close()
print(select.error is OSError, [getattr(select, name) for name in ('POLLIN', 'POLLPRI', 'POLLOUT', 'POLLERR', 'POLLHUP', 'POLLNVAL', 'EPOLLIN', 'EPOLLRDHUP', 'EPOLLET', 'EPOLLONESHOT', 'EPOLL_CLOEXEC', 'PIPE_BUF')])
