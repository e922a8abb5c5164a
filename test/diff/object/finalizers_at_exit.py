"""Finalizers run at exit still see the globals; sys.exit with a message."""
import sys
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, name)
class Failing:
    def __del__(self): raise RuntimeError("at the end")
name = "glob"
failing = Failing()
c1 = C(1); c2 = C(2)
c1.other = c2; c2.other = c1
l = [C(3)]
del l
sys.exit("bye")
