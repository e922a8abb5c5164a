"""Patterns that are compiled and used much later, or never: nothing shows when the program was made."""
import copy
import pickle
import re


def attempt(*args):
    try:
        pattern = re.compile(*args)
    except re.error as error:
        print(args, "->", error, error.pos, error.lineno, error.colno)
    except (TypeError, ValueError, OverflowError) as error:
        print(args, "->", type(error).__name__, error)
    else:
        print(args, "->", pattern)


# Errors come from compile, whoever finds them.
for text in ("(", "a**", "[z-a]", "(?<=a*)b", "(?<!a|bc)d", "(?P<n>a)(?<=(?P=n))", "(?<=(a)\\1)", "(?<=a{2})b", "\\",
             "(?P<n>a)(?P<n>b)", "(?x) (?<= a + ) b", "x{4294967296}", "(?<", "(?<=", "a(?<=b", "(?i-i:a)"):
    attempt(text)
    attempt(text.encode())
attempt("a", re.ASCII | re.UNICODE)
attempt(b"a", re.UNICODE)
attempt("(?L)a")
attempt(7)

# What can be asked of a pattern before anything is matched with it.
unused = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(x)?", re.IGNORECASE | re.VERBOSE)
print(unused, unused.groups, dict(unused.groupindex), unused.flags, unused.pattern)
print(unused == re.compile(unused.pattern, unused.flags), hash(unused) == hash(unused))


def fresh(text, flags=0):
    re.purge()
    return re.compile(text, flags)


# Equality and hash of made and unmade ones.
used = fresh("ab+c")
used.match("abc")
other = fresh("ab+c")
print(used == other, hash(used) == hash(other), other == used, used is other)
print(fresh("ab+c") == fresh("ab+c"), fresh("ab+c") == fresh("ab+d"), fresh("a") == fresh(b"a"),
      fresh("a") == fresh("a", re.I), fresh("a") != fresh("a"), fresh("a") == "a")
print(len({fresh("k"), fresh("k"), fresh("k", re.M), fresh(b"k")}))
print(copy.copy(other) is other, copy.deepcopy(other) is other, pickle.loads(pickle.dumps(fresh("p(q)"))))

# Each way to use one first.
text = "one 22 three 4444"
print(fresh(r"\w+").match(text))
print(fresh(r"\d+").search(text))
print(fresh(r"[a-z]+ .*").fullmatch(text))
print(fresh(r"(\d)(\d)").findall(text))
print([match.span() for match in fresh(r"[aeiou]").finditer(text)])
print(fresh(r"\s+").split(text))
print(fresh(r"(\d+)").sub(r"<\1>", text))
print(fresh(r"(?P<n>\d+)").subn(lambda match: match["n"][::-1], text))
print(fresh("x").sub("[\\g<0>]", "axb"), fresh("y").sub("z", ""))
scanner = fresh(r"\w").scanner("ab")
print(scanner.match(), scanner.search(), scanner.match())
try:
    fresh(r"(a)").sub(r"\2", "a")
except re.error as error:
    print(error)
for wrong in (b"bytes", None, 5):
    try:
        fresh("a").match(wrong)
    except TypeError as error:
        print(error)
print(fresh(rb"[\x80-\xff]+").findall(b"a\x80\x81b\xff"))

# A scanner of the library, which puts trees together by hand.
lexer = re.Scanner([(r"[0-9]+", lambda scanner, token: int(token)), (r"[a-z]+", lambda scanner, token: token),
                    (r"\s+", None)])
print(lexer.scan("12 ab 3!"))

fresh("a[bc]|(?<=d)e", re.DEBUG)


def where(text):
    """The lines of the library that an error comes through."""
    try:
        re.compile(text)
    except re.error as error:
        trace = error.__traceback__
        while trace:
            yield trace.tb_frame.f_code.co_name, trace.tb_lineno
            trace = trace.tb_next


print(list(where("(?<=a+)"))[1:], list(where("a)"))[1:])

many = [fresh("(" * depth + "a" + ")" * depth) for depth in range(1, 60, 7)]
print([pattern.match("a").groups() == ("a",) * pattern.groups for pattern in many])


class Late:
    pattern = fresh(r"(l)(a)te")

    def __del__(self):
        print(self.pattern.match("late").groups())


late = Late()
