"""A chat server in one thread by selectors, on each kind of selector; registration, keys, maps, and select's own functions and errors."""
# difftest: no-wasi (sockets are not there)
import select
import selectors
import socket


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Chat:
    """Lines of one member go to all others; members are the far ends of pairs."""

    def __init__(self, selector):
        self.selector, self.members, self.pending = selector, {}, {}

    def join(self, name):
        near, far = socket.socketpair()
        near.setblocking(False)
        self.members[near] = name
        self.pending[near] = b''
        self.selector.register(near, selectors.EVENT_READ, self.receive)
        return far

    def receive(self, near):
        data = near.recv(1000)
        if not data:
            self.leave(near)
            return
        for other in self.members:
            if other is not near:
                self.pending[other] += self.members[near].encode() + b': ' + data
                self.selector.modify(other, selectors.EVENT_READ | selectors.EVENT_WRITE, self.receive)

    def deliver(self, near):
        sent = near.send(self.pending[near])
        self.pending[near] = self.pending[near][sent:]
        if not self.pending[near]:
            self.selector.modify(near, selectors.EVENT_READ, self.receive)

    def leave(self, near):
        self.selector.unregister(near)
        del self.members[near], self.pending[near]
        near.close()

    def step(self):
        for key, events in sorted(self.selector.select(0), key=lambda pair: pair[0].fd):
            if events & selectors.EVENT_READ:
                key.data(key.fileobj)
            if events & selectors.EVENT_WRITE and key.fileobj in self.pending:
                self.deliver(key.fileobj)


for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    with kind() as selector:
        chat = Chat(selector)
        ann, bob, cid = chat.join('ann'), chat.join('bob'), chat.join('cid')
        ann.send(b'hello')
        chat.step()
        chat.step()
        print(kind.__name__, bob.recv(100), cid.recv(100), len(selector.get_map()))
        bob.close()
        chat.step()
        cid.send(b'bye')
        chat.step()
        chat.step()
        print(ann.recv(100), sorted(chat.members.values()), len(selector.get_map()))
        for member in list(chat.members):
            chat.leave(member)
        ann.close()
        cid.close()
print(issubclass(selectors.DefaultSelector, selectors.BaseSelector), selectors.DefaultSelector is selectors.EpollSelector)

left, right = socket.socketpair()
selector = selectors.DefaultSelector()
key = selector.register(left, selectors.EVENT_WRITE, data='d')
print(key.fileobj is left, key.fd == left.fileno(), key.events, key.data, selector.get_key(left) == key, left in selector.get_map(), left.fileno() in selector.get_map(), right in selector.get_map(), len(selector.get_map()), list(selector.get_map())[0] == left.fileno(), selector.select(0)[0][1])
print(selector.modify(left, selectors.EVENT_READ).data, selector.select(0), selector.modify(left, selectors.EVENT_READ, 5).data, selector.select(-1), right.send(b'x'), selector.select()[0][0].data)
for label, call in {'again': lambda: selector.register(left, 1), 'events': lambda: selector.register(right, 0), 'events large': lambda: selector.register(right, 8), 'object': lambda: selector.register('x', 1), 'negative': lambda: selector.register(-5, 1), 'unknown': lambda: selector.unregister(right), 'modify': lambda: selector.modify(right, 1), 'key': lambda: selector.get_key(right), 'modify events': lambda: selector.modify(left, 0), 'map': lambda: selector.get_map()['x'], 'closed fd': lambda: selector.register(9999, 1)}.items():
    attempt(label, call)
print(selector.unregister(left).fd == left.fileno(), selector.close(), selector.get_map())
attempt('closed', selector.get_key, left)
attempt('closed', lambda: selector.select(0))

print(select.select([right], [left], [], 0)[1] == [left], [len(part) for part in select.select([left], [], [], 0)], select.select([], [], [], 0.01), select.select([left], [right], [left], 0.0)[0] == [left])
poll = select.poll()
print(poll.register(left, select.POLLIN), poll.poll(0) == [(left.fileno(), select.POLLIN)], poll.modify(left, select.POLLOUT), poll.poll(10) == [(left.fileno(), select.POLLOUT)], poll.unregister(left), poll.poll(0))
epoll = select.epoll()
print(epoll.register(left, select.EPOLLIN | select.EPOLLOUT), [events for fd, events in epoll.poll(0)], epoll.modify(left.fileno(), select.EPOLLIN), epoll.poll(timeout=0, maxevents=1) == [(left.fileno(), select.EPOLLIN)], epoll.closed, epoll.fileno() > 0, epoll.unregister(left), epoll.poll(0))
for label, call in {'select type': lambda: select.select(5, [], []), 'select object': lambda: select.select(['x'], [], []), 'select negative': lambda: select.select([], [], [], -1), 'select timeout': lambda: select.select([], [], [], 'x'), 'select minus': lambda: select.select([-1], [], [], 0), 'poll modify': lambda: poll.modify(left, 1), 'poll unregister': lambda: poll.unregister(left), 'poll events': lambda: poll.register(left, -1), 'poll timeout': lambda: poll.poll('x'),
                    'epoll again': lambda: (epoll.register(left, 1), epoll.register(left, 1)), 'epoll unregister': lambda: epoll.unregister(right), 'epoll modify': lambda: epoll.modify(right, 1), 'epoll max': lambda: epoll.poll(0, 0), 'epoll max low': lambda: epoll.poll(0, -2), 'epoll fd': lambda: epoll.register(-1), 'epoll size': lambda: select.epoll(-5), 'epoll size type': lambda: select.epoll('x'), 'epoll close': lambda: epoll.close(), 'epoll closed': lambda: epoll.poll(0), 'epoll fileno': lambda: epoll.fileno()}.items():
    attempt(label, call)
left.close()
right.close()
attempt('closed socket', select.select, [left], [], [], 0)
