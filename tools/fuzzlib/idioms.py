"""Cases of what programs make of the object model: dataclasses with their options, enumerations and flags, named tuples,
reflected operators in hierarchies, cooperative inheritance, class creation with keywords, dispatching, protocols, generic
classes, containers and context managers."""

TYPES = ["int", "str", "float", "list", "'int'", "typing.Optional[int]", "list[int]", "typing.Any", "object"]
SIMPLE = ["0", "1", "-2", "7", "'a'", "'text'", "2.5", "None", "True", "(1, 2)", "b'x'"]


def value(writer):
    return writer.pick(SIMPLE)


def shows(writer, pokes, count, **names):
    for poke in writer.rng.sample(pokes, min(count, len(pokes))):
        writer.line(1, f"show(lambda: {poke.format(v=value(writer), w=value(writer), **names)})")


def guarded_class(writer, head, lines, decorators=()):
    """A class statement that may fail, from the lines of its body."""
    writer.line(1, "try:")
    for decorator in decorators:
        writer.line(2, decorator)
    writer.line(2, head + ":")
    for line in lines or ["pass"]:
        for part in line.splitlines():
            writer.line(3, part)
    writer.line(1, "except Exception as error:")
    writer.line(2, "print('no class', tell(error))")
    name = head.split()[1].partition("(")[0]
    writer.line(2, f"class {name}: pass")


# ---- dataclasses ---------------------------------------------------------------------------------

OPTIONS = ["init=False", "repr=False", "eq=False", "order=True", "unsafe_hash=True", "frozen=True", "match_args=False", "kw_only=True", "slots=True", "weakref_slot=True"]
FIELD_OPTIONS = ["default={v}", "default_factory=list", "default_factory=lambda: [{v}]", "init=False", "repr=False", "hash=False", "hash=True", "compare=False", "metadata={{'k': {v}}}", "kw_only=True"]
DATA_MEMBERS = [
    "def __post_init__(self, *args):\n    print('post', args, sorted(n for n in 'abcd' if hasattr(self, n)))", "def __post_init__(self):\n    self.d = self.a",
    "def __eq__(self, other):\n    return 'eq'", "def __hash__(self):\n    return 5", "def __repr__(self):\n    return 'own repr'", "def __lt__(self, other):\n    return True", "__slots__ = ('z',)",
    "def __init__(self, x={v}):\n    print('own init', x)\n    self.a = x", "def __setattr__(self, name, value):\n    print('sets', name)\n    object.__setattr__(self, name, value)", "def m(self):\n    return self.a",
    "@property\ndef e(self):\n    return self.a", "__match_args__ = ('b', 'a')", "@classmethod\ndef make(cls, *args):\n    return cls(*args)", "__hash__ = None", "CONST: typing.ClassVar[int] = 3",
]
DATA_POKES = [
    "{o}", "repr({o})", "{o} == {p}", "{o} != {p}", "{o} < {p}", "{o} >= {p}", "sorted([{o}, {p}], key=repr)", "hash({o}) == hash({p})", "{o}.a", "{o}.b", "{o}.c", "{o}.d", "setattr({o}, 'a', {v})", "setattr({o}, 'new', {v})",
    "delattr({o}, 'a')", "dataclasses.asdict({o})", "dataclasses.astuple({o})", "dataclasses.replace({o}, a={v})", "dataclasses.replace({o})", "[(f.name, f.type, f.init, f.kw_only, f.repr, f.compare, f.hash) for f in dataclasses.fields({K})]",
    "{K}.__match_args__", "{K}.__annotations__", "{K}.__dataclass_params__", "{K}.__doc__", "{K}.__hash__ is None", "{K}({v})", "{K}({v}, {w})", "{K}(a={v})", "{K}(b={v}, a={w})", "{K}({v}, a={w})", "{K}(1, 2, 3, 4, 5)", "{K}(q=1)",
    "{K}.__slots__", "{o}.__dict__", "copy.copy({o})", "copy.deepcopy({o}) == {o}", "match_any({o})", "match_two({o})", "{o}.m()", "{o}.e", "{K}.make({v})", "{K}.a", "{K}.b", "dataclasses.is_dataclass({o})", "str({o})", "f'{{{o}!r:>3}}'",
    "[f.metadata for f in dataclasses.fields({K})]", "[f.default is dataclasses.MISSING for f in dataclasses.fields({K})]", "{o}.__eq__({p})", "{o}.__lt__(3)", "{o} == 3", "weakref.ref({o})() is {o}", "{o}.CONST", "vars({K}).keys() >= {{'__init__', '__repr__'}}",
]


def data_field(writer, name):
    form = writer.number(0, 9)
    if form <= 2:
        return f"{name}: {writer.pick(TYPES)}"
    if form <= 5:
        return f"{name}: {writer.pick(TYPES)} = {value(writer)}"
    if form == 6:
        return f"{name}: dataclasses.InitVar[int]" + writer.pick(["", f" = {value(writer)}"])
    if form == 7:
        return writer.pick(["_: dataclasses.KW_ONLY", f"{name} = {value(writer)}", f"{name}: list = []", f"{name}: typing.ClassVar = 3", f"{name}: object = Described(4)"])
    options = ", ".join(writer.some(FIELD_OPTIONS, 3)).format(v=value(writer))
    return f"{name}: {writer.pick(TYPES)} = dataclasses.field({options})"


