# The variables that inner functions use are in their function's code object, also where nothing runs them.
def outer(a, b):
    c = 1
    return

    def inner():
        return a + c


class Holder:
    def method(self):
        return super().__init__


print(outer.__code__.co_cellvars, outer.__code__.co_freevars, Holder.method.__code__.co_freevars)
print(Holder.method.__closure__[0].cell_contents is Holder)
cell = Holder.method.__closure__[0]
cell.cell_contents = 5
print(Holder.method.__closure__[0].cell_contents)
