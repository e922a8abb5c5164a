"""Generators chained into pipelines pull one item at a time through every stage."""
import itertools


def read(lines):
    for number, line in enumerate(lines, 1):
        print("  read", number)
        yield line.strip()


def parse(lines):
    for line in lines:
        if not line or line.startswith("#"):
            continue
        key, _, value = line.partition("=")
        yield key.strip(), value.strip()


def convert(pairs):
    for key, value in pairs:
        yield key, int(value) if value.isdigit() else value


def take(n, iterable):
    for _, item in zip(range(n), iterable):
        yield item


def group_by_size(iterable, size):
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


text = ["# settings", "host = example", "", "port=8080", "retries = 3", "name=x"]
for key, value in convert(parse(read(text))):
    print(key, repr(value))
print(list(take(2, convert(parse(read(text))))))
print(list(group_by_size(range(7), 3)))


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(list(itertools.islice(primes(), 15)))
left, right = itertools.tee(take(3, primes()))
print(list(left), list(right), list(itertools.chain(take(2, primes()), "z")))
