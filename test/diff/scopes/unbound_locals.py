"""UnboundLocalError and NameError: messages for every way a name can be missing."""
def attempt(f):
    try:
        print(f.__name__, f())
    except NameError as error:
        print(f.__name__, type(error).__name__, error)
value = "global"
@attempt
def assigned_later():
    print(value)
    value = 1
@attempt
def augmented():
    value += 1
@attempt
def deleted():
    x = 1
    del x
    return x
@attempt
def del_twice():
    x = 1
    del x
    del x
@attempt
def branch():
    if len("a") > 5:
        y = 1
    return y
@attempt
def loop_never_ran():
    for k in []:
        pass
    return k
@attempt
def except_name():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e
@attempt
def import_later():
    os.getcwd()
    import os
@attempt
def no_such_global():
    return completely_undefined
@attempt
def delete_global_missing():
    global never_defined
    del never_defined
@attempt
def free_variable():
    def inner():
        return z
    inner()
    z = 1
@attempt
def with_target():
    if False:
        with open("x") as handle:
            pass
    return handle
@attempt
def walrus():
    if False and (w := 1):
        pass
    return w
@attempt
def comprehension_variable():
    [inner for inner in range(3)]
    return inner
@attempt
def class_later():
    Klass()
    class Klass: pass
@attempt
def function_later():
    helper()
    def helper(): pass
@attempt
def match_capture():
    match 5:
        case str() as s:
            pass
    return s
@attempt
def unpack_fails():
    try:
        a, b = 1, 2 / 0
    except ZeroDivisionError:
        return a
@attempt
def argument_deleted(n=1):
    del n
    return n
@attempt
def fine():
    global value
    value = "changed"
    return value
print(value)
