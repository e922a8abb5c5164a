"""An actor system: mailboxes, ask and tell, supervision with restarts, become, dead letters, stop order."""
import asyncio
import enum
from abc import ABC, abstractmethod


class Directive(enum.Enum):
    RESTART = enum.auto()
    STOP = enum.auto()
    ESCALATE = enum.auto()


class Stop(Exception):
    pass


class ActorRef:
    def __init__(self, system, path):
        self.system, self.path = system, path
        self.mailbox = asyncio.Queue()

    def tell(self, message, sender=None):
        if self.path not in self.system.cells:
            self.system.dead_letters.append((self.path, message))
        else:
            self.mailbox.put_nowait((message, sender, None))

    async def ask(self, message, timeout=60):
        if self.path not in self.system.cells:
            raise LookupError(f"no actor at {self.path}")
        reply = asyncio.get_running_loop().create_future()
        self.mailbox.put_nowait((message, None, reply))
        async with asyncio.timeout(timeout):
            return await reply

    def __repr__(self):
        return f"<{self.path}>"


class Actor(ABC):
    ref: ActorRef

    @abstractmethod
    async def receive(self, message): ...

    async def started(self): ...
    async def stopped(self): ...

    def become(self, behaviour):
        self.receive = behaviour

    def decide(self, error):
        return Directive.RESTART


class System:
    def __init__(self):
        self.cells = {}
        self.dead_letters = []
        self.log = []

    def spawn(self, factory, name, parent=None):
        path = f"{parent.path if parent else ''}/{name}"
        ref = ActorRef(self, path)
        self.cells[path] = asyncio.create_task(self._run(factory, ref, parent), name=path)
        return ref

    async def _run(self, factory, ref, parent):
        restarts = 0
        actor = factory()
        actor.ref, actor.system = ref, self
        await actor.started()
        try:
            while True:
                message, sender, reply = await ref.mailbox.get()
                try:
                    result = await actor.receive(message)
                except Stop:
                    return "stopped"
                except Exception as error:
                    directive = actor.decide(error)
                    self.log.append((ref.path, repr(error), directive.name))
                    if reply is not None and not reply.done():
                        reply.set_exception(error)
                    match directive:
                        case Directive.RESTART if restarts < 2:
                            restarts += 1
                            actor = factory()
                            actor.ref, actor.system = ref, self
                            await actor.started()
                        case Directive.ESCALATE if parent is not None:
                            parent.tell(("failed", ref.path, error))
                            return "escalated"
                        case _:
                            return "gave up"
                else:
                    if reply is not None and not reply.done():
                        reply.set_result(result)
        finally:
            self.cells.pop(ref.path, None)
            await actor.stopped()
            while not ref.mailbox.empty():
                self.dead_letters.append((ref.path, ref.mailbox.get_nowait()[0]))

    async def shutdown(self):
        for path in sorted(self.cells, reverse=True):
            task = self.cells[path]
            task.cancel()
            await asyncio.wait([task])


class Counter(Actor):
    instances = 0

    def __init__(self):
        type(self).instances += 1
        self.count = 0

    async def receive(self, message):
        match message:
            case "get":
                return self.count
            case int(n) if n >= 0:
                self.count += n
            case ("sleep", float() | int() as seconds):
                await asyncio.sleep(seconds)
            case "angry":
                self.become(self.angry)
                return "grr"
            case "stop":
                raise Stop
            case _:
                raise ValueError(message)

    async def angry(self, message):
        if message == "calm":
            del self.receive
            return "ok"
        return f"don't {message!r} me"

    async def stopped(self):
        self.system.log.append((self.ref.path, "stopped", self.count))


class Parent(Actor):
    async def started(self):
        self.children = [self.system.spawn(Fragile, f"child{i}", self.ref) for i in range(2)]

    async def receive(self, message):
        match message:
            case ("failed", path, error):
                self.system.log.append(("parent saw", path, type(error).__name__))
            case ("to", int(i), inner):
                return await self.children[i].ask(inner)


class Fragile(Actor):
    async def receive(self, message):
        return 10 // message

    def decide(self, error):
        return Directive.ESCALATE if isinstance(error, ZeroDivisionError) else Directive.STOP


async def main():
    system = System()
    counter = system.spawn(Counter, "counter")
    for n in (1, 2, 3):
        counter.tell(n)
    print(await counter.ask("get"), counter)
    try:
        await counter.ask("nonsense")
    except ValueError as error:
        print("ask failed", error)
    print(await counter.ask("get"), Counter.instances)
    print(await counter.ask("angry"), await counter.ask("get"), await counter.ask("calm"), await counter.ask("get"))
    try:
        await counter.ask(("sleep", 5), timeout=0.01)
    except TimeoutError:
        print("too slow")
    parent = system.spawn(Parent, "parent")
    print(await parent.ask(("to", 0, 3)))
    try:
        await parent.ask(("to", 0, 0))
    except ZeroDivisionError as error:
        print("down", error)
    for _ in range(5):
        await asyncio.sleep(0)
    print(sorted(system.cells))
    counter.tell("late")
    await system.shutdown()
    counter.tell("too late")
    print(system.dead_letters)
    for entry in system.log:
        print(entry)

asyncio.run(main())
