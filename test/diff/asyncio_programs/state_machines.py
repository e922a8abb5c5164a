"""State machines: an order's life with guards and timeouts, a TCP-like handshake, a parser as async generator."""
import asyncio
import enum
import string
from functools import partial


class State(str, enum.Enum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"
    DONE = "done"
    CANCELLED = "cancelled"


class InvalidTransition(RuntimeError):
    def __init__(self, state, event):
        super().__init__(f"{event!r} is not allowed in state {state.value!r}")


class transition:
    table = {}

    def __init__(self, event, source, target, guard=None):
        self.event, self.source, self.target, self.guard = event, source, target, guard

    def __call__(self, function):
        for source in self.source if isinstance(self.source, tuple) else (self.source,):
            transition.table.setdefault((source, self.event), []).append((self.target, self.guard, function))
        return function


class Order:
    def __init__(self, total):
        self.state = State.NEW
        self.total = total
        self.paid = 0
        self.history = []
        self.changed = asyncio.Condition()

    @transition("pay", State.NEW, State.PAID, guard=lambda self, amount: self.paid + amount >= self.total)
    async def complete_payment(self, amount):
        self.paid += amount

    @transition("pay", State.NEW, State.NEW)
    async def part_payment(self, amount):
        self.paid += amount

    @transition("ship", State.PAID, State.SHIPPED)
    async def ship(self):
        await asyncio.sleep(0)

    @transition("receive", State.SHIPPED, State.DONE)
    async def receive(self):
        pass

    @transition("cancel", (State.NEW, State.PAID), State.CANCELLED)
    async def cancel(self):
        refund, self.paid = self.paid, 0
        return refund

    async def handle(self, event, *args):
        async with self.changed:
            for target, guard, action in transition.table.get((self.state, event), ()):
                if guard is None or guard(self, *args):
                    result = await action(self, *args)
                    self.history.append(f"{self.state.value}--{event}->{target.value}")
                    self.state = target
                    self.changed.notify_all()
                    return result
            raise InvalidTransition(self.state, event)

    async def reached(self, *states):
        async with self.changed:
            await self.changed.wait_for(lambda: self.state in states)
            return self.state


class Peer:
    def __init__(self, name):
        self.name = name
        self.inbox = asyncio.Queue()
        self.state = "closed"
        self.trace = []

    def send(self, other, flags, seq=0, ack=0):
        self.trace.append(f"{self.name}: {flags} seq={seq} ack={ack}")
        other.inbox.put_nowait((flags, seq, ack))

    async def connect(self, other, isn):
        self.state = "syn-sent"
        self.send(other, "SYN", isn)
        flags, seq, ack = await self.inbox.get()
        assert (flags, ack) == ("SYN+ACK", isn + 1), (flags, ack)
        self.send(other, "ACK", isn + 1, seq + 1)
        self.state = "established"

    async def listen(self, other, isn):
        self.state = "listen"
        while self.state != "established":
            flags, seq, ack = await self.inbox.get()
            match self.state, flags:
                case "listen", "SYN":
                    self.send(other, "SYN+ACK", isn, seq + 1)
                    self.state = "syn-received"
                case "syn-received", "ACK" if ack == isn + 1:
                    self.state = "established"
                case state, other_flags:
                    self.trace.append(f"{self.name}: ignores {other_flags} in {state}")


async def tokens(chunks):
    word = kind = ""
    async for chunk in chunks:
        for c in chunk:
            new = "name" if c in string.ascii_letters else "number" if c in string.digits else "space" if c.isspace() else c
            if word and (new != kind or new not in ("name", "number")):
                if kind != "space":
                    yield kind, word
                word = ""
            word += c
            kind = new
    if word and kind != "space":
        yield kind, word


async def slowly(text, size):
    for i in range(0, len(text), size):
        await asyncio.sleep(0)
        yield text[i:i + size]


async def main():
    order = Order(100)
    watcher = asyncio.create_task(order.reached(State.DONE, State.CANCELLED))
    await order.handle("pay", 40)
    try:
        await order.handle("ship")
    except InvalidTransition as error:
        print(error)
    await order.handle("pay", 60)
    await order.handle("ship")
    await order.handle("receive")
    print(await watcher, order.history)
    print(f"{await watcher}", repr(await watcher), State("paid") is State.PAID)
    other = Order(10)
    waiting = asyncio.create_task(asyncio.wait_for(other.reached(State.SHIPPED), 0.01))
    await other.handle("pay", 5)
    print(await other.handle("cancel"), other.state)
    print(repr((await asyncio.gather(waiting, return_exceptions=True))[0]))
    a, b = Peer("a"), Peer("b")
    b.inbox.put_nowait(("RST", 0, 0))
    await asyncio.gather(a.connect(b, 100), b.listen(a, 300))
    print(a.state, b.state, *a.trace, *b.trace, sep="\n")
    print([t async for t in tokens(slowly("let x1 = 42+(foo / 7)", 3))])

asyncio.run(main())
