"""Random lines read in random dialects: quotes, escapes, ends of lines and what is left at the end."""
import csv
import io
import random

random.seed(4)
LETTERS = 'ab,;"\'\\\n\r  \t1.5\xe9'


def random_dialect():
    choices = [("delimiter", random.choice(",;\t")), ("quotechar", random.choice(['"', "'", None])),
               ("escapechar", random.choice([None, "\\"])), ("skipinitialspace", True), ("strict", True),
               ("quoting", random.choice([0, 1, 2, 3])), ("doublequote", random.choice([True, False]))]
    return dict(random.sample(choices, random.randint(0, 4)))


def rows_of(lines, dialect):
    try:
        return repr(list(csv.reader(lines, **dialect)))
    except (csv.Error, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


checksum = 0
for number in range(3000):
    text = "".join(random.choice(LETTERS) for _ in range(random.randint(0, 30)))
    dialect = random_dialect()
    result = rows_of(text.splitlines(True) if number % 2 else io.StringIO(text, newline=""), dialect)
    checksum = (checksum * 31 + sum(map(ord, result))) % (1 << 50)
    if number % 150 == 0:
        print(ascii(text), dialect, ascii(result), checksum)
print(checksum)

for lines in (["a\\\r", ";"], ["a\\\n", "b"], ["a\\\r"], ["a\\"], ["a\\\r", ";,b\n", "c"]):
    for strict in (False, True):
        print(lines, strict, rows_of(lines, {"escapechar": "\\", "strict": strict}))
csv.field_size_limit(5)
for line in ("abcde,f\n", "abcdef,f\n", "a,abcdef\n", "abcdef", '"abcdef"'):
    print(line.encode(), rows_of([line], {}))
