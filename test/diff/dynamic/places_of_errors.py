# difftest: options --dynamic
# Where ast.parse says that arguments, parameters and escapes are wrong, and in which words.
import ast

TEXTS = [
    "def foo(bar=baz, bax):\n    pass\n", "lambda x=1, y: 0", "def f(x=1, /, y): 0", "def f(a: int=1, b: str): pass",
    "foo(bar=baz, bax)\n", "f(a=1, (b))", "f(a=1, b+c)", "f(c=1, *b, c, d=1)", "f(**a, b)", "f(**a, *b)",
    "class C(a=1, b): pass", "f(a.b=1)", "f(True=1)", "f(x, None=1)", "f(1=2)",
    "f(a for a in b, c)", "f(x for x in y,)", "f(a, x for x in y)", "f(**a, x for x in y)",
    "'\\xyz'", "f('\\xz', 1)", "x = '\\u12' 'b'\ny", "x = 'abc\\N{foo}'", "'\\N'", "'\\Nx'", "'\\N{'", "'\\U00110000'",
    "'\xe9\\xz'", "'\\x4'", "'a\\U1234'", "b'a\\x4'", "f'\\xz'", "b'\xe9'", "f'{a}\\N{foo}'", "(  '\\xz'\n)"]
for text in TEXTS:
    try:
        ast.parse(text)
        print(repr(text), 'is right')
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
for text in ("f(x for x in y)", "f(a, (x for x in y))", "f(*a, **b, c=1)", "f(a, *b, c=1, **d)", "f(a:=1, b)",
             "def f(a, b=1, *, c, d=2, **k): pass", "'\\x41\\u0041\\U00000041\\101\\N{DIGIT ONE}'", "b'\\x41\\101'"):
    print(ast.dump(ast.parse(text)))
