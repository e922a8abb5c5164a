"""Searches where most proposals are wrong: texts and needles of few letters, in every width, each
result checked against a search place by place; and the same for bytes."""
import random

random.seed(5)


def first_place(text, needle, start):
    for place in range(start, len(text) - len(needle) + 1):
        if all(text[place + i] == needle[i] for i in range(len(needle))):
            return place
    return -1


def places(text, needle):
    found, start = [], 0
    while (place := first_place(text, needle, start)) != -1:
        found.append(place)
        start = place + len(needle)
    return found


def check(text, needle):
    found = places(text, needle)
    assert text.find(needle) == (found[0] if found else -1), (text, needle)
    assert text.count(needle) == len(found), (text, needle)
    assert (needle in text) == bool(found)
    parts = text.split(needle)
    assert len(parts) == len(found) + 1 and needle.join(parts) == text
    assert text.replace(needle, needle + needle) == (needle + needle).join(parts)
    back = text[::-1].rfind(needle[::-1])
    assert back == (len(text) - len(needle) - found[0] if found else -1)
    return len(found)


def random_text(letters, size):
    return "".join(random.choice(letters) for _ in range(size))


for letters in ("ab", "a\xe9", "a\u20ac", "\u20ac\u20ad", "a\U0001f600"):
    total = 0
    for size in (1, 2, 3, 7, 16, 40, 200):
        for _ in range(12):
            text = random_text(letters, size)
            needle = random_text(letters, random.randint(1, 6))
            total += check(text, needle)
            if "\u20ac" not in letters and "\U0001f600" not in letters:
                total += check(text.encode("latin-1"), needle.encode("latin-1"))
    print(ascii(letters), total)

# A first letter that is everywhere: the search must change its way and stay right.
for size in (20, 100, 1000, 5000):
    text = "a" * size + "b" + "a" * size
    for needle in ("ab", "aab", "a" * 10 + "b", "ba", "b" + "a" * size, "a" * size + "b", "aba", "abb"):
        print(size, len(needle), text.find(needle), text.encode().find(needle.encode()),
              text.count(needle), text.rfind(needle), text.find(needle, size // 2))
print("".find(""), "abc".find(""), "abc".find("", 3), "abc".find("", 4), b"abc".find(b"", 1), b"".count(b""))
print("x,y".split(","), ",".split(","), "a,,b".split(",", 1), ("," * 5).split(","), "no".split(","))
print("a\u3000b  c".split(), "\x1c\x1d a\x85b".split(), " a  b ".split(" "), "\u20ac,\u20ac".split(","))
