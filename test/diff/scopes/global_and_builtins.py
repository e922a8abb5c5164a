"""global statements, shadowing built-ins, deleting names, builtins module access, NameErrors and UnboundLocalErrors."""

import builtins

count = 0


def increment():
    global count, created
    count += 1
    created = "by function"


increment()
increment()
print(count, created)


def shadow():
    len = lambda x: "shadowed"
    return len([1])


print(shadow(), len([1]))
len = lambda x: "module shadow"
print(len([1]), builtins.len([1]))
del len
print(len([1]))
builtins.injected = "through builtins"
print(injected)
del builtins.injected


def missing():
    return injected


def conditional(flag):
    if flag:
        value = 1
    return value


def deleted():
    x = 1
    del x
    return x


def use_before():
    print(late)
    late = 1


def loop_var(items):
    for item in items:
        pass
    return item


def except_var():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


def augmented():
    count += 1


def import_local():
    if False:
        import os
    return os


def delete_twice():
    a = 1
    del a
    del a


def global_delete():
    global created
    del created
    return created


def closure():
    def inner():
        return free
    if False:
        free = 1
    return inner()


def with_var(flag):
    if flag:
        with open("/dev/null") as f:
            pass
    return f.closed


for function, args in ((missing, ()), (conditional, (True,)), (conditional, (False,)), (deleted, ()), (use_before, ()), (loop_var, ([1, 2],)), (loop_var, ([],)), (except_var, ()), (augmented, ()), (import_local, ()), (delete_twice, ()), (global_delete, ()), (closure, ()), (with_var, (True,)), (with_var, (False,))):
    try:
        print(function.__name__, function(*args))
    except NameError as error:
        print(function.__name__, type(error).__name__, error)
try:
    del undefined_name
except NameError as error:
    print(error)
print([n for n in range(3)], "n" in globals())
for n in range(2):
    pass
print(n, __name__, __doc__[:6])
