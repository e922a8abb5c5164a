# A regular expression engine: parser, compiler to a small machine, backtracking and simulation.
from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum, auto
import re


class PatternError(ValueError):
    def __init__(self, message: str, pattern: str, at: int):
        super().__init__(f"{message} at {at}\n  {pattern}\n  {' ' * at}^")


class Node(ABC):
    @abstractmethod
    def emit(self, code: list) -> None: ...

    def __add__(self, other: "Node") -> "Node":
        return Sequence((self, other))

    def __or__(self, other: "Node") -> "Node":
        return Either(self, other)


@dataclass(frozen=True)
class Char(Node):
    char: str

    def emit(self, code):
        code.append((Op.CHAR, self.char))


@dataclass(frozen=True)
class Any(Node):
    def emit(self, code):
        code.append((Op.ANY,))


@dataclass(frozen=True)
class Set(Node):
    ranges: tuple[tuple[str, str], ...]
    negated: bool = False

    def emit(self, code):
        code.append((Op.SET, self.ranges, self.negated))


@dataclass(frozen=True)
class Sequence(Node):
    parts: tuple[Node, ...]

    def emit(self, code):
        for part in self.parts:
            part.emit(code)


@dataclass(frozen=True)
class Either(Node):
    left: Node
    right: Node

    def emit(self, code):
        split = len(code)
        code.append(None)
        self.left.emit(code)
        jump = len(code)
        code.append(None)
        code[split] = (Op.SPLIT, split + 1, len(code))
        self.right.emit(code)
        code[jump] = (Op.JUMP, len(code))


@dataclass(frozen=True)
class Repeat(Node):
    inner: Node
    least: int
    most: int | None
    greedy: bool = True

    def emit(self, code):
        for _ in range(self.least):
            self.inner.emit(code)
        if self.most is None:
            split = len(code)
            code.append(None)
            self.inner.emit(code)
            code.append((Op.JUMP, split))
            code[split] = self.split(split + 1, len(code))
            return
        splits = []
        for _ in range(self.most - self.least):
            splits.append(len(code))
            code.append(None)
            self.inner.emit(code)
        for split in splits:
            code[split] = self.split(split + 1, len(code))

    def split(self, go, skip):
        return (Op.SPLIT, go, skip) if self.greedy else (Op.SPLIT, skip, go)


@dataclass(frozen=True)
class Group(Node):
    inner: Node
    number: int

    def emit(self, code):
        code.append((Op.SAVE, 2 * self.number))
        self.inner.emit(code)
        code.append((Op.SAVE, 2 * self.number + 1))


@dataclass(frozen=True)
class Assertion(Node):
    kind: str

    def emit(self, code):
        code.append((Op.ASSERT, self.kind))


class Op(Enum):
    CHAR = auto()
    ANY = auto()
    SET = auto()
    SPLIT = auto()
    JUMP = auto()
    SAVE = auto()
    ASSERT = auto()
    MATCH = auto()

    def __repr__(self):
        return self.name.lower()


class Parser:
    CLASSES = {"d": (("0", "9"),), "w": (("a", "z"), ("A", "Z"), ("0", "9"), ("_", "_")), "s": ((" ", " "), ("\t", "\r"))}

    def __init__(self, pattern: str):
        self.pattern, self.at, self.groups = pattern, 0, 0

    def error(self, message, at=None):
        return PatternError(message, self.pattern, self.at if at is None else at)

    @property
    def next(self) -> str:
        return self.pattern[self.at:self.at + 1]

    def take(self, wanted: str) -> bool:
        if found := self.next and self.pattern.startswith(wanted, self.at):
            self.at += len(wanted)
        return bool(found)

    def parse(self) -> Node:
        tree = self.either()
        if self.next:
            raise self.error("unbalanced parenthesis")
        return tree

    def either(self) -> Node:
        left = self.sequence()
        while self.take("|"):
            left = left | self.sequence()
        return left

    def sequence(self) -> Node:
        parts = []
        while self.next not in ("", "|", ")"):
            parts.append(self.repeat())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def repeat(self) -> Node:
        start, node = self.at, self.atom()
        while True:
            match self.next:
                case "*":
                    bounds = 0, None
                case "+":
                    bounds = 1, None
                case "?":
                    bounds = 0, 1
                case "{" if found := re.compile(r"\{(\d+)(,?)(\d*)\}").match(self.pattern, self.at):
                    least = int(found[1])
                    bounds = least, int(found[3]) if found[3] else None if found[2] else least
                    self.at = found.end() - 1
                    if bounds[1] is not None and bounds[1] < least:
                        raise self.error("min repeat greater than max repeat", start)
                case _:
                    return node
            self.at += 1
            if isinstance(node, Repeat) and not isinstance(node.inner, Group):
                raise self.error("multiple repeat", self.at - 1)
            node = Repeat(node, *bounds, greedy=not self.take("?"))

    def atom(self) -> Node:
        at, char = self.at, self.next
        self.at += 1
        match char:
            case "(":
                if self.take("?:"):
                    inner = self.either()
                else:
                    self.groups += 1
                    number = self.groups
                    inner = Group(self.either(), number)
                if not self.take(")"):
                    raise self.error("missing ), unterminated subpattern", at)
                return inner
            case "[":
                return self.char_set(at)
            case ".":
                return Any()
            case "^" | "$":
                return Assertion(char)
            case "*" | "+" | "?":
                raise self.error("nothing to repeat", at)
            case "\\":
                return self.escape(at)
        return Char(char)

    def escape(self, at):
        char = self.next
        if not char:
            raise self.error("bad escape (end of pattern)", at)
        self.at += 1
        if char in "bB":
            return Assertion(char)
        if char.lower() in self.CLASSES:
            return Set(self.CLASSES[char.lower()], negated=char.isupper())
        return Char({"n": "\n", "t": "\t"}.get(char, char))

    def char_set(self, at) -> Set:
        negated, ranges = self.take("^"), []
        while self.next != "]" or not ranges:
            if not self.next:
                raise self.error("unterminated character set", at)
            low = self.next
            self.at += 1
            if low == "\\":
                match self.escape(self.at):
                    case Set(more):
                        ranges.extend(more)
                        continue
                    case Char(low):
                        pass
            if self.next == "-" and self.pattern[self.at + 1:self.at + 2] not in ("]", ""):
                high = self.pattern[self.at + 1]
                if high < low:
                    raise self.error(f"bad character range {low}-{high}", self.at - 1)
                self.at += 2
            else:
                high = low
            ranges.append((low, high))
        self.at += 1
        return Set(tuple(ranges), negated)


