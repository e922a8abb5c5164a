"""Cases of control flow: try, finally, with, loops and every exit, nested and traced."""

FAULTS = ["ValueError", "KeyError", "Fault", "ZeroDivisionError"]


class Flow:
    """Writes one function whose statements are chosen at random; `yields` makes it a generator."""

    def __init__(self, writer, yields=False):
        self.writer = writer
        self.yields = yields
        self.loops = 0
        self.star = 0
        self.marks = 0

    def function(self, depth, name):
        self.writer.line(depth, f"def {name}(value):")
        self.writer.line(depth + 1, "budget = 60")
        self.block(depth + 1, 3)
        if self.yields:
            self.writer.line(depth + 1, "yield value")
        self.writer.line(depth + 1, "return value")

    def block(self, depth, budget):
        for _ in range(self.writer.number(1, 3)):
            self.statement(depth, budget)

    def statement(self, depth, budget):
        simple = [self.trace, self.compute, self.leave, self.fail, self.leave]
        if self.yields:
            simple += [self.suspend] * 3
        compound = [self.loop, self.repeat, self.branch, self.attempt, self.attempt, self.within, self.nested]
        if not self.yields:
            compound.append(self.attempt_groups)
        kinds = simple + compound if budget > 0 and depth < 9 else simple
        self.writer.pick(kinds)(depth, budget - 1)

    def trace(self, depth, _):
        self.marks += 1
        self.writer.line(depth, f"print({self.marks}, value)")

    def compute(self, depth, _):
        self.writer.line(depth, self.writer.pick([
            "value += 1", "value = value * 3 + 1", "value -= 7", "value = value * value * 1000003 + 7", "value %= 1000",
            "value = -value // 7", "value ^= 12345", "value = len(str(value))", "value = sum(range(value % 9))",
            "value, other = 5, value", "value = (lambda x=value: x + 1)()", "value = int(value * 0.5) if abs(value) < 10**9 else 4"]))

    def suspend(self, depth, _):
        self.writer.line(depth, self.writer.pick([
            "yield value", "value = (yield value) or value", "print('got', (yield))", "yield from [value, value + 1]",
            "value = yield from echo(value)", "yield from (x for x in range(2))", "print((yield 1), (yield 2))"]))

    def condition(self):
        return f"value % {self.writer.number(2, 5)} == {self.writer.number(0, 1)}"

    def leave(self, depth, _):
        ways = ["return value", "return", "pass"]
        if self.loops:
            ways += ["break", "continue", "break", "continue"]
        if self.star:
            ways = ["raise Fault('star')", "pass"]
        self.writer.line(depth, f"if {self.condition()}:")
        self.writer.line(depth + 1, self.writer.pick(ways))

    def fail(self, depth, _):
        fault = self.writer.pick(FAULTS)
        way = self.writer.pick([f"raise {fault}(value)", f"raise {fault}", f"raise {fault} from Fault('cause')", "1 // 0",
                                "{}[value]", "raise", f"raise {fault}(value) from None", "[].pop()", "assert value, value",
                                "undefined_name", "int('x' + str(value))", "raise ExceptionGroup('g', [Fault(1), KeyError(2)])"])
        self.writer.line(depth, f"if {self.condition()}:")
        self.writer.line(depth + 1, way)

    def loop(self, depth, budget):
        name = f"i{depth}"
        items = self.writer.pick([f"range({self.writer.number(0, 4)})", "[value, 3]", "'ab'", "list(range(2))", "{1: 2}.items()",
                                  "reversed((1, 2))", "(x * 2 for x in range(3))", "enumerate('xy')"])
        self.writer.line(depth, f"for {name} in {items}:")
        self.body_of_loop(depth, budget)

    def repeat(self, depth, budget):
        self.writer.line(depth, self.writer.pick(["while budget > 0:", "while (budget := budget - 1) > 30:"]))
        self.writer.line(depth + 1, f"budget -= {self.writer.number(9, 25)}")
        self.body_of_loop(depth, budget)

    def body_of_loop(self, depth, budget):
        star, self.star = self.star, 0
        self.loops += 1
        self.block(depth + 1, budget)
        self.loops -= 1
        self.star = star
        if self.writer.chance(35):
            self.writer.line(depth, "else:")
            self.writer.line(depth + 1, "print('loop else')")

    def branch(self, depth, budget):
        self.writer.line(depth, f"if {self.condition()}:")
        self.block(depth + 1, budget)
        if self.writer.chance(40):
            self.writer.line(depth, f"elif {self.condition()}:")
            self.block(depth + 1, budget)
        if self.writer.chance(60):
            self.writer.line(depth, "else:")
            self.block(depth + 1, budget)

    def attempt(self, depth, budget):
        self.writer.line(depth, "try:")
        self.block(depth + 1, budget)
        kinds = self.writer.some(FAULTS + ["(TypeError, LookupError)", "Exception"], 2)
        for kind in kinds:
            self.writer.line(depth, f"except {kind} as error:" if self.writer.chance(70) else f"except {kind}:")
            self.writer.line(depth + 1, "print('handles', tell(sys.exc_info()[1]))")
            self.block(depth + 1, budget)
        if kinds and self.writer.chance(30):
            self.writer.line(depth, "else:")
            self.block(depth + 1, budget)
        if not kinds or self.writer.chance(40):
            self.writer.line(depth, "finally:")
            self.writer.line(depth + 1, "print('finally', tell(sys.exc_info()[1]))")
            self.block(depth + 1, budget)

    def attempt_groups(self, depth, budget):
        self.writer.line(depth, "try:")
        self.block(depth + 1, budget)
        loops, self.loops = self.loops, 0
        self.star += 1
        for kind in self.writer.some(FAULTS, 2) or ["Fault"]:
            self.writer.line(depth, f"except* {kind} as group:")
            self.writer.line(depth + 1, "print('handles', tell(group))")
            self.block(depth + 1, 0)
        self.star -= 1
        self.loops = loops

    def within(self, depth, budget):
        suppress = self.writer.pick(["None", "Fault", "Exception", "(KeyError, ZeroDivisionError)"])
        manager = f"Guard({self.writer.number(1, 99)}, {suppress})"
        if self.writer.chance(25):
            manager += f" as g{depth}, Guard(0, None)"
        self.writer.line(depth, f"with {manager}:")
        self.block(depth + 1, budget)

    def nested(self, depth, budget):
        name = self.writer.name("inner")
        loops, self.loops, yields, self.yields = self.loops, 0, self.yields, False
        star, self.star = self.star, 0
        self.writer.line(depth, f"def {name}(extra):")
        self.writer.line(depth + 1, "nonlocal value")
        self.writer.line(depth + 1, "budget = 40")
        self.block(depth + 1, min(budget, 1))
        self.writer.line(depth + 1, "return extra + value")
        self.loops, self.yields, self.star = loops, yields, star
        self.writer.line(depth, f"value = {name}({self.writer.number(0, 9)}) or 1")


def flow_case(writer, name):
    Flow(writer).function(0, name + "_body")
    writer.line(0, f"def {name}():")
    for _ in range(3):
        writer.line(1, f"show(lambda: {name}_body({writer.number(0, 40)}))")


def generator_case(writer, name):
    """A generator, driven by a random sequence of its methods."""
    Flow(writer, yields=True).function(0, name + "_body")
    writer.line(0, f"def {name}():")
    for _ in range(2):
        writer.line(1, f"generator = {name}_body({writer.number(0, 40)})")
        if writer.chance(15):
            writer.line(1, "show(lambda: list(itertools.islice(generator, 9)))")
        for _ in range(writer.number(2, 8)):
            step = writer.pick(["next(generator)", "next(generator)", "generator.send(None)", "generator.send(3)",
                                "generator.throw(ValueError)", "generator.throw(Fault('thrown'))", "generator.close()",
                                "next(generator, 'default')", "generator.throw(KeyError, 'k')", "generator.throw(LookupError(1))"])
            writer.line(1, f"show(lambda: {step})")
        writer.line(1, "finish(generator)")
