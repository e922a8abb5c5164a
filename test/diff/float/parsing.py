"""float() of text and other values, and what it refuses."""
def attempt(value):
    try:
        print(repr(value), "->", repr(float(value)))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(value), "->", type(error).__name__ + ":", error)


for text in ["1", " 1.5\n", "-.5", "5.", "1e3", "1E-3", "+1e+10", "1_000.000_1", "inf", "-Infinity", "NaN", "+nan",
             "1e400", "1e-400", "0x10", "", ".", "e5", "1e", "1__0", "_1", "1_", "1 2", "in", "infin", "1.5.2",
             "٣.٥", "0" * 30 + "1", "1" + "0" * 310, "3.14159265358979323846264338327950288", "4.9e-324", "2.4703282292062327e-324",
             "179769313486231580793728971405301199e273", "9007199254740993", "1.00000000000000011102230246251565404"]:
    attempt(text)
for value in [True, 10**20, 10**309, None, [], b"2.5", b"x", 1 + 2j, -0.0]:
    attempt(value)
class Index:
    def __index__(self):
        return 7
class Floaty:
    def __float__(self):
        return 2.25
class Wrong:
    def __float__(self):
        return "x"
for value in (Index(), Floaty()):
    print(float(value))
try:
    float(Wrong())
except TypeError as error:
    print(error)
for text in (b"123\xa0", b" 12.5 ", b"\xb21", bytearray(b"1_0.5"), b"1__0"):
    try:
        print(float(text))
    except ValueError as error:
        print(error)
for text in ("0x0.ffffffffffffecp-1022", "0x0.fffffffffffff8p-1022", "0x1p-1074", "0x1p-1075", "0x1.0000000000001p-1075", "0x3p-1075",
             "0x1.fffffffffffff7p1023", "0x1.fffffffffffff8p1023", "0x1p1024", "0x1.00000000000008p0", "0x1.00000000000018p0",
             "0x1.000000000000080000000000001p0", "0x123456789abcdef0123456789.8p-200", "0x.8p5", "0x8.", "0x.", "0x", "", "p3", "0x1p", "0x1p+",
             "1.8", "-f.p1", "+.1", " \t0xA\n", "0x1 ", "0x 1", "inf", "-Infinity", "+NaN", "infi", "nan1", "0x1p0x", "0x1p\uff10", "\uff11", "1_0",
             "0x1p99999999999999999999", "0x1p-99999999999999999999", "0x0p99999999999999999999", "-0x0p0", "0x1\0", "0x1.1.1"):
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text), type(error).__name__, error)
for base, exponent in ((0.0, float("-inf")), (-0.0, float("-inf")), (0.0, float("inf")), (-0.0, float("nan")), (0.0, -1.0), (-0.0, -3)):
    try:
        print(base ** exponent, pow(base, exponent))
    except ZeroDivisionError as error:
        print(error)
