# difftest: options --dynamic
# ast.parse and what stands on it.
import ast

TEXT = '''
@deco(1)
async def f(a, /, b: int = 1, *c, d, **e) -> None:
    """doc"""
    async with x as y, z: pass
    async for i in y: await i
    return [k async for k in y if k]
class C(B, metaclass=M): x: int = 5
if a < b <= c is not d not in e: pass
elif (n := 10): del q, r[0]
else: raise E from F
try: pass
except* (A, B) as g: pass
with (open(a) as p, open(b)): nonlocal_ = 1
match point:
    case Point(x=0, y=[1, *rest]) | {'k': v, **more} if v: pass
    case (-1 | 2.5 + 3j) | None | 'text' as whole: pass
    case _: pass
lambda x, *y, z=1: (yield)
a = b = *c, d
x[1:2, ::3], y.z **= 1
'''.replace("x[1:2, ::3], y.z **= 1\n", "x[1:2, ::3] **= 1\n")
print(ast.dump(ast.parse(TEXT)))
print(ast.dump(ast.parse("f'{a!r:>{w}} {b=} {{}}' 'c' + b'd'", mode='eval'), include_attributes=False))
print(ast.literal_eval("{'a': [1, -2.5, (3+4j)], b'x': {1, 2}, 'n': (None, True)}"))
for bad in ("f()", "1 +", "a.b"):
    try:
        ast.literal_eval(bad)
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__)
for text in ("x = [i*2 for i in range(3) if i]", "def f(a, *, b=1): return a if b else -a", "assert x, 'm'",
             "print(f'{x:>{y}}', *a, **k)"):
    print(ast.unparse(ast.parse(text)))


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


tree = Double().visit(ast.parse("print(21, 'ab')"))
exec(compile(tree, '<tree>', 'exec'))
node = ast.parse("one = 1\ntwo = (one +\n  3)\n").body[1]
print(node.lineno, node.end_lineno, node.value.col_offset, node.value.right.lineno, node.value.right.end_col_offset)
print(ast.get_source_segment("a = foo(1, 2)", ast.parse("a = foo(1, 2)").body[0].value))
