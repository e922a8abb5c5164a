# Methods get arguments whose own code changes the object meanwhile: whatever comes out of it, memory
# stays whole (which the sanitizers see; CPython itself does not stand all of it).
# RUN: %pyasyncc run %s | FileCheck %s
import array
import collections
import io
import operator


class Acting:
    """Does something whenever it is asked anything."""

    def __init__(self, act, number=3, answer=True):
        self.act, self.number, self.answer = act, number, answer

    def go(self):
        try:
            self.act()
        except Exception:
            pass

    def __index__(self):
        self.go()
        return self.number

    def __eq__(self, other):
        self.go()
        return self.answer

    __lt__ = __eq__

    def __hash__(self):
        return 1

    def __iter__(self):
        for i in range(4):
            self.go()
            yield i

    def __len__(self):
        self.go()
        return 4

    def __getitem__(self, index):
        self.go()
        return index

    def __call__(self, *args):
        self.go()
        return len(args)

    def __bool__(self):
        self.go()
        return self.answer

    def keys(self):
        self.go()
        return ['a', 'b']


MAKERS = [
    lambda: [Acting(lambda: None) if i % 5 == 4 else i for i in range(20)],
    lambda: bytearray(range(60)),
    lambda: collections.deque(range(20), 25),
    lambda: {i: i for i in range(20)},
    lambda: set(range(20)) | {Acting(lambda: None)},
    lambda: collections.OrderedDict((i, i) for i in range(20)),
    lambda: array.array('i', range(30)),
    lambda: memoryview(bytearray(range(60))),
    lambda: io.BytesIO(bytes(range(60))),
    lambda: io.StringIO('abc\ndef\n' * 9),
    lambda: collections.Counter('abracadabra'),
]
ACTIONS = [
    lambda target: target.clear(),
    lambda target: target.release(),
    lambda target: target.close(),
    lambda target: target.pop(),
    lambda target: target.popitem(),
    lambda target: len(target) < 500 and target.extend([1] * 50),
    lambda target: target.update({i: 1 for i in range(100, 140)}),
    lambda target: target.__delitem__(slice(None)),
    lambda target: target.truncate(0),
    lambda target: target.__init__(),
]
ARGUMENTS = [
    lambda target, acting: (acting,),
    lambda target, acting: (acting, acting),
    lambda target, acting: (0, acting),
    lambda target, acting: (acting, 1),
    lambda target, acting: (b'\1', acting, 50),
    lambda target, acting: ([acting, acting, 1],),
    lambda target, acting: (slice(acting, 15),),
    lambda target, acting: (slice(0, acting), b'ab'),
    lambda target, acting: (slice(acting, None, -1),),
    lambda target, acting: (slice(0, None, acting), b'abc'),
    lambda target, acting: ((i for i in acting),),
    lambda target, acting: (target, acting),
]
SKIPPED = {'__class__', '__init_subclass__', '__subclasshook__', '__new__', '__reduce__', '__reduce_ex__', '__setstate__'}
OPERATORS = [operator.add, operator.iadd, operator.mul, operator.eq, operator.contains, operator.getitem, operator.or_,
             operator.and_, operator.sub, operator.ior, operator.iand, operator.isub, operator.countOf]


def attempt(function, arguments):
    try:
        function(*arguments)
    except Exception:
        pass


turn = 0
for make in MAKERS:
    for method in sorted(set(dir(make())) - SKIPPED):
        for action in ACTIONS:
            turn += 1
            for step in range(3):
                target = make()
                acting = Acting(lambda: action(target), 3 if step < 2 else 40, turn % 2)
                function = getattr(target, method)
                if callable(function):
                    attempt(function, ARGUMENTS[(turn + 4 * step) % len(ARGUMENTS)](target, acting))
    for action in ACTIONS:
        for function in OPERATORS:
            target = make()
            acting = Acting(lambda: action(target))
            attempt(function, (target, acting))
            attempt(function, (target, [acting, acting]))
            attempt(function, (make(), target))
print('whole')
# CHECK: whole
