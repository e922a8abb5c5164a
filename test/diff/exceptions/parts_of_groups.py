"""Groups that split, subgroup and except* make suppress their context; a naked exception in except* has no traceback of its own."""
g = ExceptionGroup("t", [TypeError(1), ExceptionGroup("u", [ValueError(2), TypeError(3)])])
for e in (g.subgroup(TypeError), *g.split(ValueError), g.derive([OSError()]), g.subgroup(OSError), g.subgroup(ExceptionGroup)):
    print(repr(e), e is g, e and e.__suppress_context__, e and [x.__suppress_context__ for x in e.exceptions])
def t(f):
    try: f()
    except BaseException as e: print(repr(e), e.__suppress_context__, [x.__suppress_context__ for x in getattr(e, "exceptions", ())], e.__traceback__ is not None, [x.__traceback__ is not None for x in getattr(e, "exceptions", ())])
def a():
    try: raise TypeError(1)
    except* TypeError: raise
def b():
    try: raise TypeError(1)
    except* TypeError as e: print(e.__traceback__ is None, e.__suppress_context__); raise KeyError(1)
def c():
    try: raise g
    except* TypeError as e: print(e.__suppress_context__, e.__traceback__.tb_lineno); raise
    except* ValueError: raise OSError
def d():
    try: raise g
    except* TypeError as e: raise e
def h():
    try: raise g
    except* TypeError as e: pass
def i():
    try: raise ValueError(1)
    except* TypeError as e: pass
def j():
    try: raise g from OSError()
    except* (TypeError, ValueError) as e: raise
for f in a, b, c, d, h, i, j: t(f)
import traceback, sys
try: a()
except* TypeError as e: traceback.print_exc(file=sys.stdout)
def tri(x):
    try:
        try: raise x
        except* ValueError: print("V")
        except* TypeError: print("T"); raise
        finally: print("fin")
    except BaseException as e: print(repr(e), repr(e.__context__), e.__suppress_context__, e is x, repr(x.__context__), e.__traceback__ is not None); traceback.print_exception(e, limit=0, file=sys.stdout)
for mk in (lambda: ExceptionGroup("t", [TypeError(1), ExceptionGroup("u", [TypeError(2)])]), lambda: ExceptionGroup("t", [TypeError(1), ValueError(2)]), lambda: ExceptionGroup("t", [ValueError(2)]), lambda: TypeError(5)):
  try: raise SystemExit(3)
  except SystemExit: tri(mk())
def l():
    try: raise g
    except* TypeError as e: raise
l()
