"""A text adventure driven by a script: rooms, inventory, generator-based dialogue, save and restore."""

import copy
import textwrap
from enum import Enum, Flag, auto


class Direction(Enum):
    NORTH = "n"
    SOUTH = "s"
    EAST = "e"
    WEST = "w"

    @property
    def opposite(self):
        return {"n": Direction.SOUTH, "s": Direction.NORTH, "e": Direction.WEST, "w": Direction.EAST}[self.value]

    @classmethod
    def _missing_(cls, value):
        return next((d for d in cls if d.name.lower() == value), None)


class Trait(Flag):
    NONE = 0
    PORTABLE = auto()
    LIGHT = auto()
    LOCKED = auto()


class Thing:
    def __init__(self, name, traits=Trait.NONE, text=""):
        self.name, self.traits, self.text = name, traits, text

    def __repr__(self):
        return f"{self.name}<{self.traits.value}>"

    def __contains__(self, trait):
        return trait in self.traits


class Room:
    def __init__(self, name, text, dark=False):
        self.name, self.text, self.dark = name, textwrap.dedent(text).strip(), dark
        self.exits, self.things = {}, {}

    def connect(self, direction, other, door=None):
        self.exits[direction] = (other, door)
        other.exits[direction.opposite] = (self, door)
        return other

    def __iadd__(self, thing):
        self.things[thing.name] = thing
        return self


class GameOver(Exception):
    pass


class Game:
    def __init__(self):
        hall = Room("Hall", "A wide hall.\n  Dust everywhere.")
        cellar = Room("Cellar", "Damp and cold.", dark=True)
        vault = Room("Vault", "Gold, at last.")
        self.door = Thing("door", Trait.LOCKED)
        hall.connect(Direction.SOUTH, cellar).connect(Direction.EAST, vault, self.door)
        hall += Thing("lamp", Trait.PORTABLE | Trait.LIGHT, "an old lamp")
        hall += Thing("statue", text="too heavy to move")
        cellar += Thing("key", Trait.PORTABLE, "a rusty key")
        self.room, self.bag, self.turns, self.talk = hall, {}, 0, None

    @property
    def lit(self):
        return not self.room.dark or any(Trait.LIGHT in t for t in self.bag.values())

    def dialogue(self):
        answer = yield "A ghost asks: friend or foe?"
        while answer not in ("friend", "foe"):
            answer = yield f"'{answer}'? Friend or foe?"
        if answer == "foe":
            raise GameOver("the ghost takes you")
        name = yield "And your name?"
        return f"Welcome, {name.title()}."

    def do(self, line):
        self.turns += 1
        if self.talk:
            try:
                return self.talk.send(line)
            except StopIteration as stop:
                self.talk = None
                return stop.value
        match line.lower().split():
            case ["look"] | ["l"]:
                return self.look()
            case ["go", where] | [("n" | "s" | "e" | "w") as where]:
                return self.go(where)
            case ["take" | "get", *names] if names:
                return "; ".join(self.take(n) for n in names)
            case ["drop", name] if name in self.bag:
                self.room += self.bag.pop(name)
                return f"dropped {name}"
            case ["examine" | "x", name]:
                thing = self.room.things.get(name) or self.bag.get(name)
                return thing.text or "nothing special" if thing else f"no {name} here"
            case ["unlock", "door"] if "key" in self.bag:
                self.door.traits &= ~Trait.LOCKED
                return "click"
            case ["inventory" | "i"]:
                return f"you carry {sorted(self.bag)}" if self.bag else "empty hands"
            case ["talk"]:
                self.talk = self.dialogue()
                return next(self.talk)
            case ["quit"]:
                raise GameOver("you leave")
            case []:
                return "say something"
            case [verb, *rest]:
                return f"you cannot {verb}" + (f" {' '.join(rest)}" if rest else "")

    def look(self):
        if not self.lit:
            return "pitch dark"
        exits = ", ".join(sorted(d.name.lower() for d in self.room.exits))
        return f"{self.room.name}: {self.room.text} [{', '.join(map(repr, self.room.things.values()))}] exits {exits}"

    def go(self, where):
        try:
            direction = Direction(where)
        except ValueError as error:
            return str(error)
        if direction not in self.room.exits:
            return f"no way {direction.name.lower()}"
        room, door = self.room.exits[direction]
        if door and Trait.LOCKED in door:
            return "the door is locked"
        self.room = room
        if room.name == "Vault":
            raise GameOver(f"you win in {self.turns} turns")
        return self.look()

    def take(self, name):
        if not self.lit:
            return "too dark"
        thing = self.room.things.get(name)
        if thing is None:
            return f"no {name}"
        if Trait.PORTABLE not in thing:
            return f"{name} is {thing.text}"
        self.bag[name] = self.room.things.pop(name)
        return f"took {name}"


def play(game, script):
    for line in script:
        try:
            print(f"> {line}\n  {game.do(line)}")
        except GameOver as over:
            print(f"> {line}\n  ** {over} **")
            return


game = Game()
play(game, ["look", "x lamp", "go up", "go west", "s", "take key", "n", "take lamp statue sword", "i", "talk", "who?", "friend", "ada"])
saved = copy.deepcopy(game)
play(game, ["go south", "get key", "e", "unlock door", "go east"])
print(saved.turns, game.turns, saved.room.name, sorted(saved.bag), saved.door is not game.door, saved.door)
play(saved, ["drop lamp", "dance wildly", "", "talk", "foe"])
