"""Cases of the object model's less trodden ways: descriptors and slots in hierarchies, metaclasses with special methods,
properties that are overridden or fail, `__getattr__` beside `__getattribute__`, class creation with its hooks, changes of
`__class__`, `__bases__` and class attributes, dataclasses, enumerations, named tuples, abstract classes. What is made is
then poked at from all sides."""

import re

MEMBERS = [
    "__slots__ = ('a', 'b')", "__slots__ = ('a',)", "__slots__ = ()", "__slots__ = ('__dict__', 'c')", "__slots__ = 'single'", "__slots__ = ['a', '__weakref__']",
    "__slots__ = {'a': 'documented', 'd': None}", "a = DataDescribed({mark})", "a = Described({mark})", "b = Described({mark})", "a = {value}", "b = {value}",
    "c: int", "c: int = {value}", "c: 'typing.ClassVar[int]' = {value}", "d = property(lambda self: ('d', {mark}))", "__qualname__ = 'Renamed'", "__module__ = 'elsewhere'",
    "__doc__ = 'words {mark}'", "a = b = {value}", "__private = {value}", "__match_args__ = ('a', 'b')", "__eq__ = None", "__hash__ = object.__hash__",
    "@property\ndef a(self):\n    return ('a', {mark})\n@a.setter\ndef a(self, value):\n    print('set a', value)\n    self.__dict__['a'] = value",
    "@property\ndef a(self):\n    raise AttributeError('from a')", "@property\ndef a(self):\n    raise KeyError('from a')", "@property\ndef b(self):\n    'doc of b'\n    return self.a",
    "b = property()\n@b.getter\ndef b(self):\n    return {mark}\n@b.deleter\ndef b(self):\n    print('delete b')", "@functools.cached_property\ndef c(self):\n    print('computes')\n    return [self.a]",
    "@classmethod\ndef m(cls, *args):\n    return ('m', cls.__name__, args)", "@staticmethod\ndef m(*args):\n    return ('static', args)",
    "def m(self, *args):\n    return ('m', {mark}, args)", "def m(self, *args):\n    return ('over', {mark}, super().m(*args))",
    "@classmethod\ndef m(cls, *args):\n    return ('classes', {mark}, super().m(*args))", "def m(self, *args, __private={mark}):\n    return self.__private",
    "@functools.wraps(len)\ndef m(self, *args):\n    return __class__.__name__", "@abc.abstractmethod\ndef m(self): pass", "@functools.singledispatchmethod\ndef m(self, *args):\n    return 'any'\n@m.register\ndef _(self, x: int):\n    return 'int'",
    "m = functools.partialmethod(lambda self, *args: args, {mark})", "@functools.lru_cache(maxsize=2)\ndef m(self, *args):\n    print('computes', args)\n    return len(args)",
    "def __getattr__(self, name):\n    return ('got', name, {mark})", "def __getattr__(self, name):\n    raise AttributeError(f'no {{name}} here')", "def __getattr__(self, name):\n    return getattr(super(), name)",
    "def __getattribute__(self, name):\n    if name == 'a': return ('all', {mark})\n    return object.__getattribute__(self, name)",
    "def __getattribute__(self, name):\n    if name == 'a': raise AttributeError('hidden', name)\n    return super().__getattribute__(name)",
    "def __setattr__(self, name, value):\n    print('set', name, value)\n    super().__setattr__(name, value)", "def __delattr__(self, name):\n    print('delete', name)\n    object.__delattr__(self, name)",
    "def __setattr__(self, name, value):\n    self.__dict__[name] = (value, {mark})", "def __init__(self, *args, **kwargs):\n    print('init', {mark}, args, kwargs)\n    self.a = 1",
    "def __init__(self):\n    super().__init__()\n    self.b = 2", "def __new__(cls, *args, **kwargs):\n    print('new', cls.__name__, args)\n    return super().__new__(cls)", "def __new__(cls, *args):\n    return {value}",
    "def __init__(self):\n    return {mark}", "def __init_subclass__(cls, /, flag=None, **kwargs):\n    super().__init_subclass__(**kwargs)\n    print('subclass', cls.__name__, flag)",
    "def __class_getitem__(cls, item):\n    return (cls.__name__, item)", "__class_getitem__ = classmethod(types.GenericAlias)", "def __dir__(self):\n    return ['z', 'a', {mark}]",
    "def __instancecheck__(self, other):\n    return True", "def __call__(self, *args, **kwargs):\n    return args, kwargs", "def __iter__(self):\n    yield from ('a', {mark})",
    "def __len__(self):\n    return {mark}", "def __getitem__(self, item):\n    if item == 3: raise IndexError\n    return item", "def __contains__(self, item):\n    return item",
    "def __eq__(self, other):\n    return {value}", "def __lt__(self, other):\n    return {value}", "def __bool__(self):\n    return {value}", "def __index__(self):\n    return {value}",
    "def __hash__(self):\n    return {value}", "def __repr__(self):\n    return {value}", "def __str__(self):\n    return {value}", "def __format__(self, spec):\n    return {value}",
    "def __enter__(self):\n    return {mark}\ndef __exit__(self, *args):\n    return {value}", "def __bytes__(self):\n    return {value}", "def __complex__(self):\n    return {value}",
    "def __float__(self):\n    return {value}", "def __int__(self):\n    return {value}", "def __len__(self):\n    return {value}", "def __iter__(self):\n    return {value}", "def __next__(self):\n    return {mark}",
    "def __length_hint__(self):\n    return {value}\ndef __iter__(self):\n    return iter([1, 2])", "def __reversed__(self):\n    return {value}", "def __round__(self, digits=None):\n    return ('round', digits)",
    "def __missing__(self, key):\n    return {value}", "def __set_name__(self, owner, name):\n    print('never')", "def __get__(self, instance, owner=None):\n    return ('got', {mark})",
    "def __or__(self, other):\n    return {value}\ndef __ror__(self, other):\n    return {mark}", "def __matmul__(self, other):\n    return NotImplemented", "def __iadd__(self, other):\n    return {value}",
    "def __subclasshook__(cls, other):\n    return {value}", "def __trunc__(self):\n    return {value}", "def __floor__(self):\n    return {mark}", "def __del__(self):\n    pass", "def __getstate__(self):\n    return {value}",
    "def __copy__(self):\n    return {mark}", "def __sizeof__(self):\n    return 1", "def __divmod__(self, other):\n    return {value}", "def __rdivmod__(self, other):\n    return {mark}", "def __pos__(self):\n    return {value}",
]
VALUES = ["None", "True", "0", "7", "-1", "'text'", "[1]", "(1, 2)", "2.5", "NotImplemented", "b'xy'", "{{}}", "10**20", "1j", "iter('ab')", "self" ]
META = [
    "def __call__(cls, *args, **kwargs):\n    print('makes', cls.__name__, args, kwargs)\n    return super().__call__(*args, **kwargs)", "def __call__(cls, *args):\n    return ('made', args)",
    "def __getattr__(cls, name):\n    return ('meta', name)", "def __iter__(cls):\n    return iter([cls.__name__])", "def __len__(cls):\n    return 4", "def __contains__(cls, item):\n    return item == 1",
    "def __instancecheck__(cls, instance):\n    return {value}", "def __subclasscheck__(cls, other):\n    return {value}", "def __getitem__(cls, item):\n    if item == 4: raise IndexError\n    return (cls.__name__, item)", "a = {value}",
    "@classmethod\ndef __prepare__(meta, name, bases, **kwargs):\n    print('prepares', name, [b.__name__ for b in bases], kwargs)\n    return {{'prepared': 1}}", "b = DataDescribed({mark})", "a = Described({mark})",
    "def __new__(meta, name, bases, namespace, **kwargs):\n    namespace['fresh'] = sorted(k for k in namespace if not k.startswith('__'))\n    return super().__new__(meta, name, bases, namespace)",
    "def __init__(cls, name, bases, namespace, **kwargs):\n    super().__init__(name, bases, namespace)\n    print('inits', name, kwargs)", "def __repr__(cls):\n    return {value}", "def __add__(cls, other):\n    return ('sum', other)",
    "def mro(cls):\n    return super().mro()", "@property\ndef a(cls):\n    return ('meta property', cls.__name__)", "def __setattr__(cls, name, value):\n    print('class set', name) if name[0] != '_' else None\n    super().__setattr__(name, value)",
    "def __bool__(cls):\n    return False", "def __dir__(cls):\n    return ['m']", "def m(cls, *args):\n    return ('of meta', args)",
    "def __getattribute__(cls, name):\n    if name == 'b': return 'all of meta'\n    return super().__getattribute__(name)", "def __lt__(cls, other):\n    return cls.__name__ < other.__name__", "def __or__(cls, other):\n    return ('or', other)",
]
KINDS = ["", "", "", "", "", "", "object", "int", "str", "dict", "list", "tuple", "float", "bytes", "Exception", "abc.ABC", "typing.Generic[typing.TypeVar('T')]", "property", "type", "enum.Enum", "enum.IntEnum",
         "collections.OrderedDict", "BaseException", "KeyError", "set", "frozenset", "bool", "complex", "bytearray", "OSError", "collections.UserDict", "collections.deque"]