def data_decorator(writer):
    options = writer.some(OPTIONS, 3)
    return f"@dataclasses.dataclass({', '.join(options)})" if options else "@dataclasses.dataclass"


def dataclass_case(writer, name):
    writer.line(0, f"def {name}():")
    writer.line(1, "def match_two(value):")
    writer.line(2, "match value:")
    writer.line(3, "case A(x, y): return 'A', x, y")
    writer.line(3, "case A(x): return 'one', x")
    writer.line(3, "case _: return 'other'")
    made = []
    for letter in "AB"[:writer.number(1, 2)]:
        fields = [data_field(writer, field) for field in writer.rng.sample("abcd", writer.number(0, 3))]
        members = [text.replace("{v}", value(writer)) for text in writer.some(DATA_MEMBERS, 2)]
        bases = writer.pick(made + ["", "", "", "typing.Generic[typing.TypeVar('T')]", "abc.ABC"])
        guarded_class(writer, f"class {letter}({bases})" if bases else f"class {letter}", fields + members,
                      [data_decorator(writer)] if writer.chance(90) else [])
        made.append(letter)
    for _ in range(2):
        letter = writer.pick(made)
        for variable in "op":
            arguments = ", ".join(value(writer) for _ in range(writer.pick([0, 1, 1, 2, 2, 3])))
            writer.line(1, f"{variable} = made(lambda: {letter}({arguments}))")
        shows(writer, DATA_POKES, 9, o="o", p="p", K=letter)


# ---- enumerations ----------------------------------------------------------------------------------

ENUM_KINDS = ["enum.Enum", "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.Flag", "enum.IntFlag", "str, enum.Enum", "int, enum.Enum", "float, enum.Enum", "tuple, enum.Enum"]
ENUM_MEMBERS = [
    "def describe(self):\n    return self.name, self.value", "@property\ndef twice(self):\n    return self.value * 2", "@classmethod\ndef first(cls):\n    return next(iter(cls))", "@staticmethod\ndef free():\n    return 'free'",
    "def __str__(self):\n    return 'str of ' + self.name", "def __repr__(self):\n    return 'repr of ' + str(self.name)", "@classmethod\ndef _missing_(cls, value):\n    print('missing', value)\n    return None",
    "@classmethod\ndef _missing_(cls, value):\n    return next(iter(cls))", "@staticmethod\ndef _generate_next_value_(name, start, count, last):\n    return name.lower() + str(count)", "_ignore_ = ['w']\nw = 3",
    "def __init__(self, *args):\n    self.args = args", "def __new__(cls, value):\n    member = object.__new__(cls)\n    member._value_ = (value, 'new')\n    return member", "def __eq__(self, other):\n    return 'eq'\n__hash__ = object.__hash__",
    "def __lt__(self, other):\n    return self.value < other.value", "def __format__(self, spec):\n    return 'formatted ' + spec", "@enum.nonmember\nclass Inner: pass", "Z = enum.member(9)", "def __bool__(self):\n    return False", "__order__ = 'A B'",
    "def __call__(self, x=1):\n    return self.name, x", "@enum.property\ndef label(self):\n    return 'label ' + self.name",
]
ENUM_POKES = [
    "list({K})", "len({K})", "{K}.A", "{K}.B", "{K}.C", "{K}.A.value", "{K}.B.name", "{K}['A']", "{K}['Q']", "{K}(1)", "{K}(2)", "{K}('a')", "{K}(99)", "{K}.__members__", "{K}.A is {K}.B", "{K}.A == {K}.B", "{K}.A < {K}.B", "{K}.A == 1", "{K}.A in {K}",
    "isinstance({K}.A, {K})", "str({K}.A)", "repr({K}.B)", "f'{{{K}.A}}'", "f'{{{K}.B:>8}}'", "'%s %r' % ({K}.A, {K}.A)", "format({K}.A, '5')", "hash({K}.A) == hash({K}.A)", "{K}.A.describe()", "{K}.B.twice", "{K}.first()", "{K}.A.free()", "{K}.A.args",
    "{K}.A | {K}.B", "{K}.A & {K}.B", "{K}.A ^ {K}.B", "~{K}.A", "{K}.A | 8", "{K}.C & {K}.A", "bool({K}.A & {K}.B)", "list({K}.A | {K}.B)", "{K}.A in ({K}.A | {K}.B)", "{K}(3)", "{K}(0)", "{K}(-1)", "len({K}.A | {K}.B)", "({K}.A | {K}.B).name", "({K}.A | {K}.B).value",
    "{K}.A + 1", "1 + {K}.A", "{K}.A * 2", "int({K}.A)", "{K}.A.upper()", "sorted({K}, key=lambda m: m.name)", "{{m: m.value for m in {K}}}", "setattr({K}, 'A', 3)", "delattr({K}, 'A')", "setattr({K}.A, 'value', 3)", "setattr({K}.A, 'note', 3)", "{K}.A.B",
    "copy.copy({K}.A) is {K}.A", "copy.deepcopy({K}.B) is {K}.B", "{K}.A.__class__.__name__", "type({K}.A).__mro__[1].__name__", "bool({K}.A)", "{K}.A()", "{K}.A.label", "reversed({K})", "list(reversed({K}))", "dir({K}.A)[-3:]", "{K}.A.__reduce_ex__(2)",
    "{K}('More', 'X Y')", "list({L})", "{L}.X", "{L}['Y'].value", "{K}.A.real", "{K}.__doc__ is None", "{K}.A.__doc__ is None", "{K}.Inner.__name__", "{K}.w", "max({K})", "sum({K})", "match_enum({K}.A)", "{K}.__name__", "iter({K}).__next__()", "{K}.A.__hash__() == 1", "{K}._member_names_",
]


