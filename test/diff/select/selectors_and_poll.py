# select and selectors: select, poll, epoll, selectors of each kind over socket pairs and pipes, registration, errors.
# difftest: no-wasi (there are no sockets)
import os
import select
import selectors
import socket

a, b = socket.socketpair()
r, w = os.pipe()
print(select.select([a, r], [b, w], [], 0) == ([], [b, w], []), select.select([], [], [], 0))
b.send(b'x')
os.write(w, b'y')
print(select.select([a, r], [], [a], 5) == ([a, r], [], []), a.recv(5), os.read(r, 5))
p = select.poll()
p.register(a, select.POLLIN)
p.register(w)
print(p.poll(0) == [(w, select.POLLOUT)], p.modify(w, select.POLLIN), p.poll(0), p.unregister(w), p.poll(1))
b.send(b'z')
print(p.poll() == [(a.fileno(), select.POLLIN)], a.recv(1))
e = select.epoll()
e.register(a.fileno(), select.EPOLLIN | select.EPOLLET)
print(e.poll(0), e.closed, e.fileno() > 2, e.modify(a, select.EPOLLOUT), e.poll(1) == [(a.fileno(), select.EPOLLOUT)], e.unregister(a), e.poll(0, 5), e.close(), e.closed)
for call in (lambda: select.select(5, [], []), lambda: select.select([-1], [], [], 0), lambda: select.select(['x'], [], [], 0), lambda: select.select([a], [], [], -1), lambda: select.select([a], [], [], 'x'), lambda: p.register(-1), lambda: p.unregister(w), lambda: p.modify(w, 1), lambda: p.poll('x'), lambda: e.poll(), lambda: select.epoll(-2), lambda: select.poll(1), lambda: p.register(a, -1), lambda: e.register(a)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector, selectors.DefaultSelector):
    with kind() as s:
        key = s.register(a, selectors.EVENT_READ, 'data a')
        print(kind.__name__ if kind is not selectors.DefaultSelector else 'default', key.fd == a.fileno(), key.fileobj is a, key.events, key.data, s.select(0), len(s.get_map()), a in s.get_map(), s.get_key(a) == key)
        b.send(b'1')
        ready = s.select(5)
        print([(k.data, events) for k, events in ready], a.recv(1), s.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, 'new').data, [(k.data, events) for k, events in s.select(5)], s.select(-1) != [])
        s.register(w, selectors.EVENT_WRITE)
        for call in (lambda: s.register(a, selectors.EVENT_READ), lambda: s.register(r, 0), lambda: s.register(-1, 1), lambda: s.register('x', 1), lambda: s.unregister(r), lambda: s.modify(r, 1), lambda: s.get_key(r), lambda: s.register(object(), 1), lambda: s.get_map()[r]):
            try:
                print(call())
            except Exception as error:
                print(type(error).__name__, str(error).split(' at 0x')[0].split('<socket')[0].split("'")[0].rstrip('0123456789'))
        print(s.unregister(a).data, len(s.get_map()), s.unregister(w).fd == w)
    try:
        s.get_key(a)
    except Exception as error:
        print(type(error).__name__, error)
    print(s.get_map())
b.close()
s = selectors.DefaultSelector()
s.register(a, selectors.EVENT_READ)
print([events for _, events in s.select(5)], a.recv(1), s.close())
for fd in (r, w):
    os.close(fd)
a.close()
print(selectors.SelectorKey._fields, selectors.EVENT_READ, selectors.EVENT_WRITE, select.error is OSError, select.PIPE_BUF)
