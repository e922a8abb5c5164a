# Tracebacks of a container's own methods show the methods of collections.abc that called them.
import traceback
from collections.abc import MutableMapping, MutableSequence, MutableSet


class Failing(Exception):
    pass


def fail(what):
    raise Failing(what)


class Table(MutableMapping):
    def __getitem__(self, key): fail("get")
    def __setitem__(self, key, value): fail("set")
    def __delitem__(self, key): fail("delete")
    def __iter__(self): yield 1
    def __len__(self): return 1


class Row(MutableSequence):
    def __getitem__(self, index): fail("get")
    def __setitem__(self, index, value): fail("set")
    def __delitem__(self, index): fail("delete")
    def __len__(self): return 3
    def insert(self, index, value): fail("insert")


class Group(MutableSet):
    def __contains__(self, item): fail("in")
    def __iter__(self): yield 1
    def __len__(self): return 2
    def add(self, item): fail("add")
    def discard(self, item): fail("discard")


def show(title, call, *args):
    try:
        call(*args)
    except Exception as error:
        print(title, repr(error))
        frames = traceback.extract_tb(error.__traceback__)[1:]
        print("   ", [(f.filename, f.lineno, f.name) for f in frames if f.filename != __file__], len(frames))
        text = "".join(traceback.format_tb(error.__traceback__)[1:3])
        print(text.replace(__file__, "FILE"), end="")
    else:
        print(title, "no error")


table = Table()
show("items", lambda: list(table.items()))
show("values", lambda: list(table.values()))
show("in items", lambda: (1, 2) in table.items())
show("in values", lambda: 1 in table.values())
show("len keys", lambda: len(table.keys()))
show("==", lambda: table == {})
show("get", table.get, 1)
show("in", table.__contains__, 1)
show("pop", table.pop, 1)
show("popitem", table.popitem)
show("clear", table.clear)
show("update of a dict", table.update, {1: 2})
show("update of pairs", table.update, [(1, 2)])
show("update of keywords", lambda: table.update(a=1))
show("update of no pairs", table.update, [1])
show("setdefault", table.setdefault, 1)
row = Row()
show("iter", lambda: list(row))
show("in", lambda: 1 in row)
show("reversed", lambda: list(reversed(row)))
show("index", row.index, 1)
show("count", row.count, 1)
show("append", row.append, 1)
show("extend", row.extend, [1])
show("extend", row.extend, 1)
show("pop", row.pop)
show("remove", row.remove, 1)
show("reverse", row.reverse)
show("+=", row.__iadd__, [1])
group = Group()
show("remove", group.remove, 1)
show("|=", group.__ior__, {2})
show("-=", group.__isub__, {2})
show("&", lambda: group & {1})
show("discard", group.clear)
