# Finalizers that collect garbage, allocate, or let objects live on, while what referred to them is being taken apart.
import collections
import gc
import weakref

log = []
saved = []


class Member:
    """Collects garbage when it goes."""

    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)
        gc.collect()
        [[] for _ in range(50)]


class Returning(Member):
    def __del__(self):
        saved.append(self)
        gc.collect()


class Holder:
    pass


class Slotted:
    __slots__ = ('a', 'b', '__weakref__')


def cycle(*items):
    ring = [*items]
    ring.append(ring)


def holder(*items):
    one = Holder()
    one.items = items
    one.rest = {i: item for i, item in enumerate(items)}
    return one


def slotted(*items):
    one = Slotted()
    one.a, one.b = items[0], items[1:]
    return one


def generator(*items):
    def body(*kept):
        yield kept
    made = body(*items)
    next(made)
    return made


def closure(*items):
    def inner():
        return items
    return inner


async def coroutine(*items):
    return items


def started(*items):
    class Pause:
        def __await__(self):
            yield
    async def waiting(kept):
        await Pause()
    made = waiting(items)
    made.send(None)
    return made


def nested(*items):
    for _ in range(60):
        items = [items]
    return items


def chained(*items):
    error = ValueError(*items)
    error.__context__ = KeyError(items)
    return error


MAKERS = [list, tuple, set, frozenset, collections.deque, lambda *i: dict(enumerate(i)), collections.OrderedDict, holder,
          slotted, generator, closure, started, nested, chained, cycle, lambda *i: iter(i), lambda *i: map(str, i),
          lambda *i: slice(*i[:2]), lambda *i: collections.defaultdict(list, {1: [*i]}), lambda *i: [*i].__iter__,
          lambda *i: property(i[0], i[1]), lambda *i: zip(i, [i]), lambda *i: type('Made', (), {'items': i})()]
for kind in (Member, Returning):
    for number, make in enumerate(MAKERS):
        members = [kind(f'{number}.{i}') for i in range(3)]
        if make in (list, tuple, set, frozenset, collections.deque):
            whole = make(members)
        elif make is collections.OrderedDict:
            whole = make(enumerate(members))
        else:
            whole = make(*members)
        try:
            watch = weakref.ref(whole) if whole is not None else None
        except TypeError:
            watch = None
        del members
        del whole
        gc.collect()
        print(number, sorted(log), sorted(one.name for one in saved), watch and watch())
        log.clear()
        saved.clear()
        gc.collect()
        gc.collect()
        log.clear()
        saved.clear()


class Chain:
    """A long chain whose links collect as they go."""

    def __init__(self, rest):
        self.rest = rest

    def __del__(self):
        if len(log) % 50 == 0:
            gc.collect()
        log.append(0)


link = None
for _ in range(500):
    link = Chain([link, {}])
del link
print(len(log))