def is_word(text, at):
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


class Regex:
    def __init__(self, pattern: str):
        parser = Parser(pattern)
        tree = parser.parse()
        self.pattern, self.groups, self.code = pattern, parser.groups, []
        Group(tree, 0).emit(self.code)
        self.code.append((Op.MATCH,))

    def test(self, op, text, at):
        match op:
            case Op.CHAR, char:
                return at < len(text) and text[at] == char
            case (Op.ANY,):
                return at < len(text) and text[at] != "\n"
            case Op.SET, ranges, negated:
                return at < len(text) and any(low <= text[at] <= high for low, high in ranges) != negated
            case Op.ASSERT, "^":
                return at == 0
            case Op.ASSERT, "$":
                return at == len(text) or (at == len(text) - 1 and text[at] == "\n")
            case Op.ASSERT, ("b" | "B") as kind:
                return (is_word(text, at - 1) != is_word(text, at)) == (kind == "b")
            case _:
                raise AssertionError(op)

    def backtrack(self, text, start):
        stack = [(0, start, (None,) * (2 * self.groups + 2))]
        seen = set()
        while stack:
            pc, at, saved = stack.pop()
            while True:
                if (pc, at, saved) in seen:
                    break
                seen.add((pc, at, saved))
                op = self.code[pc]
                match op:
                    case (Op.MATCH,):
                        return saved
                    case Op.JUMP, target:
                        pc = target
                    case Op.SPLIT, first, second:
                        stack.append((second, at, saved))
                        pc = first
                    case Op.SAVE, slot:
                        saved = saved[:slot] + (at,) + saved[slot + 1:]
                        pc += 1
                    case _ if self.test(op, text, at):
                        at += op[0] is not Op.ASSERT
                        pc += 1
                    case _:
                        break
        return None

    def matches(self, text):
        """By simulation of all threads at once."""
        current, at = {0}, 0
        while True:
            closure, work = set(), list(current)
            while work:
                pc = work.pop()
                if pc in closure:
                    continue
                closure.add(pc)
                match self.code[pc]:
                    case Op.JUMP, target:
                        work.append(target)
                    case Op.SPLIT, *targets:
                        work += targets
                    case Op.SAVE, _:
                        work.append(pc + 1)
                    case Op.ASSERT, _ if self.test(self.code[pc], text, at):
                        work.append(pc + 1)
            if at == len(text):
                return any(self.code[pc][0] is Op.MATCH for pc in closure)
            plain = {Op.CHAR, Op.ANY, Op.SET}
            current = {pc + 1 for pc in closure if self.code[pc][0] in plain and self.test(self.code[pc], text, at)}
            if not current:
                return False
            at += 1

    def find_all(self, text):
        at = 0
        while at <= len(text):
            if saved := self.backtrack(text, at):
                yield [text[a:b] if a is not None and b is not None else None for a, b in zip(saved[::2], saved[1::2])]
                at = saved[1] + (saved[0] == saved[1])
            else:
                at += 1


CASES = [
    ("a*b", "aaab b ab"), ("(a|b)*c", "abac c x"), (r"(\w+)@(\w+)\.com", "bob@site.com, al@x.com;"), ("x{2,3}", "xxxxxxx"),
    ("x{2,3}?", "xxxxxxx"), ("[^aeiou ]+", "hello wide world"), ("^a.c$", "abc"), (r"\bfoo\b", "foo food foo"), ("(a?)(b?)", "ab"),
    ("(?:ab)+", "ababab ab"), ("[a-c-]+", "a-b-c-d"), (r"\d+(\.\d+)?", "3.14 and 42 and 1."), ("", "ab"), ("[]x]+", "x]y"), (r"\D\S", "a1 b2"),
]
for pattern, text in CASES:
    regex = Regex(pattern)
    found = list(regex.find_all(text))
    expected = [[m.group(0), *m.groups()] for m in re.finditer(pattern, text)]
    print(f"{pattern!r:20} {len(regex.code):3} {found} {'ok' if [f[0] for f in found] == [e[0] for e in expected] else expected}")
    print(" " * 20, regex.matches(text), re.fullmatch(pattern, text) is not None)
print(Regex("(a|b)*?c").code)
print(Parser("a|b+").parse(), Char("a") + Char("b") | Any())
for bad in ["(a", "a)", "*a", "a{3,2}", "[z-a]", "[abc", "a\\", "a**", "(?:x"]:
    try:
        Regex(bad)
    except PatternError as error:
        print(error)
try:
    Node()
except TypeError as error:
    print(error)