def enum_values(writer, kind):
    if "tuple" in kind:
        return [f"(1, {n})" for n in range(3)]
    if "str" in kind or "Str" in kind:
        return writer.rng.sample(["'a'", "'b'", "'c'", "enum.auto()", "'a'"], 3)
    if "Flag" in kind:
        return writer.rng.sample(["1", "2", "4", "enum.auto()", "enum.auto()", "3", "6", "0", "1 | 2"], 3)
    return writer.rng.sample(["1", "2", "3", "enum.auto()", "enum.auto()", "1", "'a'", "(1, 2)", "2.5", "None", "-1", "[1]"], 3)


def enum_case(writer, name):
    writer.line(0, f"def {name}():")
    kind = writer.pick(ENUM_KINDS)
    base = ""
    if writer.chance(25):
        guarded_class(writer, f"class Base({kind})", [writer.pick(ENUM_MEMBERS[:5]), "def __init_subclass__(cls, **kw):\n    print('subclass', cls.__name__, [m.name for m in cls], kw)\n    super().__init_subclass__(**kw)"])
        base = "Base"
    boundary = f", boundary=enum.{writer.pick(['STRICT', 'CONFORM', 'EJECT', 'KEEP'])}" if "Flag" in kind and writer.chance(40) else ""
    lines = [f"{letter} = {item}" for letter, item in zip("ABC", enum_values(writer, kind))]
    members = writer.some(ENUM_MEMBERS, 2)
    before = [text for text in members if "_generate" in text or "_ignore_" in text or "order" in text]
    lines = before + lines[:writer.pick([1, 2, 3, 3, 3])] + [text for text in members if text not in before]
    decorators = [writer.pick(["@enum.unique", "@enum.verify(enum.UNIQUE)", "@enum.verify(enum.CONTINUOUS)", "@enum.verify(enum.NAMED_FLAGS)"])] if writer.chance(15) else []
    guarded_class(writer, f"class A({base or kind}{boundary})", lines, decorators)
    writer.line(1, "def match_enum(value):")
    writer.line(2, "match value:")
    writer.line(3, "case A.A: return 'A'")
    writer.line(3, "case A(): return 'one'")
    writer.line(3, "case _: return 'none'")
    kinds = kind.split(", ")
    extra = f", type={kinds[0]}" if len(kinds) > 1 else ""
    names = writer.pick(['["X", "Y"]', "'X Y'", "'X, Y'", '{"X": 1, "Y": 2}', '[("X", 1), ("Y", 5)]'])
    writer.line(1, f"L = made(lambda: {kinds[-1]}('L', {names}{extra}, start={writer.pick(['1', '1', '5'])}))")
    shows(writer, ENUM_POKES, 16, K="A", L="L")


# ---- named tuples -----------------------------------------------------------------------------------

TUPLE_POKES = [
    "{o}", "{o}.x", "{o}.y", "{o}[0]", "{o}[-1]", "{o}[5]", "{o}._asdict()", "{o}._replace(x={v})", "{o}._replace(q=1)", "{K}._fields", "{K}._field_defaults", "{K}._make([1, 2])", "{K}._make([1])", "{K}({v})", "{K}({v}, {w})", "{K}(x={v})", "{K}(1, 2, 3, 4)", "{K}(q=3)",
    "{o} == {p}", "{o} < {p}", "{o} == (1, 2)", "{o} + (3,)", "{o} * 2", "hash({o}) == hash(tuple({o}))", "len({o})", "list({o})", "x_of({o})", "setattr({o}, 'x', 5)", "setattr({o}, 'new', 5)", "{o}.__slots__", "{o}.m()", "{o}.total", "str({o})", "f'{{{o}}}'", "'%s %s' % {o}",
    "copy.copy({o}) == {o}", "{K}.__doc__", "{K}.x.__doc__", "{K}.__annotations__", "{o}.count(1)", "{o}.index(9)", "isinstance({o}, tuple)", "{o}.__getnewargs__()", "{K}.__mro__[1].__name__", "{o}.__reduce_ex__(2)[1]", "{K}.__match_args__", "match_any({o})", "{o} is {o}[:]", "{o}[0:1]",
]


