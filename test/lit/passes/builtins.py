# Built-in functions that a module never binds, called with the usual number of arguments, are called
# directly; a name that something assigns as an attribute of what may be a module is looked up.

# RUN: %pyasyncc --emit=ir %s | FileCheck %s

class Point:
    x: int
    str: str

    def __init__(self, text):
        self.int = text  # an attribute of an instance replaces nothing

    @staticmethod
    def patch(module):
        module.chr = None


def known(x, y):
    # CHECK-LABEL: function @py.__main__.known
    # CHECK: rt builtin_int
    # CHECK: rt builtin_str
    # CHECK: rt builtin_float
    # CHECK: rt builtin_ord
    # CHECK: rt builtin_max
    # CHECK: obj.list = rt list owned unwind
    return int(x), str(y), float(x), ord(y), max(x, y), list()


def test(x):
    # CHECK-LABEL: function @py.__main__.test name
    # CHECK: %[[IS:[0-9]+]]: bool = rt builtin_isinstance
    # CHECK: branch %[[IS]]
    if isinstance(x, Point):
        return 1


def other(x):
    # CHECK-LABEL: function @py.__main__.other name
    # CHECK-NOT: rt builtin_
    # CHECK: global.get "__main__":"chr"
    # CHECK: ret
    return chr(x), int(x, 16), str(x, errors="x"), max(x), max(1, 2, x), int()


print(known(1, "1"), test(1))
