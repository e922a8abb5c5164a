"""Cases of containers: random sequences of mutations, the state shown after each."""

from fuzzlib.literals import LITERALS

STEPS = {
    "list": ("list", ["append({int})", "extend({list})", "insert({small}, {int})", "pop()", "pop({small})", "remove({int})", "reverse()", "sort()",
                      "sort(key=lambda v: -v)", "sort(reverse=True, key=str)", "clear()", "extend('ab')", "index({int}, {small})", "extend(x)",
                      "insert(10**20, 1)", "__setitem__({small}, 5)", "__iadd__({list})", "__imul__({small})", "copy()", "count({int})"]),
    "words": ("words", ["append({str})", "sort()", "sort(key=len)", "sort(key=str.lower, reverse=True)", "sort(key=lambda v: (len(v), v))", "pop({small})",
                        "append(None)", "reverse()", "insert({small}, {str})"]),
    "dict": ("dict", ["pop({str})", "pop({str}, None)", "popitem()", "setdefault({str}, {int})", "update({dict})", "update(a=1)", "clear()",
                      "get({str})", "__delitem__({str})", "__setitem__({str}, {int})", "update([({str}, 1)])", "update(5)", "__ior__({dict})",
                      "update([(1, 2, 3)])", "keys().isdisjoint('ab')", "items().__contains__(('a', 1))", "__reversed__().__next__()"]),
    "set": ("set", ["add({int})", "discard({int})", "remove({int})", "update({list}, {range})", "intersection_update({list})", "difference_update({set})",
                    "symmetric_difference_update({list})", "clear()", "add([])", "remove({{1}})", "__ior__({set})", "__isub__({list})", "issubset({range})"]),
    "bytearray": ("bytes", ["append(65)", "append({int})", "extend({bytes})", "insert({small}, 66)", "pop()", "pop({small})", "remove(97)", "reverse()",
                            "clear()", "extend([300])", "__iadd__({bytes})", "__imul__({small})", "upper()", "find({bytes})", "split()"]),
    "collections.deque": ("list", ["append({int})", "appendleft({int})", "pop()", "popleft()", "extendleft({list})", "rotate({small})", "remove({int})",
                                   "insert({small}, 5)", "reverse()", "index({int})", "clear()", "copy()", "__getitem__({small})", "__delitem__({small})"]),
    "collections.Counter": ("str", ["update({str})", "subtract({str})", "most_common({small})", "total()", "__getitem__('zz')", "elements().__next__()",
                                    "__add__(x)", "__and__(x)", "__neg__()", "pop('a')"]),
    "collections.OrderedDict": ("dict", ["move_to_end({str})", "move_to_end({str}, last=False)", "popitem(last=False)", "popitem()", "pop({str})",
                                         "setdefault({str}, 3)", "__setitem__({str}, 1)", "__eq__({dict})"]),
}


def filled(writer, template):
    for kind in ("int", "small", "str", "list", "dict", "set", "range", "bytes"):
        while "{" + kind + "}" in template:
            template = template.replace("{" + kind + "}", LITERALS[kind](writer), 1)
    return template.replace("{{", "{").replace("}}", "}")


def container_case(writer, name):
    kind = writer.pick(list(STEPS))
    literal, steps = STEPS[kind]
    first = LITERALS[literal](writer)
    writer.line(0, f"def {name}():")
    writer.line(1, f"x = {first if kind in ('list', 'words', 'dict', 'set') else f'{kind}({first})'}")
    for _ in range(writer.number(3, 7)):
        writer.line(1, f"show(lambda: x.{filled(writer, writer.pick(steps))})")
        writer.line(1, "show(lambda: x)")


def index_text(writer):
    return writer.pick(["", "", "0", "1", "2", "-1", "-2", "5", "-9", "10**30", "-10**30", "None", "True"])


def slice_case(writer, name):
    """Slices of every sequence: reading, assignment and deletion."""
    writer.line(0, f"def {name}():")
    for number in range(writer.number(3, 6)):
        step = writer.pick(["", "", "", ":1", ":2", ":-1", ":-2", ":3", ":0", ":10**30", ":'a'"])
        index = f"{index_text(writer)}:{index_text(writer)}{step}"
        if writer.chance(45):
            sequence = writer.pick(["'abcdef'", "b'abcdef'", "[1, 2, 3, 4, 5]", "(1, 2, 3)", "range(2, 20, 3)", "bytearray(b'xyz')", "''", "'a\\u4e00b'"])
            writer.line(1, f"show(lambda: {sequence}[{index}])")
            continue
        sequence = writer.pick(["[0, 1, 2, 3, 4, 5]", "[0, 1, 2, 3, 4, 5]", "bytearray(b'abcdef')", "[]", "memoryview(bytearray(b'abc'))"])
        value = writer.pick(["[7]", "[7, 8]", "[7, 8, 9]", "b'xy'", "x", "()", "range(3)", "'pq'", "5", "iter([1, 2])", "[300]"])
        writer.line(1, f"def change{number}():")
        writer.line(2, f"x = {sequence}")
        writer.line(2, f"del x[{index}]" if writer.chance(30) else f"x[{index}] {writer.pick(['=', '=', '+='])} {value}")
        writer.line(2, "return bytes(x) if isinstance(x, memoryview) else x")
        writer.line(1, f"show(change{number})")
