# Loops over ints get a fast version that keeps them in registers as long as they are small: a result that
# is not, or a parameter that is no small int, goes over to the general version.

# RUN: %pyasyncc --verify-ir --emit=ir %s -o - | FileCheck %s
# RUN: %pyasyncc --verify-ir --emit=ir %s -o - | FileCheck %s --check-prefix=ONCE


def halves(number):
    steps = 0
    while number != 1:
        if number % 2 == 0:
            number = number // 2
        else:
            number = 3 * number + 1
        steps += 1
    return steps


# What is no loop, or has nothing to gain in it, is not doubled.
def straight(number):
    return number * 3 + 1


def words(things):
    for thing in things:
        print(thing + "!", end=" ")


for start in range(1, 9):
    print(halves(start), straight(start))
words(["a", "b"])

# CHECK-LABEL: {{^}}function @py.__main__.halves
# CHECK: rt is_small
# CHECK: i64.cmp ne
# CHECK: i64.mod
# CHECK: i64.floordiv
# CHECK: rt fits_product
# CHECK: i64.mul
# CHECK: rt fits_small
# CHECK: {{^}}}

# ONCE-LABEL: {{^}}function @py.__main__.straight
# ONCE-NOT: fits_small
# ONCE: {{^}}}
# ONCE-LABEL: {{^}}function @py.__main__.words
# ONCE-NOT: is_small
# ONCE: {{^}}}
