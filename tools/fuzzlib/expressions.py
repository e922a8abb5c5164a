"""Random expressions, directed by types: a table says which operators, methods and functions give
a type, and what they take. Now and then an operand of the wrong type is put in, to see the error.
Nothing in the table can make a value of more than some thousand digits or items."""

import re

from fuzzlib.literals import LITERALS, TYPES, any_literal

# Per type, templates of its expressions, separated by semicolons: {int} stands for an expression of that type, {small} for a
# small literal, {any} for anything, {v...} for the variable of a comprehension.
TEMPLATES = {
    "int": """
        {int} + {int} ; {int} - {int} ; {int} * {int} ; {int} // {int} ; {int} % {int} ; {int} & {int} ; {int} | {int}
        {int} ^ {int} ; {int} ** {small} ; {int} << {small} ; {int} >> {small} ; -{int} ; +{int} ; ~{int} ; abs({int})
        pow({int}, {small}, {int}) ; divmod({int}, {int})[{small}] ; {int}.bit_length() ; {int}.bit_count()
        {int}.conjugate() ; {int}.numerator ; {int}.denominator ; {int}.real ; {int}.imag ; int({str}) ; int({float})
        int({str}, {small}) ; int({bool}) ; round({int}, {small}) ; round({float}) ; len({str}) ; len({list})
        len({dict}) ; len({any}) ; {str}.count({str}) ; {str}.find({str}) ; {str}.rfind({str}, {small})
        {str}.index({str}, {small}, {small}) ; {list}[{small}] ; {list}.index({int}) ; {list}.count({int})
        {tuple}.count({any}) ; sum({list}) ; sum({list}, {int}) ; max({list}) ; min({list}) ; max({int}, {int})
        min({int}, {float}, {int}) ; max({list}, default={int}) ; ord({str}) ; {bytes}[{small}] ; {bool} + {bool}
        {range}[{small}] ; {range}.index({int}) ; {dict}[{str}] ; {dict}.get({str}, {int}) ; hash({int})
        hash({float}) ; int.from_bytes({bytes}, 'big') ; int.from_bytes({bytes}, 'little', signed=True)
        {float}.__floor__() ; {float}.__trunc__() ; math.floor({float}) ; math.ceil({float}) ; math.gcd({int}, {int})
        math.isqrt({int}) ; math.comb({small}, {small}) ; {float}.as_integer_ratio()[{small}] ; sum(x * x for x in {list})
        functools.reduce(operator.add, {list}) ; operator.index({int}) ; {int}.__rsub__({int}) ; {int}.__add__({any})
        bisect.bisect(sorted({list}), {int}) ; {words}.index({str}) ; int({int}) ; len({range}) ; len({bytes})
        """,
    "small": "",
    "float": """
        {float} + {float} ; {float} - {int} ; {float} * {float} ; {float} / {float} ; {int} / {int} ; {float} // {float}
        {float} % {float} ; {int} % {float} ; -{float} ; abs({float}) ; {float} ** {small} ; float({int}) ; float({str})
        round({float}, {small}) ; divmod({float}, {float})[{small}] ; {float}.real ; {float}.imag ; {float}.conjugate()
        math.sqrt({float}) ; math.fabs({float}) ; math.copysign({float}, {float}) ; math.fmod({float}, {float})
        math.floor({float}) / 2 ; sum([{float}, {float}, {float}]) ; math.fsum([{float}, {float}, {float}])
        max({float}, {float}) ; min({float}, {int}) ; {complex}.real ; {complex}.imag ; abs({complex})
        float.fromhex({float}.hex()) ; math.ldexp({float}, {small}) ; math.hypot({float}, {float}) ; math.dist([{float}], [{float}])
        {float}.__add__({any}) ; {float}.__rtruediv__({int}) ; math.modf({float})[{small}] ; math.frexp({float})[0] ; {int} * {float}
        """,
    "bool": """
        {int} < {int} ; {int} == {int} ; {int} >= {float} ; {float} != {float} ; {float} <= {int} ; {str} < {str}
        {str} == {str} ; {any} == {any} ; {any} != {any} ; {any} < {any} ; {any} is None ; {any} is not None
        not {any} ; {bool} and {bool} ; {bool} or {bool} ; {str} in {str} ; {int} in {list} ; {any} in {any}
        {str} not in {dict} ; {int} in {range} ; {int} in {set} ; isinstance({any}, int) ; isinstance({any}, (str, bytes))
        isinstance({any}, int | str) ; issubclass(type({any}), int) ; bool({any}) ; all({list}) ; any({words})
        {str}.isalpha() ; {str}.isdigit() ; {str}.isdecimal() ; {str}.isnumeric() ; {str}.isalnum() ; {str}.isspace()
        {str}.isupper() ; {str}.islower() ; {str}.istitle() ; {str}.isidentifier() ; {str}.isprintable() ; {str}.isascii()
        {str}.startswith({str}) ; {str}.endswith(({str}, {str})) ; {str}.startswith({str}, {small}, {small})
        {float}.is_integer() ; math.isnan({float}) ; math.isinf({float}) ; math.isclose({float}, {float})
        {set} <= {set} ; {set} < {set} ; {set}.isdisjoint({list}) ; {set}.issuperset({list}) ; {list} < {list}
        {tuple} == {tuple} ; {tuple} < {tuple} ; {dict} == {dict} ; {range} == {range} ; {bytes} < {bytes}
        {bytes}.isalpha() ; {bytes}.istitle() ; {bytes}.startswith({bytes}) ; {int} < {int} <= {int} ; {int} < {float} < {int} != {int}
        {bool} & {bool} ; {bool} ^ {bool} ; callable({any}) ; hasattr({any}, 'append') ; {complex} == {complex} ; {int} in {tuple}
        """,
    "str": """
        {str} + {str} ; {str} * {small} ; {small} * {str} ; {str}[{small}] ; {str}[{slice}] ; str({any}) ; repr({any})
        ascii({any}) ; {str}.upper() ; {str}.lower() ; {str}.title() ; {str}.capitalize() ; {str}.swapcase() ; {str}.casefold()
        {str}.strip() ; {str}.lstrip({str}) ; {str}.rstrip({str}) ; {str}.strip({str}) ; {str}.replace({str}, {str})
        {str}.replace({str}, {str}, {small}) ; {str}.center({small}) ; {str}.ljust({small}, {str}) ; {str}.rjust(12, '*')
        {str}.zfill(8) ; {str}.join({words}) ; {str}.join({any}) ; {str}.expandtabs({small}) ; {str}.partition({str})[{small}]
        {str}.rpartition({str})[{small}] ; {str}.removeprefix({str}) ; {str}.removesuffix({str}) ; {words}[{small}]
        {str}.translate({{97: 'x', 98: None, 99: 0x4e00}}) ; {str}.translate(str.maketrans('abc', 'xyz', 'H')) ; chr({int}) ; hex({int})
        oct({int}) ; bin({int}) ; format({int}, 'x') ; format({float}, '.3f') ; format({any}, '') ; format({str}, '>8')
        (lambda v: f'{{v}}')({any}) ; (lambda v: f'{{v!r:>10}}')({any}) ; (lambda v: f'{{v:.2e}}')({float}) ; '%s' % {any} ; '%r %s' % ({any}, {any}) ; '%d' % {int}
        '%5.1f|%-5d' % ({float}, {int}) ; '{{}} {{!r}}'.format({any}, {any}) ; {bytes}.decode() ; {bytes}.decode('latin-1')
        {bytes}.decode('utf-8', 'replace') ; {bytes}.decode('ascii', 'backslashreplace') ; {bytes}.hex() ; {bytes}.hex(':') ; max({words})
        min({words}, key=len) ; max({str}) ; type({any}).__name__ ; str({bytes}, 'utf-8') ; {dict}.__repr__()
        ''.join(sorted({str})) ; ''.join(reversed({str})) ; ' '.join({str}.split()) ; {float}.hex() ; str({float}) ; {float}.__format__('g')
        {str} % {tuple} ; {str} % {any} ; ''.join(c for c in {str} if c > 'b') ; {str}.format({any}) ; str.__add__({str}, {any})
        """,
    "bytes": """
        {bytes} + {bytes} ; {bytes} * {small} ; {bytes}[{slice}] ; {str}.encode() ; {str}.encode('ascii')
        {str}.encode('ascii', 'xmlcharrefreplace') ; {str}.encode('latin-1', 'replace') ; {str}.encode('utf-16-le')
        {str}.encode('utf-8', 'surrogateescape') ; {str}.encode('ascii', 'backslashreplace') ; bytes({list}) ; bytes({range}) ; {bytes}.upper() ; {bytes}.title()
        {bytes}.replace({bytes}, {bytes}) ; {bytes}.strip() ; {bytes}.lstrip({bytes}) ; {bytes}.join([{bytes}, {bytes}]) ; {bytes}.center(9, b'-')
        {bytes}.zfill(5) ; {bytes}.partition({bytes})[{small}] ; {bytes}.translate(None, {bytes}) ; bytes.fromhex({str}) ; {bytes}.expandtabs()
        {int}.to_bytes(9, 'big', signed=True) ; {int}.to_bytes(2, 'little') ; b'%d' % {int} ; b'%s|%a' % ({bytes}, {any}) ; {bytes} % {any} ; bytes({small})
        bytes(memoryview({bytes})[{slice}]) ; bytes(bytearray({bytes})) ; {bytes}.swapcase() ; {bytes}.removesuffix({bytes}) ; bytes(reversed({bytes}))
        """,
    "complex": """
        {complex} + {complex} ; {complex} * {complex} ; {complex} - {float} ; {int} + {complex} ; -{complex} ; {complex}.conjugate()
        complex({float}, {float}) ; complex({int}) ; {complex} / {complex} ; {complex} * {float} ; complex({complex}, {int})
        """,
    "none": "print(end='') ; {list}.append({int}) ; [].sort() ; {dict}.update({dict}) ; {set}.add({int}) ; {dict}.get({str})",
    "list": """
        {list} + {list} ; {list} * {small} ; {list}[{slice}] ; list({range}) ; list({any}) ; sorted({list}) ; sorted({any})
        sorted({list}, reverse=True) ; sorted({list}, key=lambda v: (v % 3, -v)) ; list(reversed({list})) ; [x + 1 for x in {list}]
        [x for x in {list} if x % 2] ; [x * y for x in {list} for y in {list}] ; list(map(abs, {list})) ; list(filter(None, {list}))
        list({tuple}) ; [*{list}, *{any}] ; list({bytes}) ; {list}.copy() ; list(itertools.chain({list}, {list}))
        list(itertools.accumulate({list})) ; list({dict}.values()) ; [i for i, x in enumerate({list}, {small})] ; [a for a, *b in [{list}, {list}]]
        list(itertools.takewhile(lambda v: v > 0, {list})) ; [len(x) for x in {words}] ; list(zip({list}, {list}, strict=True))
        [y := {int}, y * 2] ; [x for x in {list} if (z := x) and z > {int}] ; sorted({set}) ; [ord(c) for c in {str}] ; sorted({list} + {list}, key=str)
        """,
    "words": """
        {str}.split() ; {str}.split({str}) ; {str}.split({str}, {small}) ; {str}.rsplit(None, {small}) ; {str}.splitlines()
        {str}.splitlines(True) ; {words} + {words} ; {words}[{slice}] ; sorted({words}) ; sorted({words}, key=str.lower) ; [*{str}] ; list({str})
        [w.upper() for w in {words}] ; [w for w in {words} if w] ; list({dict}) ; sorted({dict}.keys()) ; list(map(str, {list})) ; [str(x) for x in {any}]
        {str}.rsplit({str}) ; sorted({words}, key=len, reverse=True) ; [f'{{x}}' for x in {any}] ; [repr(k) for k, v in {dict}.items()] ; list(map(str, {tuple}))
        """,
    "tuple": """
        {tuple} + {tuple} ; {tuple} * {small} ; {tuple}[{slice}] ; tuple({list}) ; tuple({any}) ; ({any}, {any}) ; ({any}, *{any})
        divmod({int}, {int}) ; divmod({float}, {int}) ; {str}.partition({str}) ; {str}.rpartition({str}) ; tuple(x for x in {list})
        {float}.as_integer_ratio() ; {int}.as_integer_ratio() ; slice({any}, {any}, {any}).indices(5) ; tuple(zip({list}, {str})) ; math.frexp({float})
        tuple(enumerate({str})) ; tuple(map(lambda x, y: (y, x), {list}, {words})) ; tuple(sorted({dict}.items())) ; tuple(itertools.pairwise({list}))
        """,
    "dict": """
        {dict} | {dict} ; dict(zip({words}, {list})) ; {{k: v for k, v in {dict}.items()}} ; {{w: len(w) for w in {words}}} ; dict.fromkeys({words}, {int})
        {{**{dict}, **{dict}}} ; {{**{dict}, 'key': {int}}} ; dict({dict}, a={int}) ; dict({any}) ; {dict}.copy() ; {{x: y for x, y in zip({words}, {list}) if y}}
        dict(collections.Counter({str})) ; {{str(i): x for i, x in enumerate({list})}} ; dict([({str}, {int}), ({str}, {int})]) ; {{'a': {int}, **{dict}}}
        """,
    "set": """
        {set} | {set} ; {set} & {set} ; {set} - {set} ; {set} ^ {set} ; set({list}) ; set({range}) ; {set}.union({list}, {range})
        {set}.difference({list}) ; {set}.symmetric_difference({list}) ; {{x % 5 for x in {list}}} ; set({any}) ; frozenset({list}) ; {{{int}, {int}, *{list}}} ; {set}.intersection({any})
        {dict}.keys() & {words} ; {dict}.keys() | {dict}.keys() ; set({str})
        """,
    "range": "{range}[{slice}] ; range({small}) ; range({small}, {small}) ; reversed({range})",
    "slice": "",
}

