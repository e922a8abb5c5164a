"""What re.compile complains about, where, and how the exception describes it."""
import re
import warnings

warnings.simplefilter("ignore")  # of CPython, whose frames tell who is to be warned

patterns = ["(", ")", "a)", "(a", "((a)", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<1a>b)", "(?P<a", "(?P<a>b", "(?P<a>b)(?P<a>c)", "(?P=", "(?P=a", "(?Px)", "(?:", "(?>", "(?!", "(?x", "(?<a)", "(?'a')",
            "\\", "a\\", "\\c", "\\i", "\\x", "\\x1", "\\xg1", "\\u12", "\\U0000", "\\U00110000", "\\777", "\\07", "\\1", "[a-", "a{3,2}", "(?P<a.b>c)", "(?P<é>c)", "(?P<a b>c)",
            "(?iLu)", "(?L)x", "(?au)x", "x(?i)", "*a", "a***", "x{2}{2}", "(?<=a+)", "(?P<n>a)(?P=m)", "(?(1)a|b|c)", "(?(", "(?(1", "(?(1x)a)", "\\8", "[\\", "[a\\", "[z-a]", "[\\w-a]", "(?i-", "(?-", "(?i-x", "a|*", "(|*)", "\\Q", "\n(", "a\nb\n(c\n", "ab\n\n*"]
for pattern in patterns:
    for form in (pattern, pattern.encode("latin-1", "replace")):
        try:
            re.compile(form)
            print(form, "ok")
        except re.error as error:
            print(form, "-", error, (error.msg, error.pos, error.lineno, error.colno), error.pattern == form)
        except Exception as error:
            print(form, type(error).__name__, error)
error = re.error("text", "pattern", 3)
print(error, error.args, repr(error), type(error).__name__, type(error).__module__, error.lineno, error.colno)
print(re.error("only text").pos, re.error("t", "a\nbc", 3), issubclass(re.error, Exception), re.error is re.compile.__globals__["error"] if hasattr(re.compile, "__globals__") else True)
for bad in [None, 5, [], ("a",), 1.5]:
    try:
        re.compile(bad)
    except TypeError as error:
        print(error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for pattern in ["[[a]", "[0-9--1]", "[a&&b]", "[a||b]", "[a~~b]", "[[:alpha:]]"]:
        re.compile(pattern)
print([(w.category.__name__, str(w.message)) for w in caught])
