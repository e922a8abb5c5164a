"""An error in a comprehension shows the frame of the comprehension."""

import traceback


def report(action):
    try:
        action()
    except Exception:
        print(traceback.format_exc().replace(__file__, 'FILE'))


def in_element():
    values = [1, 0]
    return [
        1 / v
        for v in values
    ]


def in_condition():
    return {v for v in [1, "x"] if v + 1}


def in_iterable():
    return [v for v in 5]


def in_inner_iterable():
    return {v: w for v in [1] for w in v}


def nested():
    return [[1 // w for w in [v]] for v in [1, 0]]


def in_generator():
    return list(1 / v for v in [0])


def fused():
    for item in (1 // v for v in [1, 0]):
        pass


def numbers(n):
    for i in range(n):
        yield 10 // (2 - i)


def over_numbers():
    total = 0
    for item in numbers(5):
        total += item
    return total


def stops():
    for item in [1]:
        yield item
    raise StopIteration(5)


def over_stops():
    for item in stops():
        pass


for action in (
    in_element, in_condition, in_iterable, in_inner_iterable, nested, in_generator, fused, over_numbers, over_stops,
):
    report(action)
