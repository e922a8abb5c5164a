"""Objects that change their class: states of a machine, subclasses with more attributes, parts of a zip file."""
import abc
import io
import zipfile


class State:
    def __init__(self, log):
        self.log = log
        self.enter()

    def enter(self):
        self.log.append(type(self).__name__)

    def become(self, cls):
        self.__class__ = cls
        self.enter()
        return self


class Idle(State):
    pass


class Running(State):
    def enter(self):
        super().enter()
        self.speed = 1
        self.gear = 2
        self.names = ['a', 'b']
        self.first, self.second, self.third = 1, 2, 3


class Stopped(Running):
    def enter(self):
        State.enter(self)
        self.reason = 'asked'
        self.when = 5


log = []
machine = Idle(log)
for cls in (Running, Stopped, Idle, Running):
    machine.become(cls)
print(log, machine.speed, machine.reason, machine.third, sorted(vars(machine)))
print([Stopped(log).__dict__ == Running(log).become(Stopped).__dict__, isinstance(machine, Stopped)])
try:
    machine.__class__ = int
except TypeError as error:
    print(error)


# Classes with many more attributes than the object was made with, beside each other.
class Small:
    def __init__(self):
        self.x = 1


class Big:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = self.i = 1

    def shown(self):
        return sorted(vars(self).items())


class SmallList(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.x = 1


class BigList(list):
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = self.i = 1

    shown = Big.shown


class SmallSlots(list):
    __slots__ = ('one', '__dict__')


class BigSlots(list):
    __slots__ = ('one', '__dict__')

    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = self.i = 1

    shown = Big.shown


class SmallError(Exception):
    __slots__ = ('code',)


class BigError(Exception):
    __slots__ = ('code',)

    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = 1

    shown = Big.shown


for small, big in ((Small, Big), (SmallList, BigList), (SmallSlots, BigSlots), (SmallError, BigError)):
    changed = small()
    if hasattr(small, 'one'):
        changed.one = 'slot'
    if hasattr(small, 'code'):
        changed.code = 'slot'
    changed.kept = [1]
    changed.__class__ = big
    for name in 'ahiz':
        setattr(changed, name, name)
    print(type(changed).__name__, changed.shown(), getattr(changed, 'one', getattr(changed, 'code', None)))
    changed.__class__ = small
    del changed.a
    changed.b = 'again'
    print(type(changed).__name__, sorted(vars(changed).items()), getattr(changed, 'one', None))
    changed.__class__ = big
    print(changed.b, changed.shown()[-1])

changed = Small()
namespace = changed.__dict__
changed.__class__ = Big
namespace['y'] = 'through the dict'
print(changed.y, changed.__dict__ is namespace, changed.shown())


# The order of names in __slots__ does not matter; a base with no slots of its own does.
class Pair:
    __slots__ = ('left', 'right')


class Swapped:
    __slots__ = ('right', 'left')


class Other:
    __slots__ = ('left', 'other')


class Derived(Pair):
    __slots__ = ()


class WithDict(Pair):
    pass


class Abstract(abc.ABC):
    pass


class Plain:
    pass


pair = Pair()
pair.left, pair.right = 'l', 'r'
for cls in (Swapped, Other, Derived, WithDict, Plain, Abstract, Pair):
    try:
        pair.__class__ = cls
        print(cls.__name__, pair.left, pair.right)
    except TypeError as error:
        print(error)
for value, cls in ((Plain(), Abstract), (Abstract(), Plain), (Plain(), Small), (Abstract(), int)):
    try:
        value.__class__ = cls
        print(type(value).__name__)
    except TypeError as error:
        print(error)
print(sorted(k for k in vars(Swapped) if k[0] != '_'), [k for k in vars(Swapped) if k[0] != '_'], Swapped.__slots__)

data = io.BytesIO()
with zipfile.ZipFile(data, 'w') as archive:
    archive.writestr('x/a.txt', 'text of a')
    archive.writestr('b', 'bb')
with zipfile.ZipFile(data) as archive:
    root = zipfile.Path(archive)
    print(sorted(path.name for path in root.iterdir()), (root / 'x' / 'a.txt').read_text(), (root / 'c').exists())
