"""Cases of functions over objects whose attributes are mostly floats, which the compiler speculates on."""

from fuzzlib.nesting import Nesting

ATTRIBUTES = ["fx", "fy", "fw", "total"]
STARTS = ["0.0", "1.5", "-2.25", "3.0", "seed", "seed * 0.5", "0.1", "1e308"]
ODD = ["3", "True", "10**20", "'text'", "None", "float('nan')", "float('inf')", "-0.0", "2**53 + 1", "1j", "Fraction(1, 3)"]


class Floats(Nesting):
    """Writes one function over two objects `a` and `b` and a number `dt`."""

    def operand(self):
        object_name = self.writer.pick(["a", "b"])
        return self.writer.pick([f"{object_name}.{self.writer.pick(ATTRIBUTES)}"] * 5 + ["dt", "f", "g", "f", "2", "0.5", "3.0", "n", "p", "q", "p", "v[0]", "v[1]", "v[n]"])

    def expression(self, depth=2):
        if depth == 0 or self.writer.chance(30):
            return self.operand()
        left, right = self.expression(depth - 1), self.expression(depth - 1)
        return self.writer.pick([f"({left} + {right})", f"({left} - {right})", f"({left} * {right})", f"({left} / {right})",
                                 f"({left} % {right})", f"({left} // {right})", f"-{left}", f"math.sqrt({left})",
                                 f"math.sin({left})", f"abs({left})", f"{left} ** 2", f"({left} ** {self.writer.pick(['0.5', '-1.5', '3', '-2'])})", f"max({left}, {right})", f"sqrt({left} * {left})"])

    def statement(self, depth):
        line = self.writer.line
        target = f"{self.writer.pick(['a', 'b'])}.{self.writer.pick(ATTRIBUTES)}"
        kind = self.writer.number(0, 15)
        if kind < 4:
            line(depth, f"{self.writer.pick(['f', 'g'])} = {self.expression()}")
        elif kind < 8:
            line(depth, f"{target} {self.writer.pick(['=', '+=', '-=', '*='])} {self.expression()}")
        elif kind == 8:
            line(depth, f"seen.append({self.writer.pick(['f', target, self.expression(1)])})")
        elif kind == 9 and self.depth < 3:
            self.nested(depth, f"if {self.expression(1)} {self.writer.pick(['<', '>=', '==', '!=', '>'])} {self.expression(1)}:")
        elif kind == 10 and self.depth < 3:
            self.nested(depth, "try:")
            self.nested(depth, self.writer.pick(["except ZeroDivisionError:", "except (ValueError, TypeError):", "finally:"]))
        elif kind == 11:
            other = f"{self.writer.pick(['a', 'b'])}.{self.writer.pick(ATTRIBUTES)}"
            line(depth, self.writer.pick(["a, b = b, a", "n += 1", "b = a", "f, g = g, f", "seen.append(n)", f"{target} = {target}",
                                          f"{other} = {target}; seen.append({other} is {target})", f"seen.append({target} is {other} is {target})"]))
        elif kind == 12:
            line(depth, self.writer.pick(["if n > 2: break", "if f > 3.0: continue", f"spoil(b, n)", "del b.fw", "helper(a, dt)"]))
        elif kind == 13:
            line(depth, self.writer.pick(["p, q, *_ = v", "p = v[1]", "q = p - q", "p = q", "[p, q] = v[:2]", "p, q = q, p"]))
        elif kind == 14:
            line(depth, f"v[{self.writer.pick(['0', '1', 'n', '-1'])}] {self.writer.pick(['=', '+=', '-='])} {self.expression()}")
        else:
            line(depth, f"f = {self.writer.pick(['1.0', 'f', target, 'dt'])}")


def odd_store(writer, body):
    """Puts what is no float into an attribute, behind the back of the compiler's guesses."""
    return f"setattr({body}, {writer.pick(ATTRIBUTES)!r}, {writer.pick(ODD)})"


def body_classes(writer, name):
    """A class and one derived from it, with __slots__ or without."""
    attributes = ATTRIBUTES[writer.number(0, 3):] + ATTRIBUTES
    writer.line(0, f"class {name}_Body:")
    if writer.chance(35):
        writer.line(1, f"__slots__ = {tuple(dict.fromkeys(attributes))!r}")
    writer.line(1, "def __init__(self, seed):")
    for attribute in ATTRIBUTES:
        writer.line(2, f"self.{attribute} = {writer.pick(STARTS)}")
    writer.line(0, f"class {name}_Other({name}_Body):")
    writer.line(1, writer.pick(["pass", "__slots__ = ()", "__slots__ = ('more',)", "more = 1.5",
                                f"{writer.pick(ATTRIBUTES)} = property(lambda self: 0.75, lambda self, value: None)"]))
    writer.line(0, f"def {name}_state(body):")
    writer.line(1, f"return [getattr(body, name, 'unset') for name in {ATTRIBUTES!r}]")


def float_case(writer, name):
    writer.line(0, "import math")
    writer.line(0, "from math import sqrt")
    writer.line(0, "from fractions import Fraction")
    body_classes(writer, name)
    writer.line(0, f"def {name}_spoil(body, n):")
    writer.line(1, f"if n == {writer.number(0, 4)}: {odd_store(writer, 'body')}")
    writer.line(0, f"def {name}_helper(body, dt):")
    writer.line(1, f"body.{writer.pick(ATTRIBUTES)} = body.{writer.pick(ATTRIBUTES)} * 2.0 + dt * 1.5 - body.{writer.pick(ATTRIBUTES)}")
    writer.line(0, f"def {name}_work(a, b, dt, seen, v):")
    writer.line(1, f"f = g = {writer.pick(['0.0', '1.0', '0', 'dt', 'a.fx'])}")
    writer.line(1, writer.pick(["p, q, *rest = v", "p = q = v[0]", "(p, q), rest = v[:2], v", "p = 0.0; q = v[1]"]))
    writer.line(1, f"spoil, helper, n = {name}_spoil, {name}_helper, 0")
    writer.line(1, writer.pick(["for n in range(6):", "while (n := n + 1) < 6:", "for n in [0, 1, 2.5, 4]:"]))
    floats = Floats(writer)
    for _ in range(writer.number(3, 8)):
        floats.statement(2)
    writer.line(1, "return f, g, n, p, q")
    writer.line(0, f"def {name}():")
    other = writer.pick(["Body", "Body", "Other"])
    writer.line(1, f"a, b, seen = {name}_Body(1), {name}_{other}({writer.pick(['2', '0.25', '-1', '10**18'])}), []")
    items = [writer.pick(["0.5", "1.5", "-2.0", "4.0", "3.0", writer.pick(ODD)]) for _ in range(7)]
    writer.line(1, f"v = [{', '.join(items)}]")
    for dt in ("0.5", "2", f"[{writer.pick(ODD)}][0]", "0.125"):
        writer.line(1, f"show(lambda: {name}_work(a, {writer.pick(['b', 'b', 'a'])}, {dt}, seen, v))")
        writer.line(1, f"print(text({name}_state(a)), text({name}_state(b)), text(seen[-9:]), text(v))")
    if writer.chance(50):
        writer.line(1, odd_store(writer, "a"))
        writer.line(1, f"show(lambda: {name}_work(a, b, 0.5, seen, v))")
        writer.line(1, f"print(text({name}_state(a)), text({name}_state(b)), text(seen[-9:]))")
