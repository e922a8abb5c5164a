"""Text files: writing, reading by line and by piece, appending, seeking, encodings, errors."""
import os

with open("data/poem.txt", encoding="utf-8") as poem:
    print(poem.name, poem.mode, poem.encoding, poem.closed)
    print(repr(poem.readline()), repr(poem.read(5)))
    for number, line in enumerate(poem, 2):
        print(number, repr(line))
print(poem.closed)
with open("out.txt", "w") as out:
    print(out.write("hello\n"), out.write(""), out.writelines(["a\n", "b\n"]))
    print("via print", 1, 2.5, None, file=out, sep="|")
with open("out.txt", "a") as out:
    out.write("appended")
with open("out.txt") as back:
    print(back.readlines(), back.read(), back.readline())
with open("out.txt", "r+") as both:
    first = both.read(3)
    position = both.tell()
    both.seek(0)
    both.write("HE")
    both.seek(0)
    print(first, position, repr(both.read()))
print(os.path.exists("out.txt"), os.path.getsize("out.txt"), sorted(os.listdir(".")))
os.rename("out.txt", "renamed.txt")
os.remove("renamed.txt")
for action in (lambda: open("missing.txt"), lambda: open("data"), lambda: open("x", "q"), lambda: poem.read(),
               lambda: open("data/poem.txt").write("no"), lambda: open("data/endings.bin", encoding="ascii", newline="x")):
    try:
        action()
    except (OSError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
try:
    open("missing.txt")
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, error.args)
try:
    with open("data/poem.txt", encoding="ascii") as poem:
        poem.read()
except UnicodeDecodeError as error:
    print("UnicodeDecodeError:", error)