DECORATORS = ["", "", "", "", "", "@dataclasses.dataclass", "@dataclasses.dataclass(frozen=True)", "@dataclasses.dataclass(order=True, slots=True)", "@dataclasses.dataclass(kw_only=True, eq=False)", "@functools.total_ordering", "@enum.unique"]
POKES = """{o}.a ; {o}.b ; {o}.c ; {o}.d ; {o}.m() ; {o}.m(1, 2) ; {o}.m('x') ; {o}.single ; {o}.missing ; {o}.__dict__ ; {o}.__slots__ ; {o}.__class__.__name__ ; ({o}.__doc__ or '')[:1] ; {o}.__module__ ; vars({o}) ; {o}.prepared ; {o}.fresh
setattr({o}, 'a', 5) ; setattr({o}, 'b', 6) ; setattr({o}, 'c', 7) ; setattr({o}, 'zz', 8) ; delattr({o}, 'a') ; delattr({o}, 'b') ; delattr({o}, 'zz') ; {o}.zz ; getattr({o}, 'a', 'none') ; hasattr({o}, 'b') ; hasattr({o}, 'q')
{K}.a ; {K}.b ; {K}.c ; {K}.m ; {K}.m() ; {K}.m({o}) ; {K}.__slots__ ; {K}.__mro__ ; {K}.__bases__ ; {K}.__qualname__ ; ({K}.__doc__ or '')[:1] ; {K}.__annotations__ ; {K}.__basicsize__ > 0 ; setattr({K}, 'a', 9) ; setattr({K}, 'm', len) ; delattr({K}, 'a') ; delattr({K}, 'm')
{K}.__dict__['a'] ; {K}.__dict__.keys() >= {{'a'}} ; {K}[int] ; {K}['a'] ; {K}(1) ; {K}('a') ; {K}(1, 2) ; {K}(a=1) ; list({K}) ; len({K}) ; 1 in {K} ; {K} + 1 ; repr({K}) == 1 ; {K} == {L} ; {K} < {L} ; bool({K}) ; {K} | int ; hash({K}) == hash({K})
isinstance({o}, {K}) ; isinstance({o}, {L}) ; issubclass({K}, {L}) ; issubclass({L}, {K}) ; isinstance(5, {K}) ; isinstance({o}, ({K}, int)) ; isinstance({o}, {K} | None) ; type({o}) is {K} ; {o} == {p} ; {o} != {p} ; {o} < {p} ; {o} >= {p} ; {o} is {o}
hash({o}) == 7 ; bool({o}) ; len({o}) ; list({o}) ; [*{o}] ; 1 in {o} ; {o}[0] ; {o}['k'] ; {o}() ; {o}(1, k=2) ; str({o}) ; repr({o})[:4] ; f'{{{o}}}' ; f'{{{o}:>5}}' ; '%s' % ({o},) ; int({o}) ; float({o}) ; complex({o}) ; bytes({o}) ; range(3)[{o}] ; hex({o})
{o} + {p} ; {o} | {p} ; 1 | {o} ; {o} @ {p} ; divmod({o}, 1) ; divmod(1, {o}) ; +{o} ; round({o}) ; round({o}, 2) ; math.floor({o}) ; math.trunc({o}) ; next({o}) ; next(iter({o})) ; reversed({o}) ; list(reversed({o})) ; operator.length_hint({o}) ; use({o}) ; sorted([{o}, {p}])
super({K}, {o}).m(3) ; super({K}, {o}).a ; super({L}, {o}).m() ; super({K}, {K}).m ; object.__getattribute__({o}, 'a') ; type.__getattribute__({K}, 'a') ; setattr({o}, '__class__', {L}) ; {o}.__class__.__mro__[1].__name__
weakref.ref({o})() is {o} ; weakref.ref({K})() is {K} ; [n for n in dir({o}) if n != '__alloc__'][:3] ; [n for n in dir({K}) if n != '__alloc__'][:2] ; match_shared({o}) ; match_any({o}) ; dataclasses.is_dataclass({o}) ; dataclasses.fields({K}) ; dataclasses.replace({o}) ; dataclasses.asdict({o}) ; {o}._replace(a=1) ; {o}.__init__() ; {o}.__sizeof__() > 0
{K}.__new__({K}) ; {K}.__new__({L}) ; {K}.__call__(1) ; object.__new__({K}) ; {K}.__init__({o}) ; type({K}).__name__ ; {K}.__subclasses__() ; {K}.mro() ; {K}.__instancecheck__(1) ; {K}.__abstractmethods__ ; {K}.a.__get__({o}, {K}) ; {K}.a.fget ; {o}._{K}__private ; {o}.__private
{o}.__eq__({p}) ; {o}.__lt__(1) ; {o}.__hash__() == 7 ; {o}.__len__() ; {o}.__iter__() ; {o}.__getattr__('x') ; {o}.__setattr__('y', 1) ; {o}.__str__() ; {o}.__format__('') ; {o}.__reduce_ex__(2)[0].__name__ ; len(dir({o})) > 9 ; {o}.__init_subclass__() ; {o}.__class_getitem__(1) ; {o}.__missing__(1)
sorted(x for x in {K}.__dict__ if not x.startswith('_')) ; type({o}).__dict__.get('__hash__', 'inherited') ; copy.copy({o}) is {o} ; {o}.real ; {o}.args ; {o}.name ; {o}.value ; {K}.__members__ ; {K}.__match_args__ ; {o}.keys() ; {o}.append(1) ; {o}.upper() ; {o}.maxlen ; {o}.fget""".replace("\n", " ; ").split(" ; ")