def tuple_case(writer, name):
    writer.line(0, f"def {name}():")
    fields = writer.pick([["x", "y"], ["x"], ["x", "y", "z"], []])
    defaults = writer.number(0, len(fields))
    lines = [f"{field}: {writer.pick(TYPES)}" + (f" = {value(writer)}" if index >= defaults else "") for index, field in enumerate(fields)]
    members = ["def m(self):\n    return self.x, len(self)", "@property\ndef total(self):\n    return sum(self)", "def __repr__(self):\n    return 'own'", "def __str__(self):\n    return 'str'", "'docs'", "def __add__(self, other):\n    return 'added'", "@classmethod\ndef of(cls, v):\n    return cls(v)",
               "def __eq__(self, other):\n    return True", "def __new__(cls): pass", "def __len__(self):\n    return 9", "_hidden: int = 3", "z = 4"]
    if writer.chance(60):
        guarded_class(writer, f"class K({writer.pick(['typing.NamedTuple', 'typing.NamedTuple', 'typing.NamedTuple, typing.Generic[typing.TypeVar(chr(84))]'])})", writer.rng.sample(members, writer.number(0, 2)) + lines)
    else:
        names = writer.pick([repr(fields), repr(" ".join(fields)), repr(", ".join(fields)), "['x', 'class']", "['x', 'x']", "'x _y'"])
        extra = writer.pick(["", ", rename=True", f", defaults=[{value(writer)}]", ", defaults=(1, 2, 3, 4)", ", module='elsewhere'"])
        writer.line(1, f"K = made(lambda: collections.namedtuple('K', {names}{extra}))")
    if writer.chance(40):
        guarded_class(writer, "class S(K)", writer.rng.sample(members[:9] + ["__slots__ = ()"], 2))
    else:
        writer.line(1, "S = K")
    writer.line(1, "def x_of(value):")
    writer.line(2, "match value:")
    writer.line(3, "case S(x=x): return 'x', x")
    writer.line(3, "case (x, *_): return 'first', x")
    writer.line(1, f"o = made(lambda: S({', '.join(value(writer) for _ in fields)}))")
    writer.line(1, f"p = made(lambda: K({', '.join(value(writer) for _ in fields)}))")
    shows(writer, TUPLE_POKES, 12, o="o", p="p", K="S")


# ---- operators --------------------------------------------------------------------------------------

SIGNS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "matmul": "@"}
COMPARISONS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}
ANSWERS = ["NotImplemented", "NotImplemented", "({mark!r}, type(self).__name__, text(other))", "({mark!r}, type(self).__name__, text(other))", "self", "1 // 0"]


def operator_case(writer, name):
    """Who is asked first: left, right, the derived class, and what then."""
    writer.line(0, f"def {name}():")
    chosen = writer.rng.sample(list(SIGNS), 3)
    compared = writer.rng.sample(list(COMPARISONS), 2)
    made = []
    for letter in "ABC":
        lines = []
        for word in chosen:
            for prefix in writer.some(["", "r", "i"], 3):
                lines.append(f"def __{prefix}{word}__(self, other):\n    return {writer.pick(ANSWERS).format(mark=letter + prefix)}")
        for word in writer.some(compared, 2):
            lines.append(f"def __{word}__(self, other):\n    return {writer.pick(ANSWERS).format(mark=letter)}")
        if writer.chance(15):
            lines.append(f"__{writer.pick(['', 'r'])}{writer.pick(chosen)}__ = None")
        bases = writer.pick(made + ["", "", "int", "str", "list", "float"])
        guarded_class(writer, f"class {letter}({bases})" if bases else f"class {letter}", lines)
        made.append(letter)
    operands = [f"{letter}()" for letter in made] + ["1", "'a'", "[1]", "2.5", "True"]
    for _ in range(10):
        sign = SIGNS[writer.pick(chosen)] if writer.chance(70) else COMPARISONS[writer.pick(compared)]
        left, right = writer.pick(operands[:3]), writer.pick(operands)
        if writer.chance(40):
            left, right = right, left
        writer.line(1, f"show(lambda: {left} {sign} {right})")
    for word in chosen:
        writer.line(1, "try:")
        writer.line(2, f"v = {writer.pick(operands)}")
        writer.line(2, f"v {SIGNS[word]}= {writer.pick(operands)}")
        writer.line(2, "print(text(v))")
        writer.line(1, "except Exception as error:")
        writer.line(2, "print('failed', tell(error))")


# ---- class creation, cooperation ----------------------------------------------------------------------

