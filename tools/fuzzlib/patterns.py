"""Cases of match statements and of unpacking: random patterns on random subjects."""

from fuzzlib.literals import any_literal

SUBJECTS = ["Point(1, 2)", "Point(0, [1])", "Point3(1, 2, 3)", "{'a': 1, 'b': [2, 3]}", "[1, [2, 3], 'x']", "(1, 'a', None)",
            "{'kind': 'move', 'to': (3, 4)}", "[]", "{}", "'text'", "b'ab'", "1", "1.0", "True", "None", "[1, 2, 3, 4, 5]",
            "range(3)", "Color.RED", "(Point(1, 1), Point(2, 2))", "[{'a': 1}, {'a': 2}]", "-1", "2j", "collections.deque([1, 2])"]


class Patterns:
    """Writes one pattern; captures of one pattern have different names."""

    def __init__(self, writer):
        self.writer = writer
        self.captures = []

    def capture(self):
        name = f"n{len(self.captures)}"
        self.captures.append(name)
        return name

    def closed(self, depth):
        """A pattern without captures: it may stand in alternatives."""
        simple = ["1", "2", "'a'", "'text'", "None", "True", "False", "-1", "1.0", "b'ab'", "2j", "1+2j", "Color.RED", "int()", "str()",
                  "[]", "{}", "[_, _]", "[1, *_]", "Point()", "Point(x=1)", "{'a': _}", "float()", "list()", "()"]
        if depth <= 0 or self.writer.chance(60):
            return self.writer.pick(simple)
        return f"({self.closed(depth - 1)} | {self.closed(depth - 1)})"

    def pattern(self, depth):
        kinds = [self.plain, self.plain]
        if depth > 0:
            kinds += [self.sequence, self.sequence, self.mapping, self.instance, self.alternatives, self.bound]
        return self.writer.pick(kinds)(depth - 1)

    def plain(self, depth):
        if self.writer.chance(35):
            return self.capture()
        return "_" if self.writer.chance(15) else self.closed(depth)

    def sequence(self, depth):
        parts = [self.pattern(depth) for _ in range(self.writer.number(0, 3))]
        if self.writer.chance(40):
            star = "*_" if self.writer.chance(30) else "*" + self.capture()
            parts.insert(self.writer.number(0, len(parts)), star)
        text = ", ".join(parts)
        return f"[{text}]" if self.writer.chance(60) or len(parts) == 1 else f"({text})"

    def mapping(self, depth):
        parts = [f"{key}: {self.pattern(depth)}" for key in self.writer.some(["'a'", "'b'", "'kind'", "1"], 2)]
        if self.writer.chance(30):
            parts.append("**" + self.capture())
        return "{" + ", ".join(parts) + "}"

    def instance(self, depth):
        form = self.writer.pick(["Point({})", "Point({}, {})", "Point(x={})", "Point(y={}, x={})", "Point3({}, z={})", "int({})", "str({})",
                                 "tuple({})", "Point({}, {}, {})", "dict({})", "Point(missing={})", "bool({})"])
        while "{}" in form:
            form = form.replace("{}", self.pattern(depth), 1) if "{}" in form else form
        return form

    def alternatives(self, depth):
        if self.writer.chance(30):
            name = self.capture()
            return f"([{name}] | [_, {name}] | {{'a': {name}}})"
        return f"({self.closed(depth)} | {self.closed(depth)} | {self.closed(depth)})"

    def bound(self, depth):
        inner = self.closed(depth) if self.writer.chance(50) else self.pattern(depth)
        if inner.isidentifier():
            return inner
        return f"({inner} as {self.capture()})"


def match_case(writer, name):
    writer.line(0, f"def {name}_match(subject):")
    writer.line(1, "match subject:")
    for number in range(writer.number(2, 5)):
        patterns = Patterns(writer)
        text = patterns.pattern(3)
        guard = f" if n0 != {writer.number(0, 2)}" if patterns.captures and writer.chance(25) else ""
        if text.isidentifier() and not guard:
            text, patterns.captures = "int()", []
        writer.line(2, f"case {text}{guard}:")
        writer.line(3, f"return ({number}, {', '.join(patterns.captures)})" if patterns.captures else f"return {number}")
    if writer.chance(50):
        writer.line(2, "case _:")
        writer.line(3, "return 'nothing'")
    writer.line(0, f"def {name}():")
    for subject in writer.rng.sample(SUBJECTS, 6):
        writer.line(1, f"show(lambda: {name}_match({subject}))")


def targets(writer, depth, names):
    """A list of assignment targets, with at most one star, nested."""
    parts, starred = [], False
    for _ in range(writer.number(1, 3)):
        if depth and writer.chance(30):
            parts.append(writer.pick(["({},)", "[{}]"]).format(targets(writer, depth - 1, names)))
            continue
        names.append(f"n{len(names)}")
        star = not starred and writer.chance(30)
        starred = starred or star
        parts.append(("*" if star else "") + names[-1])
    return ", ".join(parts)


def unpack_case(writer, name):
    writer.line(0, f"def {name}():")
    for number in range(writer.number(2, 4)):
        names = []
        text = targets(writer, 2, names)
        value = writer.pick(["[1, 2]", "(1, [2, 3], 4)", "'abc'", "iter([1, 2, 3])", "{'k': 1, 'l': 2}", "[[1, 2], [3, 4], 5]", "5", "None", "[]",
                             "((1, 2), 3)", "range(4)", "[(), [1]]", "(x for x in 'pq')", any_literal(writer)])
        form = writer.number(0, 2)
        if form == 0:
            writer.line(1, f"def attempt{number}():")
            writer.line(2, f"{text}{',' if ',' not in text else ''} = {value}")
            writer.line(2, f"return {', '.join(names)},")
        elif form == 1:
            writer.line(1, f"def attempt{number}():")
            writer.line(2, "seen = []")
            writer.line(2, f"for {text}{',' if ',' not in text else ''} in [{value}, {value}]:")
            writer.line(3, f"seen.append(({', '.join(names)},))")
            writer.line(2, "return seen")
        else:
            writer.line(1, f"def attempt{number}():")
            writer.line(2, f"return [({', '.join(names)},) for {text}{',' if ',' not in text else ''} in [{value}]]")
        writer.line(1, f"show(attempt{number})")
