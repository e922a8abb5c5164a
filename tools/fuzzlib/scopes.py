"""Cases of scopes: closures, nonlocal and global variables, deleted and unbound names, class scopes,
comprehensions, and typed loops whose integers leave the machine's words."""


class Scopes:
    """Writes nested functions that read and write variables of several levels."""

    def __init__(self, writer, module_name):
        self.writer = writer
        self.module_name = module_name

    def function(self, depth, name, outer):
        """One function; `outer`: names of the enclosing functions' variables."""
        writer = self.writer
        writer.line(depth, f"def {name}(p{depth}=1):")
        shared = [n for n in outer if writer.chance(35)]
        if shared:
            writer.line(depth + 1, f"nonlocal {', '.join(shared)}")
        if writer.chance(30):
            writer.line(depth + 1, f"global {self.module_name}")
        own = [f"x{depth}", f"y{depth}"]
        writer.line(depth + 1, f"x{depth} = p{depth}")
        if writer.chance(80):
            writer.line(depth + 1, f"y{depth} = 'y'")
        inner = []
        for _ in range(writer.number(2, 5)):
            self.statement(depth + 1, outer + own, own + shared, inner)
        if depth < 2:
            for _ in range(writer.number(1, 2)):
                child = writer.name("f")
                self.function(depth + 1, child, outer + own)
                inner.append(child)
                self.statement(depth + 1, outer + own, own + shared, inner)
        writer.line(depth + 1, f"return x{depth}")

    def statement(self, depth, readable, writable, inner):
        writer = self.writer
        name, other = writer.pick(writable), writer.pick(readable)
        forms = [f"{name} = ({other}, {depth})", f"{name} = len(str({other}))", f"show(lambda: {other})", f"{name} = 0",
                 f"show(lambda: [{other} for {other} in range(2)] + [{name}])", f"for {name} in range(3): pass",
                 f"{name} = [lambda: {name} for i in range(2)][0]() if {depth} else 1", f"show(lambda k={other}: k)",
                 f"class K: {name} = 5; z = {name}; w = [{other} for i in range(1)]",
                 f"show(lambda: [i * j for i in range(3) if i for j in range(i)])", f"({name} := 7)",
                 f"show(lambda: [(w := i) for i in range(3)] + [w])", f"{self.module_name} = 5", f"show(lambda: {self.module_name})",
                 f"show(lambda: sorted(locals()))", f"{name} = (lambda: (yield))().__class__.__name__"]
        if writer.chance(12):
            forms = [f"del {name}"]
        if inner and writer.chance(50):
            forms = [f"show({writer.pick(inner)})", f"show(lambda: {writer.pick(inner)}({depth}))"]
        writer.line(depth, "try:")
        writer.line(depth + 1, writer.pick(forms))
        writer.line(depth, "except (NameError, TypeError) as error:")
        writer.line(depth + 1, "print(type(error).__name__, error)")


def scope_case(writer, name):
    Scopes(writer, name + "_global").function(0, name + "_outer", [])
    writer.line(0, f"def {name}():")
    writer.line(1, f"show({name}_outer)")
    writer.line(1, f"show(lambda: {name}_outer(3))")


ARITHMETIC = ["{x} = {x} + {y}", "{x} = {x} - {y}", "{x} = {x} * {y}", "{x} += {c}", "{x} -= {c}", "{x} *= {c}", "{x} = {x} // {c}", "{x} = {x} % {c}",
              "{x} ^= {y}", "{x} = {x} & {c}", "{x} = {x} | {y}", "{x} = ({x} << 3) - {y}", "{x} = {x} >> 2", "{x} = -{x}", "{x} = ~{x}", "{x} = abs({x})",
              "if {x} > {y}: {x}, {y} = {y}, {x}", "while {x} > 10**30: {x} //= 10**7", "if {x} < 0: {x} = 1 - {x}", "{f} += {x} * 0.5 if abs({x}) < 10**15 else 1.0",
              "{f} = {f} / 3 - {c}", "{f} = -{f} * 1.5", "{x} = int({f}) if abs({f}) < 1e18 else {c}", "{x} += {x} > {y}", "if {f} > 1e12: {f} = 0.25",
              "{x} = min({x}, {y})", "{x} = {x} * {x} if abs({x}) < 10**12 else {x} // 7", "{f} = round({f}, 2)", "seen.append({x})", "{x} += len(seen)",
              "{x} = (2 * {x} + 1) // {c} - {x}", "{x} = {x} // {y} if {y} else {x}", "{f} = {f} % 1000.0", "{x} = divmod({x}, {c})[1]", "{x} = hash({f}) & 0xffff"]


def arithmetic_case(writer, name):
    """A loop over numbers whose types the compiler can infer."""
    writer.line(0, f"def {name}_loop(n, seed):")
    writer.line(1, f"x = {writer.pick(['seed', '1', '2**40', '-5'])}")
    writer.line(1, f"y = {writer.pick(['seed * 3', '7', '2**61', '3'])}")
    writer.line(1, f"f = {writer.pick(['0.0', '1.5', 'seed / 2'])}")
    writer.line(1, "seen = []")
    writer.line(1, writer.pick(["for i in range(n):", "for i in range(n, 0, -1):", "for i, k in enumerate(range(n)):", "while n > 0:"]))
    writer.line(2, "n -= 1")
    for _ in range(writer.number(2, 6)):
        names = writer.rng.sample(["x", "y"], 2)
        text = writer.pick(ARITHMETIC).format(x=names[0], y=names[1], f="f", c=writer.pick([2, 3, 7, -3, 1000003, 2**31, 2**62, -(2**61)]))
        writer.line(2, text)
    writer.line(2, "if abs(x) > 10**60: x %= 10**9 + 7")
    writer.line(2, "if abs(y) > 10**60: y = 5")
    writer.line(1, "return x, y, f, len(seen), seen[-2:]")
    writer.line(0, f"def {name}():")
    for count, seed in [(3, 1), (12, writer.number(-9, 9)), (40, 10**12)]:
        writer.line(1, f"show(lambda: {name}_loop({count}, {seed}))")