HOOKS = [
    "def __init_subclass__(cls, /, tag=None, **kwargs):\n    print({mark!r}, 'subclass', cls.__name__, tag, kwargs)\n    super().__init_subclass__(**kwargs)\n    cls.tag = tag",
    "def __init_subclass__(cls, **kwargs):\n    print({mark!r}, 'all', kwargs)\n    super().__init_subclass__()", "field = Described({number})", "other = Named()", "def __init__(self, *args, **kwargs):\n    print({mark!r}, 'init', args, kwargs)\n    super().__init__(*args, **kwargs)",
    "def __init__(self, first=None, *args, **kwargs):\n    print({mark!r}, 'takes', first)\n    super().__init__(*args, **kwargs)\n    self.first = first", "def __new__(cls, *args, **kwargs):\n    print({mark!r}, 'new', args)\n    return super().__new__(cls)",
    "def hello(self):\n    return [{mark!r}] + (super().hello() if hasattr(super(), 'hello') else [])", "def hello(self):\n    return [{mark!r}, *super().hello()]", "def __getattr__(self, name):\n    return {mark!r} + name", "def __getattribute__(self, name):\n    if name == 'hidden': raise AttributeError({mark!r})\n    return super().__getattribute__(name)",
    "__slots__ = ('s{number}',)", "__slots__ = ()", "def __repr__(self):\n    return f'<{mark} {{super().__repr__()[:2]}}>'", "@classmethod\ndef build(cls, **kw):\n    return {mark!r}, cls.__name__, kw", "count = {number}", "def __class_getitem__(cls, item):\n    return cls.__name__, item",
    "def __enter__(self):\n    print({mark!r}, 'enter')\n    return self\ndef __exit__(self, kind, *rest):\n    print({mark!r}, 'exit', kind)\n    return super().__exit__(kind, *rest) if hasattr(super(), '__exit__') else {truth}",
]
HOOK_POKES = [
    "{o}.hello()", "{o}.field", "{o}.other", "{K}.field", "{K}.tag", "{K}.names", "{o}.hidden", "{o}.first", "{o}.missing", "repr({o})[:9]", "{K}.build(x=1)", "{K}.count", "{o}.count", "{K}[3]", "[c.__name__ for c in {K}.__mro__]", "{K}(1, 2)", "{K}(first=3)", "{K}(a=1)", "{K}(1, b=2)", "use({o})", "setattr({o}, 'field', 8)",
    "setattr({o}, 's1', 8)", "{o}.__dict__", "vars({K}).keys() >= {{'tag'}}", "super({K}, {o}).hello()", "{K}.hello({o})", "type({o}).__name__", "{K}.__init_subclass__()", "{K}.__init_subclass__(tag=5)", "type('Made', ({K},), {{'field': 3}}, tag='made')", "types.new_class('Made', ({K},), {{'tag': 2}})", "isinstance({o}, A)",
    "{K}.__subclasses__()", "type('Two', ({K}, A), {{}})", "hasattr({o}, 'hidden')", "getattr({o}, 'none', 5)", "{o}.registry", "{K}.order",
]


def hooks_case(writer, name):
    writer.line(0, f"def {name}():")
    writer.line(1, "class Named:")
    writer.line(2, "def __set_name__(self, owner, name):")
    writer.line(3, "self.name = name")
    writer.line(3, writer.pick(["owner.names = getattr(owner, 'names', ()) + (name,)", "print('set name', owner.__name__, name)", "if owner.__name__ == 'B': raise ValueError(name)"]))
    writer.line(2, "def __get__(self, instance, owner):")
    writer.line(3, "return 'named', self.name, instance is None")
    metaclass = writer.pick(["", "", "M", "abc.ABCMeta"])
    if metaclass == "M":
        writer.line(1, "class M(type):")
        for line in writer.pick(["registry = []\ndef __init__(cls, name, bases, namespace, **kwargs):\n    super().__init__(name, bases, namespace)\n    cls.registry.append(name)\n    print('registry', cls.registry)",
                                 "@classmethod\ndef __prepare__(meta, name, bases, **kwargs):\n    return collections.OrderedDict(order=[b.__name__ for b in bases])",
                                 "def __new__(meta, name, bases, namespace, tag=None, **kwargs):\n    print('new class', name, tag, kwargs)\n    return super().__new__(meta, name, bases, namespace, **kwargs)\ndef __init__(cls, *args, **kwargs):\n    super().__init__(*args)",
                                 "def __call__(cls, *args, **kwargs):\n    print('calls', cls.__name__)\n    return super().__call__(*args, **kwargs)",
                                 "class Space(dict):\n    def __setitem__(self, key, value):\n        if key in self: print('again', key)\n        super().__setitem__(key, value)\n@classmethod\ndef __prepare__(meta, name, bases, **kwargs):\n    return meta.Space()\ndef __new__(meta, name, bases, namespace, **kwargs):\n    return super().__new__(meta, name, bases, dict(namespace), **kwargs)"]).splitlines():
            writer.line(2, line)
    made = []
    for letter in "ABCD"[:writer.number(2, 4)]:
        bases = writer.some(made, 2) or ([f"metaclass={metaclass}"] if metaclass else [])
        if writer.chance(10) and not made:
            bases.insert(0, writer.pick(["list", "dict", "Exception", "int"]))
        if writer.chance(35):
            bases.append(writer.pick([f"tag={value(writer)}", "extra=1", f"**{{'tag': {value(writer)}}}"]))
        lines = [text.format(mark=letter, number=writer.number(1, 3), truth=writer.pick(["True", "False"])) for text in writer.rng.sample(HOOKS, writer.number(1, 4))]
        guarded_class(writer, f"class {letter}({', '.join(bases)})" if bases else f"class {letter}", lines)
        made.append(letter)
    for _ in range(2):
        letter = writer.pick(made)
        writer.line(1, f"o = made(lambda: {letter}({writer.pick(['', '', '1', '1, 2', 'first=1'])}))")
        shows(writer, HOOK_POKES, 8, o="o", K=letter)


# ---- functools, protocols, generics, containers ---------------------------------------------------------

DISPATCH = ["int", "str", "float", "bool", "list", "object", "A", "type(None)", "collections.abc.Sequence", "int | str", "typing.Union[float, list]", "list[int]"]


