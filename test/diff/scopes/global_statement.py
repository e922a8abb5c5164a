"""global: creating, changing and deleting module names from functions and classes."""
x = 1
def read(): return x
def change():
    global x
    x = 2
def create():
    global made, also
    made, also = "made", [1]
def shadow():
    x = "local"
    def inner():
        global x
        x = "from inner"
        return x
    return inner(), x
change(); create()
print(read(), made, also, shadow(), x)
def delete():
    global made
    del made
delete()
try:
    made
except NameError as error:
    print(error)
def loop():
    global i
    for i in range(5):
        pass
loop()
print(i)
def define():
    global function, Class, alias
    def function(): return "global function"
    class Class:
        y = x
    import sys as alias
define()
print(function(), Class.y, alias.__name__, function.__qualname__, Class.__qualname__)
def with_as():
    global e, target
    try:
        raise KeyError("k")
    except KeyError as e:
        print(repr(e))
    for target in "ab":
        pass
    try:
        e
    except NameError as error:
        print(error)
with_as()
print(target, globals()["x"], "x" in globals(), globals()["__name__"])
globals()["dynamic"] = 42
print(dynamic)
def augmented():
    global x
    x = 5
    x += 10
    x **= 2
    return x
print(augmented(), x, read())
def comprehension():
    global x
    return [x for x in range(3)], x
print(comprehension())
def walrus_global():
    global w
    [w := n for n in range(4)]
walrus_global()
print(w)
class C:
    global x
    x = "set in class"
    y = x
print(x, C.y, hasattr(C, "x"))
if True:
    conditional = "module level if"
for loop_variable in range(2): inner_variable = loop_variable
print(conditional, loop_variable, inner_variable)
def f():
    global conditional
    return conditional
