"""Cases of classes: hierarchies with random bases and special methods, then operations on instances."""

BUILTIN_BASES = ["", "", "", "", "", "int", "str", "list", "dict", "tuple", "float", "Exception", "set", "object"]
METHODS = [
    ("__init__", "(self, *args)", ["self.made = args", "super().__init__()", "pass"], None),
    ("__new__", "(cls, *args)", [], "return super().__new__(cls, *args)"),
    ("__repr__", "(self)", [], "return f'<{{type(self).__name__}} {mark}>'"),
    ("__str__", "(self)", [], "return {any}"),
    ("__format__", "(self, spec)", [], "return 'F' + spec"),
    ("__eq__", "(self, other)", ["print('eq', {mark})"], "return {truth}"),
    ("__ne__", "(self, other)", [], "return {truth}"),
    ("__lt__", "(self, other)", ["print('lt', {mark})"], "return {truth}"),
    ("__ge__", "(self, other)", [], "return {truth}"),
    ("__hash__", "(self)", [], "return {int}"),
    ("__bool__", "(self)", ["print('bool', {mark})"], "return {truth}"),
    ("__len__", "(self)", ["print('len', {mark})"], "return {int}"),
    ("__add__", "(self, other)", ["print('add', {mark})"], "return {any}"),
    ("__radd__", "(self, other)", ["print('radd', {mark})"], "return {any}"),
    ("__iadd__", "(self, other)", ["print('iadd', {mark})"], "return {any}"),
    ("__sub__", "(self, other)", [], "return NotImplemented"),
    ("__rsub__", "(self, other)", [], "return {any}"),
    ("__mul__", "(self, other)", [], "return {any}"),
    ("__neg__", "(self)", [], "return {any}"),
    ("__pow__", "(self, other, modulus=None)", [], "return {any}"),
    ("__rpow__", "(self, other)", [], "return {any}"),
    ("__divmod__", "(self, other)", [], "return {any}"),
    ("__matmul__", "(self, other)", [], "return {any}"),
    ("__contains__", "(self, item)", ["print('contains', {mark})"], "return {any}"),
    ("__iter__", "(self)", [], "return iter([1, 2])"),
    ("__getitem__", "(self, key)", [], "return [('item', {mark})][key]"),
    ("__setitem__", "(self, key, value)", ["print('set item', key)"], None),
    ("__missing__", "(self, key)", [], "return ('missing', key)"),
    ("__call__", "(self, *args, **kwargs)", ["print('call', args, kwargs)"], "return {any}"),
    ("__getattr__", "(self, name)", ["if name == 'gone': raise AttributeError(name)"], "return ('getattr', name)"),
    ("__getattribute__", "(self, name)", ["print('getattribute', name) if not name.startswith('__') else None"],
     "return super().__getattribute__(name)"),
    ("__setattr__", "(self, name, value)", ["print('setattr', name)", "super().__setattr__(name, value)"], None),
    ("__delattr__", "(self, name)", ["print('delattr', name)"], "super().__delattr__(name)"),
    ("__enter__", "(self)", ["print('enter', {mark})"], "return self"),
    ("__exit__", "(self, kind, value, traceback)", ["print('exit', kind)"], "return {truth}"),
    ("__index__", "(self)", [], "return {int}"),
    ("__int__", "(self)", [], "return {any}"),
    ("__float__", "(self)", [], "return {any}"),
    ("__reversed__", "(self)", [], "return iter([3])"),
    ("__dir__", "(self)", [], "return ['b', 'a']"),
    ("method", "(self, x=1)", ["print('method', {mark})"], "return super().method(x)"),
    ("method", "(self, x=2)", [], "return ('method', {mark}, x)"),
    ("other", "(self)", [], "return self.method()"),
    ("__init_subclass__", "(cls, **kwargs)", ["print('subclass', cls.__name__, kwargs)"], "super().__init_subclass__()"),
    ("__class_getitem__", "(cls, item)", [], "return (cls.__name__, item)"),
]
ATTRIBUTES = ["shared = {int}", "shared: int = {int}", "plain = Described({mark})", "plain = DataDescribed({mark})", "__slots__ = ('slot', 'made')",
              "__hash__ = None", "__match_args__ = ('shared',)", "__contains__ = None", "__iter__ = None", "alias = method = lambda self, x=0: x",
              "for looped in range(2): pass", "__doc__ = 'words'", "__radd__ = None", "__slots__ = ()", "__bool__ = lambda self: True"]
SPECIAL = ["@property\ndef plain(self):\n    return ('property', {mark})",
           "@property\ndef plain(self):\n    return self._plain\n@plain.setter\ndef plain(self, value):\n    self._plain = value",
           "@classmethod\ndef made_by_class(cls, *args):\n    return cls.__name__, args",
           "@staticmethod\ndef free(*args):\n    return args",
           "@functools.cached_property\ndef cached(self):\n    print('computed')\n    return {int}"]
