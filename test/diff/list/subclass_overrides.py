"""Subclasses of list: hooks that are and are not called, types of results, extra state."""


class Logged(list):
    def __init__(self, *args, name="log"):
        super().__init__(*args)
        self.name = name

    def append(self, item):
        print("append", item)
        super().append(item)

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)

    def __len__(self):
        return super().__len__() + 100

    def __contains__(self, item):
        print("contains", item)
        return True

    def __iadd__(self, other):
        print("iadd", other)
        self.extend(other)
        return self

    def __reversed__(self):
        return iter(["reversed"])


log = Logged([1, 2, 3], name="main")
log.append(4)
log[0] = 9
log[1:2] = [7, 7]
del log[0]
print(log[0], log[1:], type(log[1:]).__name__, len(log), 55 in log, log)
log += [5]
print(list(log), list(reversed(log)), log.name, log == [7, 7, 3, 4, 5], type(log + [1]).__name__, type(log * 2).__name__, type(log.copy()).__name__)
log.extend([6])
log.insert(0, 0)
print(sorted(log), sum(log), [x for x in log], bool(Logged()), repr(log), str(log), isinstance(log, list))
a, *rest = log
print(a, rest, max(log), log.index(3), log.pop(), [*log])


class Stack(list):
    __slots__ = ()
    push = list.append

    @property
    def top(self):
        return self[-1]


s = Stack()
s.push(1)
s.push(2)
print(s.top, s, s < [9], hash(Stack) == hash(Stack), Stack((1, 2)) == [1, 2])
try:
    s.other = 1
except AttributeError as error:
    print(error)
