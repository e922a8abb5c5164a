"""Cases of the ends of objects: functions whose variables, closures, containers, generators and exceptions hold objects
that tell when they end. What is left in cycles at the end of a case goes silently: its order is the collector's own
business. An object that only the arguments of a call hold is passed only to functions without variables of their own
(see Known differences). Nothing is raised while another exception is handled: the tracebacks of both share frames in
CPython, and ours do not. Tuples are not taken apart where they are made: CPython may assign the last item first."""

from fuzzlib.nesting import Nesting

HELPERS = '''
gc.disable()    # when garbage is collected is everyone's own business
silent = []


def settle():
    silent.append(True)
    gc.collect()
    silent.clear()


class Ending:
    """Tells its end."""

    def __init__(self, name, *held):
        self.name, self.held = name, held

    def __del__(self):
        if not silent:
            print("end of", self.name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("leaving", self.name, kind and kind.__name__)
        return kind is Fault

    def method(self, *others):
        print("method of", self.name, len(others))
        return others

    def fail(self, *others):
        raise Fault(self.name)


def call(function, *others):
    return function()


def same(value, *others):
    return value
'''
NAMES = ["a", "b", "c", "d", "e"]


class Endings(Nesting):
    """Writes the body of one function; `names` are its variables, all bound at the beginning."""

    def __init__(self, writer, is_generator):
        super().__init__(writer)
        self.is_generator = is_generator
        self.in_loop = 0
        self.marks = 0

    def mark(self):
        self.marks += 1
        return self.marks

    def new(self, budget=2):
        """An expression for a new object, or for something that holds some."""
        held = "".join(f", {self.value(budget - 1)}" for _ in range(self.writer.number(0, 1))) if budget else ""
        return f"Ending({self.mark()}{held})"

    def value(self, budget=2):
        if budget <= 0:
            return self.writer.pick(NAMES)
        one, two = (lambda: self.value(budget - 1)), (lambda: self.value(budget - 1))
        return self.writer.pick([
            lambda: self.new(budget), lambda: self.new(budget), lambda: self.writer.pick(NAMES),
            lambda: f"[{one()}, {two()}]", lambda: f"({one()}, {two()})", lambda: f"{{'k': {one()}}}",
            lambda: f"({one()} if {self.writer.pick(NAMES)} else {two()})", lambda: f"({one()} and {two()})",
            lambda: f"({one()} or {two()})", lambda: f"same({one()})", lambda: f"same({one()}, {two()})",
            lambda: f"Ending({self.mark()}).name", lambda: f"Ending({self.mark()}).method({one()})",
            lambda: f"[{one()}, {two()}][{self.writer.number(0, 2)}]", lambda: f"[*({one()}, {two()})]",
            lambda: f"[Ending({self.mark()}) for _ in range({self.writer.number(1, 2)})]",
            lambda: f"[x for x in ({one()}, {two()})]", lambda: f"next(x for x in [{one()}, {two()}])",
            lambda: f"call(lambda: {self.writer.pick(NAMES)})", lambda: f"call(lambda: {self.new(1)})",
            lambda: f"(lambda: {self.writer.pick(NAMES)})", lambda: f"f'{{{self.new(1)}.name}}'",
            lambda: f"({self.writer.pick(NAMES)} := {one()})" if self.depth < 3 else one(),
            lambda: f"Ending({self.mark()}).fail({one()})" if self.writer.chance(40) else one(),
            lambda: f"same({one()}, 1 // 0)" if self.writer.chance(20) else one(),
            lambda: f"dict(k={one()})", lambda: f"same(*[{one()}, {two()}])", lambda: f"{{**{{'k': {one()}}}}}",
        ])()

    def handling(self, depth, head):
        """A handler: what it does certainly raises nothing."""
        self.writer.line(depth, head)
        for _ in range(self.writer.number(1, 3)):
            self.writer.line(depth + 1, self.writer.pick([
                f"{self.writer.pick(NAMES)} = {self.new(0)}", f"{self.writer.pick(NAMES)} = None", f"print('at', {self.mark()})",
                f"call(lambda: {self.new(0)})", f"table['k'] = {self.new(0)}", "table.clear()"]))

    def statement(self, depth):
        line = self.writer.line
        name, other = self.writer.rng.sample(NAMES, 2)
        simple = [
            lambda: line(depth, f"{name} = {self.value()}"), lambda: line(depth, f"{name} = {self.value()}"),
            lambda: line(depth, f"{name} = {self.new()}"), lambda: line(depth, f"{name} = None"),
            lambda: line(depth, f"del {name}") if self.writer.chance(40) else line(depth, f"{name} = None"),
            lambda: line(depth, f"{name}, {other} = [{self.value()}, {self.value()}]"),
            lambda: line(depth, f"{name}, *{other} = [{self.value()}, {self.value()}]"),
            lambda: line(depth, f"same({self.value()})"), lambda: line(depth, f"print('at', {self.mark()})"),
            lambda: line(depth, f"table['k'] = {self.value()}"), lambda: line(depth, "table.clear()"),
            lambda: line(depth, f"table.pop({self.writer.pick(['None', repr('k'), repr('k')])}, None)"),
            lambda: line(depth, f"table.setdefault('k', {self.value()})"),
            lambda: line(depth, f"return {self.value()}") if self.writer.chance(25) else line(depth, f"same({self.value()})"),
            lambda: line(depth, f"raise Fault({self.mark()})") if self.writer.chance(30) else line(depth, f"same({self.value()})"),
            lambda: line(depth, f"assert {self.value()}, {self.value()}"),
        ]
        if self.in_loop:
            simple.append(lambda: line(depth, f"if {name}: {self.writer.pick(['break', 'continue'])}"))
        if self.is_generator:
            simple += [lambda: line(depth, f"{name} = yield {self.value(1)}"), lambda: line(depth, f"yield {self.value(1)}")] * 2
        compound = [self.loop, self.attempt, self.within, self.branch, self.inner, self.matching]
        if self.depth < 3 and self.writer.chance(45):
            self.writer.pick(compound)(depth)
        else:
            self.writer.pick(simple)()

    def loop(self, depth):
        self.in_loop += 1
        head = self.writer.pick([f"for {self.writer.pick(NAMES)} in ({self.value()}, {self.value()}):",
                                 f"for {self.writer.pick(NAMES)} in [{self.value()}, {self.value()}]:",
                                 f"for {self.writer.pick(NAMES)} in (Ending({self.mark()}) for _ in range(2)):",
                                 f"for _ in range({self.writer.number(1, 2)}):"])
        self.nested(depth, head)
        self.in_loop -= 1
        if self.writer.chance(25):
            self.nested(depth, "else:")

    def attempt(self, depth):
        self.nested(depth, "try:")
        catches = self.writer.chance(75)
        if catches:
            self.handling(depth, self.writer.pick(["except Fault as error:", "except Exception as error:", "except Exception:"]))
        if not catches or self.writer.chance(40):
            self.handling(depth, "finally:")

    def within(self, depth):
        target = self.writer.pick(["", f" as {self.writer.pick(NAMES)}"])
        self.nested(depth, f"with {self.new()}{target}:")

    def branch(self, depth):
        self.nested(depth, f"if {self.value()}:")
        if self.writer.chance(50):
            self.nested(depth, "else:")

    def inner(self, depth):
        name = self.writer.name("inner")
        captured = self.writer.pick(NAMES)
        self.writer.line(depth, f"def {name}():")
        if self.writer.chance(50):
            self.writer.line(depth + 1, f"nonlocal {captured}")
            self.writer.line(depth + 1, f"{captured} = {self.new(0)}")
        self.writer.line(depth + 1, f"own = {self.new(0)}")
        self.writer.line(depth + 1, self.writer.pick([f"return {captured}", f"raise Fault({captured})", "return own"]))
        self.writer.line(depth, f"{self.writer.pick([captured, 'result', 'table[1]'])} = {name}()")

    def matching(self, depth):
        self.writer.line(depth, f"match {self.value()}:")
        self.nested(depth + 1, f"case [{self.writer.pick(NAMES)}, *_]:")
        self.nested(depth + 1, f"case Ending(name=int()) as {self.writer.pick(NAMES)}:")
        self.nested(depth + 1, "case _:")


