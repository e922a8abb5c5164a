"""add_note, exception groups made by hand, split, subgroup, derive, and except*."""


def show(error, depth=0):
    print("  " * depth + f"{type(error).__name__}: {error}", getattr(error, "__notes__", ""))
    for inner in getattr(error, "exceptions", ()):
        show(inner, depth + 1)


error = ValueError("noted")
error.add_note("first")
error.add_note("second")
show(error)
try:
    error.add_note(5)
except TypeError as wrong:
    print("TypeError:", wrong)

group = ExceptionGroup("several", [ValueError(1), TypeError("t"),
                                   ExceptionGroup("inner", [OSError("o"), ValueError(2)])])
show(group)
matched, rest = group.split(ValueError)
show(matched)
show(rest)
print(group.subgroup(KeyError), group.split(KeyError)[1] is group)
show(group.subgroup(lambda e: isinstance(e, OSError)))

try:
    raise group
except* ValueError as values:
    print("values:", [str(v) for v in values.exceptions], type(values).__name__)
except* (TypeError, OSError) as others:
    print("others:", others.message, len(others.exceptions))
else:
    print("no else")
finally:
    print("finally")

try:
    try:
        raise ExceptionGroup("g", [KeyError("k"), ValueError("v")])
    except* ValueError:
        print("ValueError part handled")
except ExceptionGroup as left:
    show(left)

try:
    raise ValueError("plain")
except* ValueError as wrapped:
    print(repr(wrapped))

try:
    try:
        raise ExceptionGroup("g", [KeyError("k"), ValueError("v")])
    except* KeyError:
        raise RuntimeError("new")
except ExceptionGroup as combined:
    show(combined)

for wrong in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x"),
              lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
print(type(BaseExceptionGroup("x", [ValueError()])).__name__,
      type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