OPERATIONS = ["{a} + {b}", "{a} + 1", "1 + {a}", "{a} - {b}", "{a} - 'x'", "{a} * 2", "2 * {a}", "{a} ** 2", "2 ** {a}", "-{a}", "{a} @ {b}", "divmod({a}, 2)",
              "{a} == {b}", "{a} != {b}", "{a} == 1", "{a} < {b}", "{a} >= {b}", "{a} > 1", "1 < {a}", "bool({a})", "not {a}", "len({a})", "str({a})",
              "f'{{{a}!s:>3}}'", "format({a}, 'q')", "'%s' % ({a},)", "{a}[0]", "{a}['k']", "list(itertools.islice(iter({a}), 5))", "1 in {a}", "{a}()",
              "{a}(1, k=2)", "{a}.method()", "{a}.method(7)", "{a}.other()", "{a}.shared", "{a}.plain", "{a}.gone", "{a}.unknown", "{a}.cached", "{a}.cached",
              "setattr({a}, 'plain', 5)", "setattr({a}, 'fresh', 6)", "{a}.fresh", "delattr({a}, 'plain')", "delattr({a}, 'fresh')", "{a}.made", "{a}.free(1)",
              "{a}.made_by_class(2)", "isinstance({a}, {B})", "issubclass({A}, {B})", "hash({a}) == hash({a})", "int({a})", "float({a})", "[1, 2, 3][{a}]",
              "{A}.shared", "{A}['x']", "{A}.method", "range({a})", "sorted([{a}, {b}])", "max({a}, {b})", "use({a})", "[k.__name__ for k in {A}.__mro__]",
              "{A}.made_by_class()", "type({a}).__name__", "{a}.__class__.__qualname__", "{a}.slot", "setattr({a}, 'slot', 1)", "next(reversed({a}), None)",
              "{{**{a}}}", "[*{a}]", "print(*{a})", "{a} is {a}", "{A}.__doc__", "{a}.__dict__", "hasattr({a}, 'fresh')", "dir({a})[:2]", "{a} += 1",
              "iter({a}).__next__()", "super({A}, {a}).method()", "{A}.__hash__ is None", "{A}.looped", "match_shared({a})", "{a}.alias(3)", "{A}.plain",
              "getattr({a}, 'nothing', 'default')", "complex({a})", "round({a})", "abs({a})", "bytes({a})", "enumerate({a}).__next__()", "{a} or 'falsy'",
              "{a} if {a} else 'no'", "any({a})", "dict({a})", "{a}[1:2]", "{a}.plain.x", "{A}.__bases__[0].__name__", "{a}.__eq__(1)", "{a}.__lt__(2)"]


def filled(writer, text):
    values = {"{mark}": lambda: str(writer.number(1, 99)), "{int}": lambda: str(writer.number(-3, 9)),
              "{truth}": lambda: writer.pick(["True", "False", "NotImplemented", "'yes'", "other" if "other" in text else "0"]),
              "{any}": lambda: writer.pick(["'text'", "5", "NotImplemented", "self", "None", "2.5", "True", "1 // 0"])}
    for hole, make in values.items():
        while hole in text:
            text = text.replace(hole, make(), 1)
    return text


def class_body(writer, depth, has_bases):
    empty = True
    for name, parameters, statements, last in writer.rng.sample(METHODS, writer.number(0, 6)):
        if name == "__getattribute__" and has_bases:
            continue
        writer.line(depth, f"def {name}{parameters}:")
        for statement in writer.some(statements, 2):
            writer.line(depth + 1, filled(writer, statement).replace("{{", "{").replace("}}", "}"))
        result = filled(writer, last or "pass").replace("return other", "return self is other" if "other" in parameters else "return 0")
        writer.line(depth + 1, result.replace("return self", "return cls") .replace("{{", "{").replace("}}", "}") if "(cls" in parameters
                    else result.replace("{{", "{").replace("}}", "}"))
        empty = False
    for text in writer.some(ATTRIBUTES, 2):
        writer.line(depth, filled(writer, text))
        empty = False
    for text in writer.some(SPECIAL, 2):
        for line in filled(writer, text).splitlines():
            writer.line(depth, line)
        empty = False
    if empty:
        writer.line(depth, "pass")


def bases(writer, earlier):
    parts = writer.some(earlier, 2)
    # built-in types have a __getattribute__ of their own, which may come first
    hooked = any("def __getattribute__" in line for line in writer.lines)
    builtin = "" if hooked else writer.pick(BUILTIN_BASES)
    if builtin and writer.chance(60):
        parts.append(builtin)
    if writer.chance(12) and not parts:
        parts.append("metaclass=Meta")
    if writer.chance(5):
        parts.append("flag=1")
    return f"({', '.join(parts)})" if parts else ""


def class_case(writer, name):
    """The classes are made inside of a function, so that each failure is that of one case."""
    writer.line(0, f"def {name}():")
    made = []
    for letter in "ABCD"[:writer.number(1, 4)]:
        writer.line(1, "try:")
        listed = bases(writer, made)
        writer.line(2, f"class {letter}{listed}:")
        class_body(writer, 3, bool(listed))
        writer.line(1, "except Exception as error:")
        writer.line(2, "print('no class', type(error).__name__, error)")
        writer.line(2, f"class {letter}: pass")
        made.append(letter)
    pairs = [(writer.pick(made), writer.pick(made)) for _ in range(2)]
    for number, (first, second) in enumerate(pairs):
        arguments = writer.pick(["", "", "1", "'ab'"])
        writer.line(1, f"a = made(lambda: {first}({arguments}))")
        writer.line(1, f"b = made(lambda: {second}())")
        for operation in writer.rng.sample(OPERATIONS, 8):
            text = operation.format(a="a", b="b", A=first, B=second)
            if text == "a += 1":
                text = "operator.iadd(a, 1)"
            writer.line(1, f"show(lambda: {text})")
