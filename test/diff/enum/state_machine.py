# Enumerations as a program uses them: a machine of states, permissions as flags, codes with attributes, aliases, parsing, missing values, formats.
import enum
import json
import pickle
from enum import CONTINUOUS, IntEnum, IntFlag, KEEP, STRICT, Enum, EnumMeta, Flag, StrEnum, auto, member, nonmember, property, unique, verify


class State(Enum):
    IDLE = 'idle', {'start'}
    RUNNING = 'running', {'pause', 'stop', 'fail'}
    PAUSED = 'paused', {'resume', 'stop'}
    DONE = 'done', set()
    FAILED = 'failed', {'start'}
    STOPPED = DONE

    def __new__(cls, label, events):
        self = object.__new__(cls)
        self._value_ = label
        self.events = events
        return self

    @property
    def final(self):
        return not self.events

    def __str__(self):
        return self.value.title()


MOVES = {'start': State.RUNNING, 'pause': State.PAUSED, 'resume': State.RUNNING, 'stop': State.STOPPED, 'fail': State.FAILED}


class Machine:
    def __init__(self):
        self.state, self.log = State.IDLE, []

    def handle(self, event):
        if event not in self.state.events:
            raise ValueError(f'{event} is not possible in {self.state}')
        self.log.append((self.state, event))
        self.state = MOVES[event]


machine = Machine()
for event in ('start', 'pause', 'start', 'resume', 'stop', 'resume'):
    try:
        machine.handle(event)
    except ValueError as error:
        print(error)
print(machine.state, machine.state.name, repr(machine.state), machine.state.final, [f'{state}:{event}' for state, event in machine.log], State('done') is State.STOPPED, State['STOPPED'].name, list(State), len(State), State.__members__.keys() - {state.name for state in State})


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    NONE = 0
    ALL = READ | WRITE | EXECUTE

    @classmethod
    def parse(cls, text):
        result = cls.NONE
        for letter in text:
            result |= {'r': cls.READ, 'w': cls.WRITE, 'x': cls.EXECUTE, '-': cls.NONE}[letter]
        return result

    def __str__(self):
        return ''.join(letter if flag in self else '-' for letter, flag in zip('rwx', (Permission.READ, Permission.WRITE, Permission.EXECUTE)))


for text in ('rw-', '---', 'rwx', 'x'):
    permission = Permission.parse(text)
    print(permission, repr(permission), ~permission, repr(~permission), permission.value, list(permission), len(permission), bool(permission), Permission.READ in permission, permission & Permission.ALL == permission, permission ^ Permission.WRITE, permission.name, end='; ')
print()


class Code(IntEnum):
    OK = 200
    NOT_FOUND = 404
    GONE = 410

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper().replace(' ', '_'))
        if isinstance(value, float):
            return 'not a code'
        return None

    @property
    def kind(self):
        return self // 100


print(Code('not found'), repr(Code(404)), Code.GONE.kind, Code.OK + 1, Code.OK < Code.GONE, f'{Code.OK}', f'{Code.OK:>6}', '%d %s' % (Code.OK, Code.OK), json.dumps({'c': Code.GONE, Code.OK: 1}), sorted(Code, reverse=True), [1, 2][Code.OK - 200], Code.OK.bit_length(), pickle.loads(pickle.dumps(Code.GONE)) is Code.GONE, int(Code.OK), Code.OK == 200, {200: 'x'}[Code.OK])


class Method(StrEnum):
    GET = auto()
    POST = auto()
    CUSTOM = 'x-custom'


print(Method.GET, repr(Method.POST), Method('get').upper(), f'{Method.GET:>5}|', 'get' == Method.GET, Method.CUSTOM.partition('-'), ','.join(Method), json.dumps([Method.GET]), isinstance(Method.GET, str))


class Bits(IntFlag, boundary=KEEP):
    A = 1
    B = 2
    AB = 3
    BIG = 0x10


print(Bits(7), Bits(8).value, repr(Bits(0x31)), Bits.A | 8, Bits.A + 1, ~Bits.A, Bits.A | Bits.BIG, list(Bits.AB), Bits(0), Bits.AB & ~Bits.A)


class Strict(Flag, boundary=STRICT):
    A = 1
    C = 4


class Holder(Enum):
    FUNCTION = member(lambda: 5)
    CONSTANT = nonmember(7)
    TUPLE = 1, 2
    _ignore_ = ['n']
    for n in range(2):
        locals()[f'GENERATED_{n}'] = n


print(Holder.FUNCTION.value(), Holder.CONSTANT, Holder.TUPLE.value, [item.name for item in Holder], hasattr(Holder, 'n'))
Made = Enum('Made', 'A B C', start=5)
print(list(Made), Enum('Pairs', [('x', 1), ('y', 1)]).y, Enum('Dict', {'k': 'v'}).k.value, Flag('Flags', ['P', 'Q']).Q.value, IntEnum('Typed', 'A', module='mod', qualname='Q.T').A, Made.__module__)
for call in (lambda: State('none'), lambda: State['NONE'], lambda: State.NONE, lambda: Code(1), lambda: Code(1.5), lambda: Permission(99), lambda: Strict(2), lambda: setattr(State, 'IDLE', 1), lambda: delattr(State, 'IDLE'), lambda: State.IDLE < State.DONE, lambda: State.IDLE.IDLE, lambda: setattr(State.IDLE, 'value', 1), lambda: setattr(State.IDLE, 'name', 1), lambda: type('Sub', (State,), {}), lambda: unique(State), lambda: Enum('X', 'a a'), lambda: Enum('X', 5), lambda: Permission.READ | 5, lambda: Strict.A | Strict.C, lambda: Code.OK.nothing, lambda: State.IDLE(), lambda: Bits.A | 'x', lambda: Method(5), lambda: StrEnum('S', {'a': 5}), lambda: Code.OK in Code):
    try:
        print(call(), end='; ')
    except Exception as error:
        print(type(error).__name__, error, end='; ')
print()
