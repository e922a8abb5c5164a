"""split, subgroup, derive of exception groups."""
def t(f):
    try: return f()
    except BaseException as e: return repr(e)
e = ExceptionGroup("m", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3), OSError(4)])])
m, r = e.split(ValueError)
print(repr(m), repr(r))
print(repr(e.subgroup((TypeError, OSError))), e.subgroup(KeyError))
print(repr(e.split(lambda x: isinstance(x, ValueError))))
class G(ExceptionGroup):
    def derive(self, x): return G("derived", x)
g = G("g", [ValueError(1), KeyError(2)]); g.add_note("nn")
a, b = g.split(ValueError)
print(repr(a), repr(b), a.__notes__, b.__notes__)
try:
    try: raise g
    finally: pass
except G as x: print(x.exceptions, x.message)
print(t(lambda: BaseExceptionGroup("x", [KeyboardInterrupt()]).split(3)))
print(isinstance(e, Exception), ExceptionGroup.__mro__)
raise e
