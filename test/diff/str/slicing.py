"""Slices of text with every kind of start, stop and step."""
s = "0123456789"
u = "αβγδεζ日本🐍x"
bounds = [None, 0, 1, 3, 9, 10, 50, -1, -4, -10, -11, -50]
for start in bounds:
    print(start, [s[start:stop] for stop in bounds])
for step in (1, 2, 3, 7, 20, -1, -2, -3, -20):
    print(step, s[::step], s[2::step], s[:7:step], s[8:1:step], s[-2:-9:step], u[::step], u[7:2:step])
print(s[True:False], s[True:], s[slice(2, 8, 3)], u[slice(None, None, -2)])
class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value
print(s[Index(2):Index(-2):Index(3)], s[Index(4)])
for action in (lambda: s[::0], lambda: s["a":], lambda: s[1.5:2], lambda: s[Index("x"):]):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(s[10**30:], s[:10**30], s[-10**30:3], s[::10**30], s[::-10**30])

# steps, in texts of one, two and four bytes a character, some of which shrink
for text in ("abcdefg", "", "x", "caf\xe9s", "\xe9abc", "a\u0416b\u0417c", "a\u0416b", "x\U0001f600y\U0001f601z"):
    print([ascii(text[slice(*bounds)]) for bounds in ((None, None, -1), (None, None, 2), (1, None, 2), (None, None, -2), (3, 0, -1), (-2, None, -3), (0, 0, -1), (5, 1, 2), (None, None, 100), (None, None, -100))], text[::-1] == "".join(reversed(text)), text[::2].isascii(), len(text[::-1].encode()))
