"""Arithmetic whose kinds the compiler finds out: the answers stay those of Python."""


def ints(n):
    total = 0
    for i in range(n):
        total += i * 3 % 7 - (i >> 1) + (i & 5) ^ 3
    return total


def floats(n):
    x = 1.0
    v = 0.5
    for i in range(n):
        a = -x / (x * x + 1.5)
        v += a * 0.01
        x += v * 0.01 + i * 1e-6
    return x, v


def mixed(n):
    x = 0
    for i in range(n):
        if i % 3 == 0:
            x = x + 0.5
        elif i % 3 == 1:
            x = x * 2
        else:
            x = x - True
    return x


def overflow():
    big = 1
    for i in range(70):
        big *= 3
    return big, big // 7, big % 1000, -big, big >> 60, big & 0xFFFF, big > 2.5, big == float(big)


def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def power(x, n):
    result = x * 0 + 1
    while n > 0:
        if n & 1:
            result = result * x
        x = x * x
        n //= 2
    return result


def divide(a, b):
    out = []
    for operation in (lambda: a / b, lambda: a // b, lambda: a % b):
        try:
            out.append(operation())
        except ZeroDivisionError as error:
            out.append(str(error))
    return out


def float_divide(n):
    x = 3.5
    out = []
    for i in range(n):
        d = i - 1.0
        try:
            out.append(x / d)
        except ZeroDivisionError as error:
            out.append(str(error))
        try:
            out.append(x // d)
        except ZeroDivisionError as error:
            out.append(str(error))
        try:
            out.append(x % d)
        except ZeroDivisionError as error:
            out.append(str(error))
    return out


def int_divide(n):
    out = []
    for i in range(n):
        try:
            out.append(7 / (i - 1))
        except ZeroDivisionError as error:
            out.append(str(error))
        try:
            out.append((i + 5) // (i - 1))
        except ZeroDivisionError as error:
            out.append(str(error))
        try:
            out.append(-7 % (i - 1))
        except ZeroDivisionError as error:
            out.append(str(error))
    return out


def too_large(n):
    x = 1.5
    try:
        return x * n
    except OverflowError as error:
        return str(error)


def nan_compares(x):
    nan = float("nan") * 1.0
    flags = [nan < x, nan <= x, nan == nan, nan != nan, nan > x, nan >= x, not nan]
    return flags, bool(nan), 1 if nan else 2


def signs():
    zero = 0.0
    negative = -zero
    out = [negative, 0.0 * -1.0, -0.0 + 0.0, 5.0 % -3.0, -5.0 % 3.0, -5.0 // 3.0, 5 % -3, -5 % 3, -5 // 3, 7.5 // 0.5]
    return out, negative == zero, str(negative)


def bools(n):
    flag = False
    count = 0
    for i in range(n):
        flag = i % 2 == 0 and not flag
        count += flag
        if flag:
            count += True
    return flag, count, flag + flag, flag & True, flag | 1, -flag, ~flag, flag is True


def loop_variable():
    for i in range(3):
        pass
    last = i
    for i in range(10, 0, -3):
        i = i * 2
    return last, i, [j for j in range(5, 5)]


def unbound(n):
    for i in range(n):
        pass
    try:
        return i
    except UnboundLocalError as error:
        return str(error)


def limits():
    top = 4611686018427387903
    bottom = -4611686018427387904
    return top + 1, bottom - 1, -bottom, top * 2, bottom // -1, abs(bottom), top << 1, ~bottom, bottom % -1, 0 - bottom


def conversions(n):
    x = 0.0
    for i in range(n):
        x = x + int(x) + abs(i - 5) + round(x / 3) + float(i) + min(i, 3) + max(x, 1.5) + len("abc")
    return x


def shadowed():
    nan = float("nan")
    values = [nan]
    return nan in values, nan is values[0], values.index(nan)


def early(x=0.5, *, scale=2):
    if x > 100:
        return x
    return early(x * scale, scale=scale)


def count_up(limit):
    n = 0
    while n < limit:
        n += 1
    n += 1
    return n


def swap(a, b):
    for _ in range(3):
        a, b = b, a + b
    return a, b


print(ints(1000), floats(200), mixed(20))
print(overflow())
print(factorial(25), fib(15), factorial(3.0) if False else factorial(True))
print(power(3, 50), power(1.5, 10), power(2, 0), power(0.1, 3))
for pair in ((7, 2), (7, 0), (7.5, 0), (7, 0.0), (-7, 2), (7.5, -2), (True, False), (10**30, 7), (10**30, 2.0)):
    print(pair, divide(*pair))
print(float_divide(3))
print(int_divide(3))
print(too_large(2), too_large(10**400), too_large(2**62), too_large(-(2**70)))
print(nan_compares(1.0), nan_compares(5))
print(signs())
print(bools(7), bools(0))
print(loop_variable(), unbound(0), unbound(2))
print(limits())
print(conversions(6))
print(shadowed())
print(early(), early(3), early(1e3, scale=1))
print(count_up(10), count_up(0), count_up(2.5))
print(swap(1, 2), swap(0.5, 1), swap("a", "b"))
