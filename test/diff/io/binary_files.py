"""Binary files and newline translation."""
with open("data/endings.bin", "rb") as raw:
    print(raw.read(4), raw.tell(), raw.readline(), raw.read())
    raw.seek(-4, 2)
    print(raw.read(), raw.seek(1), raw.read(2))
with open("data/endings.bin") as text:
    print(text.readlines())
with open("data/endings.bin", newline="") as text:
    print(text.readlines())
with open("numbers.bin", "wb") as out:
    print(out.write(bytes(range(10))), out.write(bytearray(b"abc")), out.write(memoryview(b"xyz")))
with open("numbers.bin", "rb") as back:
    buffer = bytearray(4)
    print(back.readinto(buffer), buffer)
    chunks = list(iter(lambda: back.read(5), b""))
    print(chunks)
with open("numbers.bin", "ab") as out:
    out.write(b"!")
with open("numbers.bin", "r+b") as both:
    both.seek(2)
    both.write(b"\xff")
    both.truncate(6)
with open("numbers.bin", "rb") as back:
    print(back.read())
try:
    with open("numbers.bin", "wb") as out:
        out.write("text")
except TypeError as error:
    print("TypeError:", error)
try:
    with open("numbers.bin", "x"):
        pass
except FileExistsError as error:
    print("FileExistsError:", error)
