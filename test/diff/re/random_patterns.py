"""Random patterns on random subjects. `random_patterns.py SEED COUNT` runs others than the usual
ones; every result is printed, so that the two outputs can be compared line by line. Compare other
seeds with Python 3.11.7 or later: 3.11.2 errs in some possessive repetitions."""
import re
import sys
import warnings

warnings.simplefilter("ignore")


class Random:
    """A small generator of our own: the same numbers everywhere, at little cost."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**32 + 1

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % limit

    def choice(self, items):
        return items[self.below(len(items))]


ATOMS = ["a", "b", "c", "ab", "ba", ".", "[ab]", "[^a]", "[a-c]", r"\w", r"\W", r"\d", r"\s", r"\S",
         r"\b", r"\B", "^", "$", r"\A", r"\Z", "1", " ", "A", "B", "é", "É", "ß", "[b-é]", "[^b-d1]",
         "K", "ſ", "s", "Ω", "ω", "[α-ω]", "\U00010400", "[\U00010400-\U0001044f]", ""]
ZERO_WIDTH = ["", "^", "$", r"\b", r"\B", r"\A", r"\Z"]
QUANTIFIERS = ["*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}", "{,2}", "*?", "+?", "??", "{1,3}?",
               "{0}", "{2,}?", "*+", "++", "?+", "{1,2}+", "{0,1}?", "{3,5}"]
LETTERS = ["a", "b", "c", "a", "b", "A", "B", "1", " ", "\n", "ab", "aab", "abc", "é", "É", "ß", "s",
           "K", "\u212a", "ſ", "Ω", "ω", "\U00010400", "\U00010428", "_"]
NARROW = ["a", "b", "c", "a", "b", "A", "1", " ", "\n", "ab", "abab"]


class Maker:
    """Makes patterns. Python 3.11 loses track of groups that match more than once in possessive
    repetitions and atomic groups (fixed in 3.12), so that these get none."""

    def __init__(self, random):
        self.random = random
        self.groups = 0
        self.open = []
        self.atomic = 0

    def atom(self, depth):
        kind = self.random.below(20)
        if depth <= 0 or kind < 8:
            return self.random.choice(ATOMS)
        if kind < 11 and not self.atomic:
            self.groups += 1
            number = self.groups
            self.open.append(number)
            body = self.alternatives(depth - 1)
            self.open.remove(number)
            return "(" + body + ")"
        if kind < 14:
            return "(?:" + self.alternatives(depth - 1) + ")"
        if kind == 14:
            return self.random.choice(["(?=", "(?!"]) + self.alternatives(depth - 1) + ")"
        if kind == 15:
            width = self.random.choice(["a", "[ab]", "ab", r"\w", "(?:a|b)", r"\b", "(a)b"])
            if "(a" in width and self.atomic:
                width = "a"
            if "(a" in width:
                self.groups += 1
            return self.random.choice(["(?<=", "(?<!"]) + width + ")"
        if kind == 16:
            self.atomic += 1
            body = self.alternatives(depth - 1)
            self.atomic -= 1
            return "(?>" + body + ")"
        closed = [g for g in range(1, self.groups + 1) if g not in self.open]
        if kind == 17 and closed:
            return "(?:\\%d)" % self.random.choice(closed)
        if kind == 18 and closed:
            yes, no = self.sequence(depth - 1), self.sequence(depth - 1)
            return "(?(%d)%s|%s)" % (self.random.choice(closed), yes, no)
        if kind == 19:
            return "(?" + self.random.choice(["i", "s", "m", "-i", "a"]) + ":" + self.alternatives(depth - 1) + ")"
        return self.random.choice(ATOMS)

    def sequence(self, depth):
        parts = []
        for _ in range(self.random.below(3) + 1):
            before = self.groups
            atom = self.atom(depth)
            if self.random.below(3) == 0 and atom not in ZERO_WIDTH:
                whole = len(atom) == 1 or atom[:1] in ("[", "(", "\\")
                atom = atom if whole else "(?:" + atom + ")"
                quantifier = self.random.choice(QUANTIFIERS)
                possessive = len(quantifier) > 1 and quantifier.endswith("+")
                atom += "*" if possessive and self.groups > before else quantifier
            parts.append(atom)
        return "".join(parts)

    def alternatives(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.random.choice([1, 1, 1, 2, 2, 3])))


def show(match):
    return match and (match.regs, match.lastindex)


def run(pattern, flags, subject):
    try:
        compiled = re.compile(pattern, flags)
    except re.error as error:
        return "error: %s" % error
    except OverflowError as error:
        return "overflow: %s" % error
    results = [show(compiled.match(subject)), show(compiled.fullmatch(subject)), show(compiled.search(subject)),
               [show(m) for m in compiled.finditer(subject)],
               show(compiled.search(subject, 1, len(subject) - 1))]
    marker = "<>" if isinstance(subject, str) else b"<>"
    results.append(compiled.subn(marker, subject))
    results.append(compiled.split(subject, 2))
    results.append(compiled.findall(subject))
    return results


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    random = Random(seed)
    for number in range(count):
        pattern = Maker(random).alternatives(3)
        flags = random.choice([0, 0, 0, re.I, re.S, re.M, re.A, re.I | re.A, re.X])
        letters = random.choice([LETTERS, NARROW, NARROW])
        subject = "".join(random.choice(letters) for _ in range(random.below(12)))
        if random.below(6) == 0 and pattern.isascii() and subject.isascii():
            pattern, subject = pattern.encode(), subject.encode()
            flags = flags & ~re.A | random.choice([0, re.L])
        result = run(pattern, flags, subject)
        print(number, ascii(pattern), int(flags), ascii(subject))
        print("   ", ascii(result))


main()
