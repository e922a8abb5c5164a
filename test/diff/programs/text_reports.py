"""Text processing: parsing logs, tables, columns, wrapping, templates, diffs, run-length coding, number words, roman numerals."""

import re
import string
import textwrap
from collections import Counter, defaultdict
from itertools import groupby

LOG = """\
2024-02-28 23:59:58 INFO  auth    user=ann action=login ms=12
2024-02-29 00:00:01 WARN  db      query="select 1" ms=1503
2024-02-29 00:00:02 ERROR web     path=/a%20b status=500 ms=88
broken line
2024-02-29 00:00:02 INFO  web     path=/ status=200 ms=3
2024-02-29 00:00:03 ERROR db      query="drop \\"x\\"" ms=7 retry
2024-03-01 12:30:00 INFO  auth    user=bob action=logout ms=5
"""
LINE = re.compile(r"(?P<date>[\d-]+) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<part>\w+)\s+(?P<rest>.*)")
PAIR = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S+)')
records, bad = [], []
for number, line in enumerate(LOG.splitlines(), 1):
    if not (found := LINE.fullmatch(line)):
        bad.append((number, line))
        continue
    record = found.groupdict()
    record |= {k: v.strip('"').replace('\\"', '"') for k, v in PAIR.findall(record.pop("rest"))}
    records.append(record)
print(bad, len(records), records[1]["query"], records[4]["query"])
by_part = defaultdict(list)
for record in records:
    by_part[record["part"]].append(int(record["ms"]))
for part, times in sorted(by_part.items(), key=lambda item: -max(item[1])):
    print(f"{part:<6}{len(times):>3}{sum(times) / len(times):>10.2f}{max(times):>6} {'#' * (max(times) // 100)}")
print(Counter(r["level"] for r in records).most_common(), {d: len(list(g)) for d, g in groupby(records, key=lambda r: r["date"])})


def table(rows, align=""):
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows)]
    rule = "+".join("-" * (w + 2) for w in widths)
    for index, row in enumerate(rows):
        cells = (f"{cell:{(align + '<' * len(row))[i]}{w}}" for i, (cell, w) in enumerate(zip(row, widths)))
        yield "| " + " | ".join(cells) + " |"
        if index == 0:
            yield f"|{rule}|"


print(*table([("name", "qty", "price"), ("apple", 3, 1.5), ("watermelon", 12, 22.25), ("fig", 100, 0.1)], "<>>"), sep="\n")


def encode(text):
    return "".join(f"{len(run)}{c}" if (run := list(g))[1:] else c for c, g in groupby(text))


def decode(text):
    return re.sub(r"(\d+)(\D)", lambda m: m[2] * int(m[1]), text)


for text in ("aaabccdddd", "", "abc", "zzzzzzzzzzzz"):
    print(encode(text), decode(encode(text)) == text)


def roman(n):
    out = ""
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        out += letters * count
    return out


def unroman(text):
    values = [dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))[c] for c in text]
    return sum(-v if v < following else v for v, following in zip(values, values[1:] + [0]))


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            head, rest = divmod(n, size)
            return f"{words(head)} {name}" + (f"{' and' if size == 100 or rest < 100 else ''} {words(rest)}" if rest else "")


for n in (0, 13, 85, 100, 342, 1001, 12345, 1000000, 7000000021, -5):
    print(n, words(n))


def lcs(a, b):
    lengths = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in reversed(list(enumerate(a))):
        for j, y in reversed(list(enumerate(b))):
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if x == y else max(lengths[i + 1][j], lengths[i][j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield " ", a[i]
            i, j = i + 1, j + 1
        elif j == len(b) or i < len(a) and lengths[i + 1][j] >= lengths[i][j + 1]:
            yield "-", a[i]
            i += 1
        else:
            yield "+", b[j]
            j += 1


print("\n".join(map("".join, lcs("the quick brown fox".split(), "the slow brown big fox jumps".split()))))
print(textwrap.fill("It was the best of times, it was the worst of times, it was the age of wisdom...", 30, initial_indent="* ", subsequent_indent="  "), textwrap.dedent("""
    dedented
      keeps this
    end""").strip(), textwrap.shorten("a fairly long sentence to cut", 18), sep="\n")
template = string.Template("$who owes ${amount}$$ to $whom")
print(template.substitute(who="Ann", amount=5, whom="Bob"), template.safe_substitute(who="X"))


def caesar(text, shift):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift]))


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, 23), sum(1 for a, b in zip(secret, secret[1:]) if a < b))
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower(), "".join(w.title() for w in "snake_case_name".split("_")), re.split(r"[;,\s]\s*", "a, b;c  d"), "%-10s|%5.1f%%|%+05d|%#x" % ("left", 99.5, 42, 255))
vowels = Counter(c for c in "The quick brown fox jumps over the lazy dog".lower() if c in "aeiou")
print(dict(sorted(vowels.items())), vowels.total(), (vowels - Counter("ooo")).most_common(2), sorted("banana apple cherry".split(), key=lambda w: (len(w), w)), max("banana", key="banana".count))
