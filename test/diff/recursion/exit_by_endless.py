# An endless recursion that nobody catches: the traceback of as many calls as CPython would have made.
def first(n):
    x = n + 1
    return second(x)


def second(n):
    return first(n)


def start():
    return first(0)


print("before")
start()
