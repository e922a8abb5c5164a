"""int() of text: white space, signs, underscores, bases and the messages of what is refused."""
def attempt(*args):
    try:
        print(args, "->", int(*args))
    except (ValueError, TypeError, OverflowError) as error:
        print(args, "->", type(error).__name__ + ":", error)


for text in ["0", "-0", "+12", " 42\n", "\t-7 ", "1_000", "007", "٣٤", "1" * 25]:
    attempt(text)
for text in ["", " ", "1 2", "1__0", "_1", "1_", "0x10", "1.5", "--1", "+", "abc", "1e5", "½", "\x00"]:
    attempt(text)
for args in [("ff", 16), ("0xff", 16), ("0xff", 0), ("0o17", 0), ("0b11", 0), ("11", 2), ("Z", 36),
             ("010", 0), ("0", 0), ("2", 2), ("g", 16), ("12", 1), ("12", 37), ("1_0", 2), ("0x", 16)]:
    attempt(*args)
for value in [3.99, -3.99, True, None, [], "x", b"17", b"q", bytearray(b" 5 "), 1e20]:
    attempt(value)
attempt(10, 2)
attempt("10", 2.0)
attempt(float("inf"))
print(int(), int("10", base=3), int(1e22), int(-1e22))
try:
    int(float("inf"))
except OverflowError as error:
    print(error)
try:
    int(float("nan"))
except ValueError as error:
    print(error)