def dispatch_case(writer, name):
    writer.line(0, f"def {name}():")
    lines = ["calls = []"]
    lines.append("@functools.singledispatchmethod\n" + writer.pick(["", "", "", "@classmethod\n", "@staticmethod\n"]) + writer.pick(["def m(self, x, *args):", "def m(*args):"]) + "\n    return 'default', len(args)")
    for kind in writer.rng.sample([kind for kind in DISPATCH if kind not in ("A", "list[int]")], 2):
        lines.append(writer.pick([f"@m.register({kind})\ndef _(*args):\n    return {kind!r}, len(args)", f"@m.register\ndef _(self, x: {kind}):\n    return {kind!r}"]))
    lines += writer.rng.sample([
        "@functools.cached_property\ndef cached(self):\n    self.calls.append('c')\n    return len(self.calls)", "bound = functools.partialmethod(lambda self, *args, **kw: (args, kw), 1, k=2)", "again = functools.partialmethod(bound, 5) if 'bound' in dir() else 3",
        "@functools.lru_cache(maxsize=1)\ndef memo(self, x):\n    self.calls.append(x)\n    return x", "@functools.cache\ndef memo(self, x=0):\n    return x, len(self.calls)", "def __lt__(self, other):\n    return self.x < other.x\ndef __eq__(self, other):\n    return self.x == other.x\nx = 3",
        "@functools.wraps(print)\ndef shown(self): pass", "def __call__(self, x): return x", "__slots__ = ('a',)"], 3)
    guarded_class(writer, "class A", lines, ["@functools.total_ordering"] if writer.chance(40) else [])
    guarded_class(writer, "class B(A)", [f"@A.m.register({writer.pick(DISPATCH[:6])})\ndef _(self, x):\n    return 'of B'"] if writer.chance(50) else ["x = 1"])
    writer.line(1, "@functools.singledispatch")
    writer.line(1, "def f(x, *args):")
    writer.line(2, "return 'f', len(args)")
    for kind in writer.rng.sample(DISPATCH, 3):
        writer.line(1, f"show(lambda: f.register({kind})(lambda x, *args: {kind!r}) and None)")
    writer.line(1, "o, p = made(A), made(B)")
    arguments = ["1", "'a'", "2.5", "True", "[1]", "None", "A", "o", "p", "(1, 2)", "{}"]
    for _ in range(5):
        writer.line(1, f"show(lambda: {writer.pick(['o', 'p', 'A', 'B'])}.m({writer.pick(arguments)}))")
        writer.line(1, f"show(lambda: f({writer.pick(arguments)}))")
    shows(writer, ["o.cached", "(o.cached, o.cached)", "o.__dict__", "delattr(o, 'cached')", "o.bound()", "o.bound(2, k=3)", "p.bound(z=1)", "o.again()", "o.memo(1)", "(o.memo(1), o.memo(2), o.memo(1))", "A.memo.cache_info()", "o < p", "o >= p", "o <= o", "o > 3", "A.__dict__['bound']", "o.m", "A.m.register",
                   "f.registry.keys() >= {{object}}", "f.dispatch(int)(0)", "f.dispatch(bool)(0)", "o.m()", "f()", "o.shown.__name__", "A.cached", "A.cached.func.__name__", "o.m.__name__", "functools.partial(o.m, 1)()", "sorted([p, o])[0] is p", "max(o, p) is o"], 8)


def protocol_case(writer, name):
    writer.line(0, f"def {name}():")
    members = ["def close(self) -> None: ...", "name: str", "def size(self) -> int:\n    return 3", "@property\ndef ready(self) -> bool: ...", "def __len__(self) -> int: ...", "@abc.abstractmethod\ndef must(self): ...", "@classmethod\ndef build(cls): ...", "level: int = 4"]
    guarded_class(writer, "class P(typing.Protocol)", writer.rng.sample(members, writer.number(0, 2)), ["@typing.runtime_checkable"] if writer.chance(75) else [])
    guarded_class(writer, f"class Q({writer.pick(['P, typing.Protocol', 'P', 'typing.Protocol[typing.TypeVar(chr(84))]', 'P, typing.Sized', 'typing.SupportsInt, typing.Protocol'])})", writer.some(members, 2), ["@typing.runtime_checkable"] if writer.chance(60) else [])
    concrete = ["def close(self): return 'closed'", "name = 'n'", "def size(self): return 1", "ready = True", "def __len__(self): return 2", "def must(self): pass", "build = None", "level = 1", "def __int__(self): return 4", "def __init__(self, *args): self.name = 'given'", "close = None"]
    guarded_class(writer, f"class A({writer.pick(['', '', 'P', 'Q'])})", writer.rng.sample(concrete, writer.number(1, 4)))
    writer.line(1, "o = made(A)")
    shows(writer, ["isinstance(o, P)", "isinstance(o, Q)", "issubclass(A, P)", "issubclass(A, Q)", "isinstance(3, P)", "isinstance([], Q)", "issubclass(list, P)", "P()", "Q()", "A()", "o.size()", "o.level", "o.name", "o.close()", "len(o)", "P._is_protocol", "Q._is_protocol", "A._is_protocol", "P.__mro__", "Q.__mro__", "A.__mro__", "P in A.__mro__", "Q[int]",
                   "P[int]", "isinstance(o, typing.Sized)", "isinstance(o, typing.SupportsInt)", "isinstance(5, typing.SupportsInt)", "isinstance(o, typing.Hashable)", "A.__abstractmethods__", "P.__abstractmethods__", "isinstance(o, (P, int))", "P.register(int)", "isinstance(o, P | None)", "issubclass(int, (P, Q))", "Q.__bases__", "A.__parameters__"], 14)