def filled(writer, text):
    while "{mark}" in text:
        text = text.replace("{mark}", str(writer.number(1, 99)), 1)
    while "{value}" in text:
        text = text.replace("{value}", writer.pick(VALUES[:-1] if "self" not in text else VALUES), 1)
    return text.replace("{{", "{").replace("}}", "}")


def body(writer, depth, members):
    chosen = writer.rng.sample(members, writer.number(1, 5))
    for text in chosen:
        for line in filled(writer, text).splitlines():
            writer.line(depth, line)


def head(writer, letter, made, metas):
    """The class statement; few built-in bases together, as their layouts seldom fit."""
    bases = writer.some(made, 2)
    if not bases or writer.chance(25):
        bases.append(writer.pick(KINDS))
    bases = [base for base in bases if base]
    if metas and writer.chance(35):
        bases.append(f"metaclass={writer.pick(metas)}")
    if writer.chance(8):
        bases.append("flag=True")
    return f"class {letter}({', '.join(bases)}):" if bases else f"class {letter}:"


def model_case(writer, name):
    writer.line(0, f"def {name}():")
    metas, made, properties = [], [], set()
    for meta in writer.some(["M", "N"], 2):
        writer.line(1, f"class {meta}({writer.pick(metas + ['type', 'type', 'abc.ABCMeta'])}):")
        body(writer, 2, META)
        metas.append(meta)
    for letter in "ABCD"[:writer.number(1, 4)]:
        writer.line(1, "try:")
        statement = head(writer, letter, made, metas)
        decorator = writer.pick(DECORATORS)
        # dataclasses ask inspect for a signature, which does not go well with just any class
        if decorator and not metas and not any(word in statement for word in ("staticmethod", "property", "type", "Enum")):
            writer.line(2, decorator)
        writer.line(2, statement)
        body(writer, 3, MEMBERS)
        writer.line(1, "except Exception as error:")
        writer.line(2, "print('no class', tell(error))")
        writer.line(2, f"class {letter}: pass")
        made.append(letter)
        if re.search(rf"\b(property|{'|'.join(properties) or 'property'})\b", statement):
            properties.add(letter)
    for _ in range(2):
        first, second = writer.pick(made), writer.pick(made)
        # instances of a property's subclass show the docstring of their getter, and ours of built-in types are shorter
        arguments = "" if first in properties else writer.pick(["", "", "", "1", "'ab'", "1, 2", "a=1"])
        writer.line(1, f"o = made(lambda: {first}({arguments}))")
        writer.line(1, f"p = made(lambda: {second}())")
        for poke in writer.rng.sample(POKES, 10):
            writer.line(1, f"show(lambda: {poke.format(o='o', p='p', K=first, L=second)})")
