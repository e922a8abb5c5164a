"""printf-style formatting: every conversion, flags, mappings, star widths, errors."""

number = -42
for code in "diuoxXeEfFgGcrsa%":
    try:
        print(code, ("%" + code) % ((65 if code == "c" else number),) if code != "%" else "%%" % ())
    except Exception as error:
        print(code, type(error).__name__, error)
for flags in ("", "-", "0", "+", " ", "#", "08", "-8", "+08", "#08", " 8", "8.3", "-8.3", ".0", "#.0", "+.2"):
    print([f"{flags}", *(("%" + flags + c) % 42 for c in "dxofeg"), ("%" + flags + "s") % "ab" if "#" not in flags else ""])
print("%(a)s %(b)05d %(a)r %%" % {"a": "x", "b": 7}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%s" % ((1, 2),), "%s %s" % (1, [2]))
print("%c%c" % ("é", 0x1F600), "%5c|%-5c|" % ("a", "b"), "%.2s" % "abc", "%10.3r|" % "abcdef", "%ld %hd %Ld" % (1, 2, 3))
print("%x %X %#o %#X" % (255, 255, 8, 255), "%i" % 3.99, "%d" % True, "%d" % 10**25, "%.3d" % 5, "%#.3x" % 5)
cases = [("%d", "x"), ("%d", None), ("%x", 1.5), ("%c", "ab"), ("%c", 1.5), ("%c", 0x110000), ("%s %s", 1), ("%s", (1, 2)), ("", 1), ("%(a)s", 1),
         ("%(a)s", {}), ("%q", 1), ("%", 1), ("%5", 1), ("%(a", {}), ("%*d", ("a", 1)), ("%*d", 1), ("%f", "x"), ("%e", None), ("%.*f", ("a", 1.0)), ("%d %d", (1,)), ("%i", [1]), ("%o", "8"), ("abc%", ())]
for form, value in cases:
    try:
        print(form, "->", form % value)
    except Exception as error:
        print(form, type(error).__name__, error)


# What %d and its like make of numbers of other classes: int() of them, whose TypeErrors get other words.
class Texts(str):
    def __float__(self):
        return 5.5


class Real:
    def __float__(self):
        return 2.5


class Refusing:
    def __int__(self):
        raise TypeError("never shown")


class Failing:
    def __int__(self):
        raise KeyError("shown")


class Indexed:
    def __index__(self):
        return 12


for value in (Texts("ab"), Texts("12"), Real(), Refusing(), Failing(), Indexed(), 1j, 2.9, True, "12", b"1", None):
    for form in ("%d", "%i", "%x", "%o", "%5.1f", "%c"):
        try:
            print(type(value).__name__, form, form % (value,))
        except Exception as error:
            print(type(value).__name__, form, type(error).__name__, error)

for form, values in (("%.2147483645d", 5), ("%.2147483647x", 5), ("%.2147483648d", 5), ("%*d|", (-2**63, 5)), ("%.*d|", (-2**31, 5)), ("%*d", (2**63, 5))):
    for text in form, form.encode():
        try:
            print(text % values)
        except (ValueError, OverflowError) as error:
            print(text, type(error).__name__, error)