GENERIC_BASES = ["typing.Generic[T]", "typing.Generic[T, S]", "typing.List[T]", "list[T]", "typing.Dict[str, T]", "typing.Protocol[T]", "typing.Generic[P]", "typing.Generic[typing.Unpack[Ts]]", "typing.Generic[T, P]", "typing.Mapping[T, S]"]
ARGUMENTS = ["int", "str", "T", "S", "None", "'A'", "int, str", "T, S", "S, T", "[int, str]", "...", "P", "list[T]", "typing.Optional[T]", "typing.Union[int, T]", "typing.Callable[[T], S]", "()", "int, [str]", "typing.Unpack[Ts]", "A", "5", "typing.Any", "typing.List[S]", "int | T", "typing.Literal[1]"]
GENERICS = ["typing.List", "typing.Dict", "typing.Tuple", "typing.Callable", "typing.Optional", "typing.Union", "list", "dict", "tuple", "type", "typing.Type", "collections.deque", "typing.Iterable", "typing.ClassVar", "typing.Final", "typing.Literal", "typing.Annotated", "A", "B", "A", "B", "typing.Concatenate"]


def generic_case(writer, name):
    writer.line(0, f"def {name}():")
    writer.line(1, "T, S, P, Ts = typing.TypeVar('T'), typing.TypeVar('S', bound=int), typing.ParamSpec('P'), typing.TypeVarTuple('Ts')")
    guarded_class(writer, f"class A({writer.pick(GENERIC_BASES)})", ["item: T", "def get(self) -> T:\n    return 5"])
    guarded_class(writer, f"class B({writer.pick(['A', 'A', 'A[int]', 'A[T]', 'A[S]', 'A[T], typing.Generic[T, S]', 'A[T], typing.Generic[S]', 'list[T], A', 'typing.Generic[T], A'])})", [])
    for _ in range(8):
        subscripts = "".join(f"[{writer.pick(ARGUMENTS)}]" for _ in range(writer.pick([1, 1, 2, 2, 3])))
        alias = writer.pick(GENERICS) + subscripts
        form = writer.number(0, 6)
        if form <= 3:
            writer.line(1, f"show(lambda: about({alias}))")
        elif form == 4:
            writer.line(1, f"show(lambda: {alias} == {alias} and {alias} is {alias})")
        elif form == 5:
            writer.line(1, f"show(lambda: about({alias} | {writer.pick(['int', 'None', 'T', 'A', 'list[int]'])}))")
        else:
            writer.line(1, f"show(lambda: {writer.pick(['isinstance([], {})', 'issubclass(list, {})', '{}()', 'typing.get_origin({})', 'typing.get_args({})', '{}.__mro_entries__(())', 'hash({0}) == hash({0})', 'copy.copy({0}) == {0}', '{}.__name__', '{}.__module__', '{}.real']).format(alias)})")
    shows(writer, ["about(A)", "A.__parameters__", "B.__parameters__", "A.__orig_bases__", "B.__orig_bases__", "A.__mro__", "B.__mro__", "A[int]().get()", "B().get()", "A[int]().__orig_class__", "T", "repr(P.args)", "S.__bound__", "typing.get_type_hints(A)", "typing.get_type_hints(A.get)"], 4)


