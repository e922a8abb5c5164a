"""Cases of binding arguments: random signatures, called in every way, rightly and wrongly."""

NAMES = ["a", "b", "c", "d", "e"]
VALUES = ["1", "'x'", "None", "[2]", "3.5"]


class Signature:
    """A random list of parameters: which names there are, and the text of the list."""

    def __init__(self, writer):
        self.names = writer.some(NAMES, 5)
        cuts = sorted(writer.number(0, len(self.names)) for _ in range(2))
        positional, keyword = self.names[:cuts[1]], self.names[cuts[1]:]
        parts = self.with_defaults(writer, positional)
        if cuts[0] and writer.chance(50):
            parts.insert(cuts[0], "/")
        if keyword or writer.chance(30):
            parts.append("*args" if writer.chance(50) or not keyword else "*")
        parts += [name if writer.chance(50) else f"{name}={writer.pick(VALUES)}" for name in keyword]
        if writer.chance(30):
            parts.append("**kwargs")
        self.parts = parts
        self.text = ", ".join(parts)
        self.all = self.names + [p.strip("*") for p in parts if p.startswith("*") and p != "*"]

    @staticmethod
    def with_defaults(writer, names):
        first = writer.number(0, len(names)) if writer.chance(60) else len(names)
        return [name if i < first else f"{name}={writer.pick(VALUES)}" for i, name in enumerate(names)]

    def result(self):
        return "(" + "".join(f"{name}, " for name in self.all) + ")"


def arguments(writer, names):
    """The text of a call's arguments; keywords are mostly names of parameters."""
    parts, used = [], set()
    for _ in range(writer.number(0, 4)):
        parts.append(writer.pick(VALUES) if writer.chance(80) else writer.pick(["*[7, 8]", "*()", "*'pq'", "*(9,)", "*5"]))
    for _ in range(writer.number(0, 3)):
        name = writer.pick(names or NAMES) if writer.chance(85) else writer.pick(["zz", "self", "args"])
        if writer.chance(20):
            parts.append(f"**{{'{name}': 5, 'yy': 6}}" if writer.chance(20) else f"**{{'{name}': 5}}")
        elif name not in used:
            used.add(name)
            parts.append(f"{name}={writer.pick(VALUES)}")
    if writer.chance(3):
        parts.append("**5")
    return ", ".join(parts)


def call_case(writer, name):
    signature = Signature(writer)
    form = writer.pick(["def", "def", "method", "class", "lambda", "static", "classmethod", "partial", "generator"])
    writer.line(0, f"def {name}():")
    with_self = ", ".join(["self"] + signature.parts)
    called = "target"
    if form in ("def", "partial", "generator"):
        writer.line(1, f"def target({signature.text}):")
        writer.line(2, f"{'yield' if form == 'generator' else 'return'} {signature.result()}")
        if form == "partial":
            writer.line(1, f"target = functools.partial(target, {arguments(writer, [])})")
    elif form == "lambda":
        writer.line(1, f"target = lambda {signature.text}: {signature.result()}")
    else:
        writer.line(1, "class Target:")
        if form in ("static", "classmethod"):
            writer.line(2, f"@{form}method" if form == "static" else "@classmethod")
        head = "__init__" if form == "class" else "method"
        writer.line(2, f"def {head}({signature.text if form == 'static' else with_self}):")
        writer.line(3, f"self.bound = {signature.result()}" if form == "class" else f"return {signature.result()}")
        called = {"class": "Target", "method": "Target().method"}.get(form, "Target.method")
    wrap = {"class": "{}.bound", "generator": "list({})"}.get(form, "{}")
    if writer.chance(30):
        writer.line(1, f"target = opaque({called})")
        called = "target"
    for _ in range(writer.number(2, 5)):
        writer.line(1, f"show(lambda: {wrap.format(f'{called}({arguments(writer, signature.all)})')})")
