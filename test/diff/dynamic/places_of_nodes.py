# difftest: options --dynamic
# Lines and columns of the nodes that ast.parse makes where they are easily wrong: strings side by side, fields of
# f-strings, text that is not ASCII, generator expressions as arguments; and sources in bytes.
import ast

for text in ('f"\xe9 {x} \xfc {y:>{w}}" f"{z}"', 'f"{a:x}" "b"\n', 'x = "\xe9" + f(a for a in b)',
             'f"""\xe9\n{x + y}\n\xe9{z!r:\xe9}"""', 'f(\n\n"\xe9", g(x\n for x in y))', "(f'a{b}'\n 'c' f'{d:x}')",
             '\xe9 = f"{\xe9}{\xe9:{\xe9}}"', 'f((x for x in y))', 'a.\u05e2\u05b4\u05d1', 'f(*\na, **\nb)',
             'def f(a, b=1,\n      *, c,): pass', 'lambda a,: 0'):
    print(ast.dump(ast.parse(text), include_attributes=True))
for source in (b'x = "\xc3\xa9"\r\ny = """a\r\nb"""', b'# coding: latin-1\nx = "\xe9"', b'\n#-*- coding=iso8859-15 -*-\nx = "\xa4"',
               b'\xef\xbb\xbfx = 1', b'x = 1\n\n# coding: latin-1\ny = "\xc3\xa9"'):
    print(ast.dump(ast.parse(source)))
