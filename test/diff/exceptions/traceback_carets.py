"""Where the carets of a traceback point for every kind of expression."""

import sys
import traceback


class Box:
    def __init__(self):
        self.value = None
        self.items = [1]

    def __getitem__(self, key):
        return None


def show(function):
    try:
        function()
    except Exception:
        traceback.print_exc(file=sys.stdout)


box = Box()
text, number, table, nothing = "abc", 5, {"k": {"j": 1}}, None


def attribute():
    return box.value.missing.deeper


def call_chain():
    return box.value(1)(2)


def subscript():
    return table["k"]["x"]["y"]


def binary():
    return number + text * 2 - number


def binary_right():
    return number * (text + number)


def compare():
    return number < 3 or text < number


def unary():
    return -text


def call_args():
    return len(number, [1,
                        2])


def assign_index():
    box.items[5] = number


def assign_attr():
    nothing.name = 5


def augmented():
    global number
    number += text


def unpack():
    a, b = box.items


def delete():
    del table["zz"]


def in_test():
    return 1 in number


def for_loop():
    for x in number:
        pass


def comprehension():
    return [x / 0 for x in range(3) if x]


def lambda_call():
    return (lambda v: v.nope)(text)


def fstring():
    return f"{text!r} {number.nope:>5}"


def keyword_call():
    return "x".join(sep=1)


def unicode_line():
    return "ü€😀" + number


def with_statement():
    with number as n:
        pass


def raise_it():
    raise ValueError("plain " + text)


def assert_it():
    assert number == 6, f"number is {number}"


def name_error():
    return undefined_thing + 1


def starred():
    return print(*number)


def slice_it():
    return number[1:2]


def conditional():
    return text.foo if number else text.bar


def chained():
    return text.upper().lower().nope().strip()


def power():
    return 2 ** text


def boolean():
    return not nothing.x


def yield_value():
    def g():
        yield nothing.y
    return list(g())


def import_error():
    import no_such_module_anywhere


def decorator():
    @nothing.deco
    def f():
        pass


def class_body():
    class K:
        x = nothing.z


def default_argument():
    def f(a=nothing.q):
        pass


def multi_line():
    return (
        number
        + 1
        + text
    )


def paren_call():
    return (text)(1)


for function in (attribute, call_chain, subscript, binary, binary_right, compare, unary, call_args, assign_index, assign_attr, augmented, unpack, delete, in_test, for_loop, comprehension, lambda_call, fstring, keyword_call, unicode_line, with_statement, raise_it, assert_it, name_error, starred, slice_it, conditional, chained, power, boolean, yield_value, import_error, decorator, class_body, default_argument, multi_line, paren_call):
    show(function)
