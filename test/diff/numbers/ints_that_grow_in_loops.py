"""Loops over small ints that are not small any more, or no ints at all, somewhere on the way."""

import sys


def powers(base, count):
    value, seen = 1, []
    for _ in range(count):
        value = value * base
        seen.append(value)
    return seen


def sums(start, step, count):
    total = start
    for i in range(count):
        total += step
        if i % 2:
            total = total - 1
    return total


def fibonacci(n):
    a, b = 0, 1
    while n > 0:
        a, b = b, a + b
        n -= 1
    return a


def shifts(value, count):
    result = []
    for i in range(count):
        value = value << 7
        result.append((value >> 3, value & 0xff0, value | 5, value ^ i, ~value, -value))
    return result


def divisions(numbers, divisors):
    result = []
    for number in numbers:
        for divisor in divisors:
            try:
                result.append((number // divisor, number % divisor))
            except ZeroDivisionError as error:
                result.append(str(error))
    return result


def halves(number):
    steps = 0
    while number != 1:
        if number % 2 == 0:
            number //= 2
        else:
            number = 3 * number + 1
        steps += 1
    return steps


def negatives(number, count):
    signs = []
    for _ in range(count):
        number = -number
        signs.append(number)
    return signs


def mixed(things):
    """Each thing may be of another type."""
    total, kinds = 0, []
    for thing in things:
        try:
            total = total + thing
        except TypeError as error:
            kinds.append(str(error))
        kinds.append(type(total).__name__)
    return total, kinds


def counted(words):
    lengths = {}
    longest = 0
    for word in words:
        size = len(word)
        lengths[size] = lengths.get(size, 0) + 1
        if size > longest:
            longest = size
    return lengths, longest


def truths(values):
    count = 0
    for value in values:
        count += value > 2
        count += not value
    return count


class Index:
    def __index__(self):
        return 3

    def __add__(self, other):
        return ("added", other)

    def __radd__(self, other):
        return ("radded", other)

    def __mul__(self, other):
        print("times", other)
        return 2


def effects(things, log):
    """What has been done before a value is no small int is not done again."""
    total = 1
    for thing in things:
        log.append(thing)
        total = thing * 2 + total * 3
    return total


def changed_in_handler(numbers):
    value = 10
    done = 0
    for number in numbers:
        try:
            value = value * value
            done += 1
            value = value // number
        except ZeroDivisionError:
            value = value + 1
            done -= 100
        finally:
            done += 10
    return value, done


def never_set(flag):
    total = 0
    for i in range(3):
        if flag:
            other = i
        total += i
    try:
        return total, other
    except UnboundLocalError as error:
        return total, str(error)


def deleted(count):
    value = 0
    for i in range(count):
        value += i
        if value > 5:
            del value
            value = 1 << i
    return value


def hashes(text):
    value = 5381
    for character in text:
        value = value * 33 + ord(character)
    return value


def wrapped(text):
    value = 0xcbf29ce484222325
    for byte in text.encode():
        value ^= byte
        value = value * 0x100000001b3 & 0xffffffffffffffff
    return value


def random_numbers(seed, count):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        result.append(seed % 100)
    return result


def matrix(n):
    rows = [[i * n + k for k in range(n)] for i in range(n)]
    product = [[0] * n for _ in range(n)]
    for i in range(n):
        for k in range(n):
            total = 0
            for m in range(n):
                total += rows[i][m] * rows[m][k]
            product[i][k] = total
    return product


def sieve(limit):
    flags = [True] * limit
    count = 0
    for number in range(2, limit):
        if flags[number]:
            count += 1
            multiple = number * number
            while multiple < limit:
                flags[multiple] = False
                multiple += number
    return count


def greatest(a, b):
    while b:
        a, b = b, a % b
    return a


def closures(count):
    functions = []
    total = 0
    for i in range(count):
        total += i * i

        def inner(extra, total=total):
            return total + extra + i
        functions.append(inner)
    return [function(1) for function in functions]


BORDER = 2**62


def main():
    print(powers(3, 45))
    print(powers(-2, 66)[58:])
    print(powers(2.5, 4), powers("ab", 1) if False else "", powers(True, 3))
    for step in 1, BORDER - 2, -BORDER, BORDER // 2, 0.5, True:
        print(sums(0, step, 5), sums(BORDER - 3, step, 5), sums(-BORDER + 1, step, 6))
    print(fibonacci(10), fibonacci(90), fibonacci(95), fibonacci(200), fibonacci(-1))
    print(shifts(1, 12), shifts(-3, 10)[-1], shifts(True, 2))
    numbers = [7, -7, 0, BORDER - 1, -BORDER, BORDER, 10**30, True]
    print(divisions(numbers, [1, -1, 3, -3, 2, 0, BORDER, 10**20, False]))
    print(halves(27), halves(2**70 + 1), halves(2**62 - 1), halves(8.0))
    print(negatives(-BORDER, 3), negatives(5, 3), negatives(0, 2), negatives(1.5, 2), negatives(True, 2))
    print(mixed([1, 2, 3]), mixed([1, 2.5, 3]), mixed([1, "x", 3]), mixed([1, True, 2 + 1j, 10**20]))
    print(mixed([BORDER - 1, 1, -1, Index(), 5]), mixed([Index()]))
    print(counted("a bb cc dddd e".split()), truths([0, 1, 5, 7, 0.0, 2.5]))
    log = []
    print(effects([1, 2, BORDER // 4, BORDER, Index(), 2.5, 3], log), len(log))
    print(changed_in_handler([3, 0, 7, 0, 2, 1, 1, 0, 5]))
    print(never_set(True), never_set(False), deleted(8))
    print(hashes("hello"), hashes("hello, world, and more of it"), wrapped("hello, world"))
    print(random_numbers(42, 10), matrix(4), sieve(1000))
    print(greatest(1071, 462), greatest(2**80, 2**70 * 6), greatest(0, 5), greatest(7.5, 2))
    print(closures(4), sys.maxsize)


main()
try:
    sums("a", 1, 2)
except TypeError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
