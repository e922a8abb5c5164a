# Slices that are read, assigned and deleted: of built-in sequences, of subclasses, and of classes
# that keep the slice object they are given.


class Keeper:
    """Remembers its keys."""

    def __init__(self):
        self.keys = []

    def __getitem__(self, key):
        self.keys.append(key)
        return key

    def __setitem__(self, key, value):
        self.keys.append((key, value))

    def __delitem__(self, key):
        self.keys.append(('del', key))


keeper = Keeper()
print(keeper[1:2], keeper[:], keeper[::'x'], keeper[None:3.5:-1])
keeper[1:2] = 'a'
keeper[::2] = 'b'
del keeper[3:]
print(keeper.keys)


class Loud(list):
    def __getitem__(self, key):
        print('get', key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print('del', key)
        super().__delitem__(key)


loud = Loud(range(8))
print(loud[2:5], loud[::-2])
loud[1:3] = 'xyz'
loud[::4] = [0, 0, 0]
del loud[-2:]
del loud[::3]
print(list(loud))

numbers = list(range(10))
print(numbers[7::-1], numbers[::3], numbers[-3:], numbers[:-3:-1], numbers[20:], numbers[5:2])
numbers[:4] = numbers[3::-1]
print(numbers)
numbers[2:5] = (n * n for n in range(6))
print(numbers)
numbers[::-1] = list(numbers)
print(numbers)
numbers[4:4] = numbers
print(numbers)
del numbers[1::2]
print(numbers)
del numbers[3:1], numbers[:2]
print(numbers)

buffer = bytearray(b'hello, world')
buffer[:5] = b'HEY'
print(buffer, buffer[::-1], buffer[2:4], bytes(buffer)[::2])
del buffer[:3]
buffer[-3:] = [33, 34]
buffer[::2] = bytes(len(buffer[::2]))
print(buffer)
print('abcdef'[::-1], 'abcdef'[1:5:2], 'äöü'[::-1], (1, 2, 3, 4)[::-1], (1, 2, 3)[:], range(10)[2:8:3])
view = memoryview(bytearray(range(6)))
view[1:3] = b'\xff\xfe'
print(view[::2].tolist(), view[1:4].tobytes())


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        print('index', self.number)
        return self.number


print(numbers[Index(1):Index(4):Index(2)], 'abcdef'[Index(-3):])
numbers[Index(0):Index(1)] = ['first']
print(numbers, numbers[10**30:], numbers[-10**30:10**30])


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def assign(target, value):
    target[::2] = value


def cut(target):
    del target[1:2]


for value in (5, None, {}, 'text', (1, 2), b'bytes', range(3), object):
    attempt(lambda: value[1:2])
    attempt(lambda: value[::0])
    attempt(lambda: assign(value, [1]))
    attempt(lambda: cut(value))
attempt(lambda: [][::0])
attempt(lambda: [1]['a':])
attempt(lambda: [1][:1.5])
attempt(lambda: assign([1, 2, 3], [1]))
attempt(lambda: assign([1, 2, 3], 7))


class Shrinking(list):
    pass


shrinking = Shrinking(range(5))


class Emptying:
    def __index__(self):
        shrinking.clear()
        return 3


print(shrinking[1:Emptying()], shrinking)

# The bounds' own code changes what is sliced or searched.


class Doing:
    """An index that does something first."""

    def __init__(self, number, action):
        self.number, self.action = number, action

    def __index__(self):
        self.action()
        return self.number


def emptied(make, use):
    target = make()
    attempt(lambda: use(target, target.clear))
    print(len(target))


for make in (lambda: list(range(50)), lambda: bytearray(range(50))):
    emptied(make, lambda t, act: t[1:Doing(40, act)])
    emptied(make, lambda t, act: t[Doing(40, act):2:-1])
    emptied(make, lambda t, act: t[Doing(-3, act)])
    emptied(make, lambda t, act: t.__setitem__(slice(2, Doing(40, act)), b'ab'))
    emptied(make, lambda t, act: t.__setitem__(Doing(2, act), 5))
    emptied(make, lambda t, act: t.__delitem__(slice(2, Doing(40, act))))
    emptied(make, lambda t, act: t.__delitem__(slice(2, Doing(40, act), 3)))
    emptied(make, lambda t, act: t.insert(Doing(5, act), 1))
    emptied(make, lambda t, act: t.pop(Doing(5, act)))
emptied(lambda: list(range(50)), lambda t, act: t.index(30, Doing(2, act)))


def released(use):
    view = memoryview(bytearray(range(60)))
    attempt(lambda: use(view, view.release))


released(lambda v, act: v[Doing(3, act)])
released(lambda v, act: v.__setitem__(slice(1, Doing(3, act)), b'ab'))
released(lambda v, act: v.__setitem__(Doing(3, act), 1))


# What is complained of first.
def store(target, key, value):
    target[key] = value


for target in (memoryview(bytearray(9)), bytearray(9), [1, 2, 3]):
    for key in (slice('a', 2), slice(1, 2, 0), slice(1, 3)):
        for value in ([1], 5, 'ab', b'xy', memoryview(b'abcd')[::2]):
            attempt(lambda: store(target, key, value))
