"""send hands a value to the yield expression that suspended the generator."""


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return f"{count} values, average {average}"
        total += value
        count += 1
        average = total / count


def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received


def accumulate(limit):
    total = 0
    while total < limit:
        step = yield total
        total += 1 if step is None else step


average = averager()
print(next(average), average.send(10), average.send(20), average.send(30.0))
try:
    average.send(None)
except StopIteration as stop:
    print(stop.value)
generator = echo()
try:
    generator.send("too early")
except TypeError as error:
    print("TypeError:", error)
print(generator.send(None), generator.send("a"), generator.send(("b", 1)))
try:
    generator.send({"c": 2})
except StopIteration as stop:
    print(stop.value, stop.args)
generator = accumulate(10)
print(next(generator), next(generator), generator.send(5), next(generator))
print(list(generator))
x = (lambda: (yield))()
print(next(x))
try:
    x.send("into a lambda")
except StopIteration as stop:
    print(stop.value)
