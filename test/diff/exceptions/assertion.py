"""assert with and without a message; an uncaught one ends the program."""


def check(value):
    assert value > 0
    assert value < 10, f"too large: {value}"
    assert value != 5, ("tuple", value)
    return "fine"


for value in (1, 0, 11, 5):
    try:
        print(value, check(value))
    except AssertionError as error:
        print(value, repr(error), error.args)
try:
    assert False, 1 / 0
except ZeroDivisionError as error:
    print("message is evaluated only on failure:", error)
assert True, 1 / 0
print("still here")
assert [], "the end"
