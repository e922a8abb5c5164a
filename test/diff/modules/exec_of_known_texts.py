# exec of a text that stands in the program, at the module's own level: as packages hide there what Python 2 cannot
# read. Needs no evaluator.
import builtins
run = getattr(builtins, "exec")
exec_ = run
exec_("""def raise_from(value, from_value):
    try:
        raise value from from_value
    finally:
        value = None
""")
try:
    raise_from(ValueError("a"), KeyError("b"))
except ValueError as e:
    print(repr(e.__cause__))
exec("import math; total = sum(x * x for x in range(4))\nclass A:\n    def m(self): return (lambda: 7)\n")
print(total, math.pi, A().m()(), A.m.__qualname__, A().m().__qualname__, A.__module__, raise_from.__code__.co_filename)
exec("print('x', end=''); print(__name__)")
f = (lambda: 1)
exec("g = lambda: [i for i in range(3)]")
print(g(), g.__qualname__, "<module>" in globals(), sorted(k for k in globals() if k[0] != "_"))
def execute(text):
    print("own", text)
execute("not a program (")
if True:
    try:
        exec("1 / 0")
    except ZeroDivisionError as e:
        import traceback
        print(traceback.format_exc())
raise_from(TypeError("end"), None)
