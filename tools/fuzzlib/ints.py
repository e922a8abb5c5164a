"""Cases of loops over ints, most of them small, which the compiler holds in registers as long as they are."""

from fuzzlib.nesting import Nesting

STARTS = ["0", "1", "-1", "7", "n", "2**31", "2**61", "2**62 - 1", "-2**62", "2**62", "10**20", "True", "n * n"]
ODD = ["2.5", "True", "10**30", "'text'", "None", "2**62", "-2**62", "2**62 - 1", "1j", "[1]", "Fraction(1, 3)", "0.0", "Odd()"]
VARIABLES = ["a", "b", "c", "i"]


class Ints(Nesting):
    """Writes one function over ints: its parameters are n and step, xs is a list of mostly ints."""

    def operand(self):
        return self.writer.pick(VARIABLES * 3 + ["n", "step", "xs[i % len(xs)]", "len(xs)", "1", "2", "3", "7", "-5", "1024", "2**40", "2**61", "f"])

    def expression(self, depth=2):
        if depth == 0 or self.writer.chance(30):
            return self.operand()
        left, right = self.expression(depth - 1), self.expression(depth - 1)
        return self.writer.pick([
            f"({left} + {right})", f"({left} - {right})", f"({left} * {right})", f"({left} + {right})", f"({left} * 3 + 1)",
            f"({left} % {right})", f"({left} // {right})", f"({left} % 8)", f"({left} // 4)", f"({left} % 10)", f"({left} & {right})",
            f"({left} | 5)", f"({left} ^ {right})", f"({left} << {self.writer.number(0, 70)})", f"({left} >> {self.writer.number(0, 5)})",
            f"-{left}", f"~{left}", f"abs({left})", f"max({left}, {right})", f"({left} / 2)", f"({left} if {right} else 3)"])

    def statement(self, depth):
        line, pick = self.writer.line, self.writer.pick
        kind = self.writer.number(0, 17)
        if kind < 9:
            target = pick("abc")
            line(depth, f"{target} = {self.expression()}" if kind < 5 else
                 f"{target} {pick(['+=', '-=', '*=', '//=', '%=', '^=', '+=', '>>='])} {self.expression(1)}")
            line(depth, f"if is_huge({target}): {target} = 3")
        elif kind == 9:
            line(depth, f"seen.append({pick(['a', 'b', 'c', self.expression(1)])})")
        elif kind == 10 and self.depth < 3:
            self.nested(depth, f"if {self.expression(1)} {pick(['<', '>=', '==', '!=', '>'])} {self.expression(1)}:")
        elif kind == 11 and self.depth < 3:
            self.nested(depth, "try:")
            self.nested(depth, pick(["except ZeroDivisionError:", "except (ValueError, TypeError):", "finally:", "except ArithmeticError as error:"]))
        elif kind == 12 and self.depth < 2:
            self.nested(depth, pick([f"for i in range({self.writer.number(0, 4)}):", "for c in xs[:3]:", "for i, c in enumerate(xs[:2]):"]))
        elif kind == 13:
            line(depth, pick(["a, b = b, a", "a, b = b, a + b; a = 2 if is_huge(a + b) else a", "a, b = b, a % b if b else 1", "c = a = b", "xs[i % len(xs)] = a", "a = b = c = 1"]))
        elif kind == 14:
            line(depth, pick(["if a > 2**62: break", "if b % 3 == 1: continue", "c = odd(i)", "if i == 3: del c; c = b", "step = odd(a)", "f = f * 0.5 + 1.0"]))
        elif kind == 15:
            line(depth, pick(["seen.append((lambda: a)())", "c = [x + a for x in xs[:2]][0]", "b = sum(x for x in (a, b, 1))", "a += b < c", "c = a is None"]))
        else:
            line(depth, f"{pick('ab')} = {pick(['a', 'b', 'c', 'n', '1', 'i'])} {pick(['%', '&'])} {pick(['1000', '255', '2**61', '97'])}")


def int_case(writer, name):
    writer.line(0, "from fractions import Fraction")
    writer.line(0, f"class {name}_Odd:")
    writer.line(1, "def __index__(self): return 2")
    writer.line(1, "def __add__(self, other): return 5")
    writer.line(1, "def __rmul__(self, other): print('rmul', text(other)[:40]); return 2**62")
    writer.line(0, f"def {name}_odd(i):")
    writer.line(1, f"Odd = {name}_Odd")
    writer.line(1, f"return {writer.pick(ODD)} if i == {writer.number(0, 5)} else {writer.pick(['i', '3', '2**61'])}")
    writer.line(0, "def is_huge(number): return number.__class__ is int and number.bit_length() > 300")
    writer.line(0, f"def {name}_work(n, step, seen, xs):")
    writer.line(1, f"a, b, f, odd = {writer.pick(STARTS)}, {writer.pick(STARTS)}, 1.5, {name}_odd")
    writer.line(1, f"k = 0; c = i = {writer.pick(['0', '1', 'n', 'step'])}")
    writer.line(1, writer.pick(["for i in range(7):", "while (k := k + 1) < 7:", "for i in [0, 1, 2, 3, True]:", "for i in range(n % 5 if n.__class__ is int else 3):"]))
    ints = Ints(writer)
    for _ in range(writer.number(3, 8)):
        ints.statement(2)
    writer.line(2, "if len(seen) > 40: break")
    writer.line(1, "return a, b, c, i, n, step, f")
    writer.line(0, f"def {name}():")
    writer.line(1, f"Odd, seen = {name}_Odd, []")
    items = [writer.pick(["0", "1", "5", "-3", "12", "2**40", writer.pick(ODD)]) for _ in range(5)]
    writer.line(1, f"xs = [{', '.join(items)}]")
    for n, step in (("5", "1"), ("9", "-2"), ("2**61", "3"), (writer.pick(ODD), "2"), ("4", writer.pick(ODD))):
        writer.line(1, f"show(lambda: {name}_work({n}, {step}, seen, xs))")
        writer.line(1, "print(text(seen[-9:]), text(xs))")
