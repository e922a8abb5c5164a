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
