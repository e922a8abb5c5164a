# A game whose states are copied: shared boards, undo by deep copies, prototypes, objects that decide themselves what a copy is.
import copy
import itertools
import random
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass, field, replace


class Piece:
    made = itertools.count(1)

    def __init__(self, kind, owner):
        self.kind, self.owner, self.number = kind, owner, next(Piece.made)

    def __repr__(self):
        return f'{self.kind}{self.number}@{self.owner.name if self.owner else None}'


class Player:
    def __init__(self, name):
        self.name, self.pieces, self.rng = name, [], random.Random(name)

    def add(self, kind):
        self.pieces.append(Piece(kind, self))
        return self.pieces[-1]


@dataclass
class Game:
    players: list
    board: dict = field(default_factory=dict)
    history: list = field(default_factory=list, repr=False)
    turns: itertools.count = field(default_factory=itertools.count)

    def move(self, piece, place):
        self.history.append(copy.deepcopy(self.board, {id(player): player for player in self.players}))
        self.board = {p: q for p, q in self.board.items() if q is not piece}
        self.board[place] = piece
        return next(self.turns)


ann, bob = Player('ann'), Player('bob')
king, queen = ann.add('K'), bob.add('Q')
game = Game([ann, bob])
print(game.move(king, (1, 1)), game.move(queen, (2, 2)), game.move(king, (1, 2)), game.board)
print([len(board) for board in game.history], game.history[2][1, 1] is king, game.history[2][1, 1].owner is ann)
shallow, deep = copy.copy(game), copy.deepcopy(game)
print(shallow.board is game.board, deep.board is game.board, deep.board == game.board, shallow == game, deep.players[0].pieces[0] is deep.board[1, 2], deep.players[0].pieces[0].owner is deep.players[0], deep.players[0] is ann)
print(next(deep.turns), next(deep.turns), next(game.turns), next(shallow.turns))
print(deep.players[0].rng.random() == copy.deepcopy(ann).rng.random() == ann.rng.random(), copy.copy(ann).rng is ann.rng, replace(game, board={}).players is game.players)


class Settings:
    """Shares what is read only and copies the rest."""

    def __init__(self, shared, own):
        self.shared, self.own = shared, own

    def __copy__(self):
        return type(self)(self.shared, dict(self.own))

    def __deepcopy__(self, memo):
        new = type(self).__new__(type(self))
        memo[id(self)] = new
        new.shared, new.own = self.shared, copy.deepcopy(self.own, memo)
        return new


settings = Settings({'big': list(range(3))}, {'a': [1]})
settings.own['me'] = settings
one, two = copy.copy(settings), copy.deepcopy(settings)
print(one.shared is settings.shared, one.own is settings.own, one.own['a'] is settings.own['a'], two.own['a'] is settings.own['a'], two.own['me'] is two, two.shared is settings.shared)


class Slotted:
    __slots__ = ('a', 'b', '__dict__')

    def __init__(self):
        self.a, self.c = [1], {'x': self}


class State:
    def __init__(self):
        self.cache, self.data = {'heavy': 1}, [1, [2]]

    def __getstate__(self):
        return {'data': self.data}

    def __setstate__(self, state):
        self.__dict__.update(state, cache={})


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, self.args, {'extra': [len(self.args)]}


class Immutable(tuple):
    def __deepcopy__(self, memo):
        return self


slotted, state, reduced = Slotted(), State(), Reduced([1], 2)
for function in (copy.copy, copy.deepcopy):
    s, t, r = function(slotted), function(state), function(reduced)
    print(function.__name__, s.a is slotted.a, s.c['x'] is s, hasattr(s, 'b'), t.cache, t.data is state.data, t.data[1] is state.data[1], r.args, r.args[0] is reduced.args[0], r.extra, function(Immutable([[1]])))
shared = [0]
KINDS = [deque([shared, shared], 5), defaultdict(list, k=shared), OrderedDict(a=shared, b=shared), (shared, (shared,)), {1: shared, 'f': frozenset([2])}, [shared] * 2, bytearray(b'x'), range(3), slice(1, shared), {3, 4}, type, len, print, None, ..., 1j, Piece.__init__, ann.add]
for value in KINDS[:8]:
    clone = copy.deepcopy(value)
    inner = list(clone.values()) if isinstance(clone, dict) else list(clone)
    print(type(value).__name__, clone == value, clone is value, inner[0] is shared, len(inner) > 1 and inner[0] is inner[1], getattr(clone, 'maxlen', None), getattr(clone, 'default_factory', None))
print([copy.copy(value) is value for value in KINDS[10:]], [copy.deepcopy(value) is value for value in KINDS[10:17] if not isinstance(value, slice)], copy.deepcopy(ann.add).__self__ is ann)
for bad in ((x for x in 'a'), iter([1]), open, compile, __import__('sys')):
    for function in (copy.copy, copy.deepcopy):
        try:
            print(type(bad).__name__, function.__name__, type(function(bad)).__name__, end='; ')
        except TypeError as error:
            print(type(bad).__name__, function.__name__, error, end='; ')
print()
print(copy.Error.__mro__[1].__name__, copy.error is copy.Error)