HOLE = re.compile(r"\{\{|\}\}|\{(any|" + "|".join(LITERALS) + r")\}")


def split_templates(text):
    """The templates of one table entry: separated by lines, or by semicolons between spaces."""
    return [template for line in text.strip().splitlines() for template in line.strip().split(" ; ")]


TABLE = {kind: split_templates(text) for kind, text in TEMPLATES.items()}
GROWING = re.compile(r"\*|<<|zfill|just|center")


class Expressions:
    """Writes expressions that may use the variables of `scope`, a dict of name to type."""

    def __init__(self, writer, scope=None):
        self.writer = writer
        self.scope = scope or {}

    def any(self, depth):
        return self.of(self.writer.pick(TYPES), depth)

    def of(self, kind, depth):
        writer = self.writer
        names = [name for name, has in self.scope.items() if has == kind]
        if names and writer.chance(35):
            return writer.pick(names)
        if depth <= 0 or not TABLE[kind] or writer.chance(8):
            return LITERALS[kind](writer)
        if writer.chance(8):
            return self.choice(kind, depth)
        return self.fill(writer.pick(TABLE[kind]), depth)

    def choice(self, kind, depth):
        """An expression of any type whose value is one of `kind`."""
        form = self.writer.pick(["({a} if {test} else {b})", "({a} or {b})", "({a} and {b})", "(lambda v: v)({a})",
                                 "[{a}, {b}][{test}]", "(lambda *a, k={b}: a[0] if a else k)({a})", "opaque({a})"])
        return form.format(a=self.of(kind, depth - 1), b=self.of(kind, depth - 1), test=self.of("bool", depth - 1))

    def fill(self, template, depth):
        wrong = self.writer.chance(4) and not GROWING.search(template) and "hash" not in template    # None's is an address

        def operand(match):
            kind = match[1]
            if not kind:
                return match[0][0]
            if kind == "slice":
                return LITERALS[kind](self.writer)
            if kind == "any" or (wrong and kind != "small" and self.writer.chance(50)):
                text = self.any(depth - 1)
            elif kind == "small":
                return f"({LITERALS[kind](self.writer)})"
            else:
                text = self.of(kind, depth - 1)
            return text if text.isidentifier() else f"({text})"

        return HOLE.sub(operand, template)


def expression_case(writer, name):
    """A function that shows some expressions over variables of known types."""
    writer.line(0, f"def {name}():")
    scope = {}
    for _ in range(writer.number(1, 4)):
        kind = writer.pick(TYPES)
        variable = f"v{len(scope)}"
        text = any_literal(writer) if kind == "any" else LITERALS[kind](writer)
        writer.line(1, f"{variable} = {f'opaque({text})' if writer.chance(40) else text}")
        scope[variable] = kind
    expressions = Expressions(writer, scope)
    for _ in range(writer.number(2, 4)):
        writer.line(1, f"show(lambda: {expressions.any(writer.number(1, 3))})")
    for _ in range(writer.number(0, 2)):
        variable, kind = writer.pick(list(scope.items()))
        operator = writer.pick(["+=", "-=", "//=", "%=", "|=", "&=", "^="])
        writer.line(1, "try:")
        writer.line(2, f"{variable} {operator} {expressions.of(kind, 1)}")
        writer.line(1, "except Exception as error:")
        writer.line(2, "print(type(error).__name__, error)")
        writer.line(1, f"show(lambda: {variable})")
