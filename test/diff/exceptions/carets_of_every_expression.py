"""Where the carets of a traceback stand, for every kind of expression and statement that can fail."""

import sys
import traceback


class Bad:
    def __getattr__(self, name): raise ValueError("getattr")
    def __getitem__(self, key): raise ValueError("getitem")
    def __setitem__(self, key, value): raise ValueError("setitem")
    def __delitem__(self, key): raise ValueError("delitem")
    def __call__(self, *args): raise ValueError("call")
    def __add__(self, other): raise ValueError("add")
    def __radd__(self, other): raise ValueError("radd")
    def __neg__(self): raise ValueError("neg")
    def __lt__(self, other): raise ValueError("lt")
    def __bool__(self): raise ValueError("bool")
    def __iter__(self): raise ValueError("iter")
    def __contains__(self, item): raise ValueError("contains")
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *args): raise ValueError("exit")
    def __format__(self, spec): raise ValueError("format")
    def __iadd__(self, other): raise ValueError("iadd")
    def __hash__(self): raise ValueError("hash")
    def __repr__(self): raise ValueError("repr")
    def __index__(self): raise ValueError("index")
    def __eq__(self, other): raise ValueError("eq")


bad = Bad()
good = 1


def attribute(): return good + bad.name.other
def subscript(): return [good, bad[good + 1]]
def subscript_slice(): return good, (1, 2)[bad:3]
def call(): return print(good, bad(good, *[1]), good)
def call_lines():
    return bad(
        good,
        good)
def binary(): return (good * 2) + (bad + 3) * 4
def binary_right(): return 1 + 2 * (3 + bad)
def unary(): return good + (-bad)
def compare(): return good == 1 and bad < 3
def compare_chain(): return 0 < good < bad < 5
def negation(): return not bad
def conditional(): return 1 if bad else 2
def boolean(): return good and bad or good
def membership(): return good in bad
def iteration():
    for x in bad:
        pass
def comprehension(): return [x for x in bad]
def comprehension_inner(): return [x.y for x in [1]]
def generator(): return list(x + bad for x in [1])
def condition_of_comprehension(): return {x for x in [1] if bad}
def dict_key(): return {good: 1, bad: 2}
def set_item(): return {good, bad}
def fstring(): return f"{good} {bad} {good}"
def fstring_repr(): return f"{good!r} {bad!r:>10}"
def fstring_long(): return f"{good}" f"{bad:>10}"
def lambda_body(): return (lambda: bad.x)()
def star_call(): return print(*bad)
def dict_call(): return print(**bad)
def star_list(): return [1, *bad, 2]
def unpack(): a, b = bad
def unpack_nested(): (a, (b, c)), d = (1, 2), 3
def unpack_few(): a, b, c = good, 2
def unpack_star(): a, *b, c = [1]
def store_item(): bad[good] = 3
def store_attribute(): good.x = 3
def store_chain(): x = bad[1] = good
def delete_item(): del bad[good]
def delete_attribute(): del good.real
def delete_name(): del missing
def augmented():
    value = bad
    value += 1
def augmented_item():
    bad[good] += 1
def augmented_attribute():
    bad.x += 1
def with_enter():
    with bad as x:
        pass
def with_none():
    with good, bad:
        pass
def assertion(): assert bad, "message"
def assertion_false(): assert good == 2, "message"
def raising(): raise bad
def raising_class(): raise ValueError("x") from KeyError("y")
def returning(): return good.missing
def name(): return undefined_name
def walrus(): return (x := bad.attr)
def starred_index(): return bad[1, *good]
def while_test():
    while bad: pass
def if_test():
    if good > 5 or bad: pass
def match_value():
    match good:
        case x if bad: pass
def match_subject():
    match bad.x:
        case _: pass
def yielding():
    yield from good
def importing(): from sys import nothing_there
def importing_module(): import no.such.module
def annotated(): x: int = bad.x
def decorated():
    @bad
    def f(): pass
def class_base():
    class C(good): pass
def default():
    def f(x=bad.x): pass
def keyword(): return print(good, end=bad.x)
def method(): return good.bit_length().foo.bar(1)
def method_call(): return "x".join([good])
def parens(): return ((((bad.x))))
def long_chain(): return good.real.imag.numerator.nothing.more
def multi_line():
    return (good +
            bad.x +
            good)
def multi_line_dict():
    return {
        "a": good,
        "b": bad[0],
    }
def unicode_text(): return "äöü→", bad.x, "日本語"
def tabs():
	return	bad.x
def semicolon(): x = 1; y = bad.x; z = 2
def power(): return good ** bad ** 2
def matrix(): return good @ bad
def shift(): return good << "a"
def floor(): return good // 0
def comparison_in(): return "a" in good
def not_in(): return "a" not in 5
def identity(): return good is bad is bad.x
def lambda_default(): return (lambda x=bad.x: x)()
def conditional_parts(): return bad.x if good else good
def nested_call(): return int(str(int(str(bad(1)))))
def index_chain(): return [[1]][0][0][0]
def call_result(): return good()
def call_of_none(): return print()(1)
def string_index(): return "abc"["a"]


for function in [
        value for value in list(globals().values()) if type(value).__name__ == "function" and value.__code__.co_argcount == 0]:
    try:
        result = function()
        if hasattr(result, "__next__"):
            list(result)
        print(function.__name__, "no error", type(result))
    except Exception as error:
        lines = traceback.format_exception(error)
        print("".join(line for line in lines if "in __" not in line).replace(__file__, "FILE"))
