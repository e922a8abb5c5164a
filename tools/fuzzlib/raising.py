"""Cases of exceptions: chains, groups and notes, shown as traceback formats them, carets included."""

ERRORS = ["ValueError('bad')", "KeyError('k')", "Fault()", "Fault(1, 2)", "OSError(2, 'no such', 'file')", "StopIteration(3)", "IndexError",
          "ExceptionGroup('group', [ValueError(1), Fault(2)])", "UnicodeDecodeError('utf-8', b'x', 0, 1, 'why')", "AssertionError()", "Fault('two\\nlines')",
          "ExceptionGroup('outer', [KeyError(1), ExceptionGroup('inner', [Fault(3), ValueError(4)])])", "ImportError('m', name='n')", "Fault('')"]
FAILING = ["1 // 0", "(1 +\n        None)", "[1, 2][5]", "{'a': 1}['b']", "int('x')", "None.attribute", "len(5)", "undefined", "'a' + 1", "f(1)(2)",
           "[x for x in range(3) if x.y]", "{}[f(2)]", "-'x'", "f(a=1)", "'%d' % 'x'", "(lambda v: v / 0)(1)", "[*5]", "f(*3)", "sum([1, 'a'])", "f(3) .b . c",
           "1 < 'x'", "next(iter([]))", "max([])", "'x' in 5", "f(f(1), g(2) + None)", "a.b.c if f(1) else 0", "not_there.x[1]", "5[0]", "f[1]", "x = 1, *None"]


def statements(writer, depth, budget, kinds):
    writer.line(depth, "try:")
    if budget and writer.chance(60):
        statements(writer, depth + 1, budget - 1, kinds)
    else:
        failing(writer, depth + 1)
    kind = writer.pick(["Exception", "ArithmeticError", "(LookupError, TypeError)", "Fault"])
    writer.line(depth, f"except {kind} as error:")
    if writer.chance(30):
        writer.line(depth + 1, "error.add_note('noted')")
    form = writer.number(0, 4)
    if form == 0:
        writer.line(depth + 1, "raise")
    elif form == 1:
        writer.line(depth + 1, f"raise {writer.pick(ERRORS)} from {writer.pick(['error', 'None', 'Fault(9)'])}")
    elif form == 2:
        writer.line(depth + 1, "raise error.with_traceback(None)" if writer.chance(20) else "raise error")
    else:
        failing(writer, depth + 1)
    if writer.chance(25):
        writer.line(depth, "finally:")
        failing(writer, depth + 1) if writer.chance(40) else writer.line(depth + 1, "print('finally')")


def failing(writer, depth):
    if writer.chance(30):
        writer.line(depth, f"raise {writer.pick(ERRORS)}")
        return
    text = writer.pick(FAILING)
    if text.startswith("x = "):
        writer.line(depth, text)
        return
    writer.line(depth, writer.pick(["", "value = ", "return ", "print(", "value = value + "]).replace("print(", "") + text)


def raising_case(writer, name):
    writer.line(0, f"def {name}_body(f, value=1):")
    statements(writer, 1, 3, [])
    writer.line(0, f"def {name}_more(x):")
    writer.line(1, f"return {name}_body(lambda v: v)" if writer.chance(70) else f"return [{name}_body(print) for _ in 'a']")
    writer.line(0, f"def {name}():")
    writer.line(1, "try:")
    writer.line(2, f"{name}_more(1)")
    writer.line(1, "except BaseException as error:")
    writer.line(2, "print(tell(error))")
    writer.line(2, "print(''.join(traceback.format_exception(error)))")
    if writer.chance(30):
        writer.line(2, "print(''.join(traceback.TracebackException.from_exception(error, limit=1).format(chain=False)))")
