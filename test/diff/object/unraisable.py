"""An exception in __del__, and an uncaught AttributeError with a suggestion."""
class A:
    def __init__(self): self.blech = 1
    def __del__(self): print("del A")
x = A()
class B:
    def __del__(self): raise ValueError("in del")
b = B()
del b
print("after")
x.bleck
