"""The limit on digits in conversions between int and decimal text; other bases have none."""
big = 10**4300
for action in (lambda: str(big), lambda: int("1" * 4301), lambda: f"{big}", lambda: repr(-big), lambda: "%d" % big,
               lambda: int(" " + "9" * 4299 + "_9" + "9" * 10)):
    try:
        print(len(action()))
    except ValueError as error:
        print("ValueError:", error)
print(len(str(big - 1)), len(str(1 - big)), int("9" * 4300) == big - 1)
print(len(hex(big)), len(bin(big)), int(hex(big), 16) == big, int("f" * 5000, 16) == 16**5000 - 1)
print(big * big % 97, (big * big) // big == big, big > 10**4299, -big < 0, len(f"{big:x}"))
print((big // 3) % 10**20, pow(big, 3, 10**9 + 7), (big - 1) ** 2 % 10**30)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


# Literals that are none are shown up to 200 characters; the limit comes first.
for text in ("9" * 400 + ".0", b"9" * 400 + b".0", bytearray(b"x" * 300), "\u00e9" * 300, "x" * 197, "x" * 198, "x" * 199):
    for base in (10, 16, 0, 36, 2):
        attempt(lambda: int(text, base) > 3)
    attempt(lambda: int(text) > 3)
for text in ("9" * 4301, " " + "_".join("9" * 4301) + " ", "-" + "9" * 4301, "9" * 4300 + "x", "9" * 4301 + "x", "9" * 4301 + "__9", "0" * 5000, "-" + "0" * 5000 + "1"):
    for action in (lambda: int(text), lambda: int(text.encode()), lambda: int(text, 0), lambda: int(text, 16) % 97):
        attempt(lambda: str(action())[:20])
import sys

for digits in (639, -1, 1, "x", 2**31, 2**70, None, 1.5):
    attempt(lambda: sys.set_int_max_str_digits(digits))
for digits in (5000, 700, 0):
    sys.set_int_max_str_digits(maxdigits=digits)
    attempt(lambda: (sys.get_int_max_str_digits(), len(str(10**4900))))
