"""Text read by numbers of characters: characters and line ends lie across the pieces in which a file is decoded."""

import os
import tempfile

UNITS = ["x", "é", "€", "😀", "\r\n", "\n", "\r", "yz"]


def text_of(count, step):
    return "".join(UNITS[(i * step + i // 7) % len(UNITS)] for i in range(count))


def by_numbers(path, numbers, **options):
    parts = []
    with open(path, **options) as file:
        i = 0
        while part := file.read(numbers[i % len(numbers)]):
            parts.append(part)
            i += 1
    return parts


def main(path):
    for step in 1, 3, 5:
        text = text_of(20_000, step)
        for encoding in "utf-8", "utf-8-sig", "utf-16":
            with open(path, "w", encoding=encoding, newline="") as file:
                file.write(text)
            for newline in None, "", "\r\n", "\r":
                with open(path, encoding=encoding, newline=newline) as file:
                    whole = file.read()
                for numbers in [1_000_000], [8_191], [8_192], [1, 8_193, 3], [5_000, 7]:
                    parts = by_numbers(path, numbers, encoding=encoding, newline=newline)
                    print(encoding, repr(newline), numbers, len(parts), len(whole), "".join(parts) == whole,
                          [ascii(part[-2:]) for part in parts[:3]])
    for character in "x", "é":
        with open(path, "w", encoding="utf-8") as file:
            file.write(character * 6_000_000)
        with open(path, encoding="utf-8") as file:
            print(len(file.read(5_999_999)), ascii(file.read(5)), ascii(file.read(5)))


def positions(path):
    with open(path, "w") as file:
        file.write("head\nfirst\nsecond\nthird\n")
    with open(path, "r+") as file:
        next(file)
        for how in (lambda: file.tell(), lambda: file.seek(0, 1), lambda: file.seek(5), lambda: file.tell(),
                    lambda: next(file), lambda: file.tell(), lambda: file.flush(), lambda: file.seek(0),
                    lambda: next(file), lambda: file.truncate(17), lambda: file.seek(0, 2), lambda: file.tell()):
            try:
                print(how())
            except OSError as error:
                print(type(error).__name__, error)


def long_runs(path):
    """Runs of plain characters, with a line's end or a longer character after each number of them."""
    text = "".join("abcdefghijklmnopqrstuvwx"[:i % 24] + UNITS[i % len(UNITS)] for i in range(2_000))
    for encoding in "utf-8", "latin-1", "ascii":
        shown = text if encoding == "utf-8" else "".join(c if ord(c) < 128 else "-" for c in text)
        with open(path, "w", encoding=encoding, newline="") as file:
            file.write(shown)
        for newline in None, "", "\n", "\r", "\r\n":
            for numbers in [7, 8, 9], [16, 1, 24], [100]:
                parts = by_numbers(path, numbers, encoding=encoding, newline=newline)
                print(encoding, repr(newline), numbers, len(parts), parts[:3], sum(map(ord, "".join(parts))))


folder = tempfile.mkdtemp()
try:
    main(os.path.join(folder, "text"))
    positions(os.path.join(folder, "text"))
    long_runs(os.path.join(folder, "text"))
finally:
    os.remove(os.path.join(folder, "text"))
    os.rmdir(folder)
