"""Comparing integers, big integers, booleans and floats exactly."""
values = [0, 1, -1, 2**53, 2**53 + 1, 2**62, 2**63, -(2**63) - 1, 10**30, -(10**30), True, False]
for a in values:
    print(a, [("<" if a < b else ">" if a > b else "=") for b in values])
print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 2**63 == 9223372036854775808.0)
print(10**400 > float("inf"), 10**400 < float("inf"), -(10**400) > float("-inf"), 1 == float("nan"), 10**20 == 1e20, 10**23 == 1e23)
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 1, 3 > 2 >= 2 != 1 == True, not 1 == 1.0)
def say(x):
    print("say", x, end="; ")
    return x
print(say(1) < say(5) < say(3) < say(9))
print(sorted([3, True, 2.5, -1, 10**20, False, 1e5, 2]), max(1, 1.0), max(1.0, 1), min(True, 1), max([3, 10**20, 5.5]))
for bad in ("1", None, [1], (1,)):
    try:
        print(1 < bad)
    except TypeError as error:
        print(error)
print(1 == "1", 1 != None, 0 in [False], 1 in [1.0], [1, 2] == [1.0, 2.0], {1: "a"} == {True: "a"})