def body(writer, name, is_generator):
    writer.line(0, f"def {name}_body(table):")
    writer.line(1, f"{' = '.join(NAMES)} = None")
    endings = Endings(writer, is_generator)
    for _ in range(writer.number(3, 6)):
        endings.statement(1)
    if is_generator:
        writer.line(1, "yield a")


def ending_case(writer, name):
    is_generator = writer.chance(30)
    body(writer, name, is_generator)
    writer.line(0, f"def {name}():")
    writer.line(1, "table = {}")
    writer.line(1, "try:")
    if is_generator:
        writer.line(2, f"generator = {name}_body(table)")
        for _ in range(writer.number(1, 3)):
            writer.line(2, writer.pick(["next(generator)", "generator.send(Ending('sent'))", "generator.throw(Fault('thrown'))",
                                        "generator.close()", "kept = next(generator)", "table = {}"]))
        writer.line(2, writer.pick(["generator = None", "generator.close()", "list(generator)"]))
    else:
        writer.line(2, f"answer = {name}_body(table)")
    writer.line(2, "print('ended')")
    writer.line(1, "except Exception as error:")
    writer.line(2, "print(type(error).__name__)")
    writer.line(1, "print('handled')")
    writer.line(1, "table = None")
    writer.line(1, "settle()")