CONTAINER_MEMBERS = [
    "def __len__(self):\n    return {length}", "def __getitem__(self, key):\n    print('get', key)\n    if isinstance(key, slice): return key\n    if key == 2: raise IndexError('end')\n    return key, {number}", "def __getitem__(self, key):\n    return 'abc'[key]", "def __iter__(self):\n    return iter(['i', {number}])",
    "def __iter__(self):\n    self.n = 0\n    return self\ndef __next__(self):\n    self.n += 1\n    if self.n > 2: raise StopIteration(self.n)\n    return self.n", "def __contains__(self, item):\n    print('contains', item)\n    return {v}", "def __reversed__(self):\n    yield from 'ba'", "def __missing__(self, key):\n    return 'missing', key",
    "def __length_hint__(self):\n    return {length}", "def __setitem__(self, key, value):\n    print('set', key, value)", "def __delitem__(self, key):\n    print('del', key)", "def keys(self):\n    return ['k', 'l']", "def __bool__(self):\n    return {truth}", "def __eq__(self, other):\n    return {truth}", "def __hash__(self):\n    return {number}",
    "def __index__(self):\n    return {number}", "def __format__(self, spec):\n    return f'<{{spec}}>'", "def __bytes__(self):\n    return b'bytes'", "def __enter__(self):\n    return {v}\ndef __exit__(self, kind, error, trace):\n    print('exit', kind, error)\n    return {truth}", "def __call__(self, *args, **kw):\n    return args, kw", "def __concat__(self): pass",
    "def __copy__(self):\n    return 'copied'", "def __deepcopy__(self, memo):\n    return 'deep', len(memo)", "def __del__(self):\n    pass", "def __iter__(self):\n    return 5", "def __next__(self):\n    self.n = getattr(self, 'n', 0) + 1\n    if self.n > 4: raise StopIteration\n    return {number}", "def items(self):\n    return [('k', 1)]", "def __int__(self):\n    return {number}", "def __float__(self):\n    return {number}.5",
    "def __round__(self, digits=0):\n    return 'rounded', digits", "def __abs__(self):\n    return 'abs'", "def __neg__(self):\n    return 'neg'", "def __invert__(self):\n    return 'inverted'", "def __fspath__(self):\n    return 'path'", "def __dir__(self):\n    return ['y', 'x']", "def append(self, item):\n    print('appends', item)",
]
CONTAINER_POKES = [
    "len({o})", "{o}[0]", "{o}[1:2]", "{o}[1, 2]", "{o}['k']", "{o}[-1]", "list({o})", "tuple({o})", "[*{o}]", "{{**{o}}}", "dict({o})", "list(reversed({o}))", "1 in {o}", "'i' in {o}", "bool({o})", "not {o}", "operator.length_hint({o}, 7)", "sum({o})", "sorted({o}, key=str)", "max({o}, key=str)", "list(zip({o}, {o}))", "list(enumerate({o}))", "list(map(str, {o}))",
    "{o}.__setitem__(1, 2)", "operator.setitem({o}, 1, {v})", "operator.delitem({o}, 1)", "any({o})", "set({o}) == set({o})", "'-'.join({o})", "first_of({o})", "match_any({o})", "iter({o})", "next({o})", "next(iter({o}))", "list(itertools.islice({o}, 2))", "range({o})", "[1, 2, 3][{o}]", "'abc'[{o}]", "hex({o})", "format({o}, 'spec')", "f'{{{o}:x}}'",
    "f'{{{o}!s:>3}}'[:1]", "bytes({o})", "use({o})", "{o}(1, a=2)", "copy.copy({o})", "copy.deepcopy({o})", "{o} == {o}", "{o} != 1", "hash({o}) == hash({o})", "{{{o}: 1}}[{o}]", "int({o})", "float({o})", "complex({o})", "round({o})", "round({o}, 2)", "abs({o})", "-{o}", "~{o}", "[n for n in dir({o}) if n[0] != '_']", "collect(*{o})", "collect(**{o})", "dict.fromkeys({o})", "list({o}.items())",
    "collections.Counter({o})", "collections.deque({o}, 1)", "functools.reduce(lambda a, b: (a, b), {o})", "operator.index({o})", "operator.contains({o}, 3)", "operator.countOf({o}, 1)", "isinstance({o}, collections.abc.Iterable)", "isinstance({o}, collections.abc.Collection)", "isinstance({o}, collections.abc.Hashable)", "isinstance({o}, collections.abc.Sequence)", "two({o})",
    "[x for x in {o}]", "{{x for x in {o}}} == 3", "{o}.append(3)", "{o} + [1]", "[1] + {o}", "{o} * 2", "'%s' % {o} == 3", "'%d' % {o}", "str.format('{{}}', {o})[:1]", "math.floor({o})", "math.sqrt({o})", "bytearray({o})", "memoryview({o})", "slice({o}, 1).start is {o}", "divmod({o}, 2)", "isinstance({o}, collections.abc.Reversible)",
]


def container_class_case(writer, name):
    writer.line(0, f"def {name}():")
    writer.line(1, "def collect(*args, **kw): return args, kw")
    writer.line(1, "def first_of(value):")
    writer.line(2, "for x in value:")
    writer.line(3, "return x")
    writer.line(2, "else:")
    writer.line(3, "return 'empty'")
    writer.line(1, "def two(value):")
    writer.line(2, "a, b = value")
    writer.line(2, "return b, a")
    base = writer.pick(["", "", "", "list", "dict", "collections.abc.Sequence", "collections.abc.Mapping", "collections.abc.MutableMapping", "collections.abc.Set", "collections.abc.Iterator", "collections.UserList", "collections.UserDict", "str", "tuple", "set"])
    lines = [text.format(length=writer.pick(["2", "2", "0", "-1", "'x'", "2.0", "True"]), number=writer.number(0, 5), v=value(writer), truth=writer.pick(["True", "False", "1", "None"])) for text in writer.rng.sample(CONTAINER_MEMBERS, writer.number(2, 6))]
    guarded_class(writer, f"class A({base})" if base else "class A", lines)
    arguments = {"list": "[1, 2]", "dict": "{'k': 1}", "str": "'ab'", "tuple": "(1, 2)", "set": "[1]", "collections.UserList": "[1, 2]", "collections.UserDict": "{'k': 1}"}.get(base, "")
    writer.line(1, f"o = made(lambda: A({arguments}))")
    shows(writer, CONTAINER_POKES, 18, o="o")


IDIOMS = [dataclass_case] * 3 + [enum_case] * 3 + [tuple_case, operator_case, hooks_case, hooks_case, dispatch_case, protocol_case, generic_case, container_class_case, container_class_case]
