# sys.last_value and its like are set before sys.excepthook is called, and None when modules end.
import sys, atexit
def hook(kind, value, tb):
    print('hook', sys.last_value is value, sys.last_type is kind, sys.last_traceback is tb)
sys.excepthook = hook
atexit.register(lambda: print(sys.last_value))
print(hasattr(sys, 'last_value'))
class D:
    def __del__(self): print('D ends', getattr(sys, 'last_value', 'none'))
def f():
    d = D()
    raise KeyError(3)
f()
