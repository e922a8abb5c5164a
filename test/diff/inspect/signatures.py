# Signatures, kinds of objects, nodes of syntax trees.
import inspect, ast
def f(a, b=2, *args, c, d: int = 4, **kw) -> str: "doc"; return 1
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.getdoc(f), inspect.isfunction(f))
class C:
    def m(self, x, /, y): pass
    @property
    def p(self): return 1
print(inspect.signature(C.m), inspect.signature(C().m), inspect.isclass(C), inspect.ismethod(C().m), [n for n, v in inspect.getmembers(C) if not n.startswith('__')])
s = inspect.signature(f).bind(1, 2, 3, c=5, z=6); s.apply_defaults(); print(s.arguments)
async def co(): pass
def gen(): yield
print(inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isawaitable(3), inspect.cleandoc('  a\n    b'))
n = ast.BinOp(ast.Constant(1), ast.Add(), ast.Name('x', ast.Load())); print(ast.dump(n), ast.unparse(n), n._fields, isinstance(n, ast.expr))
print(inspect.getfullargspec(f))
