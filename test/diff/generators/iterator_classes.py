"""Hand-written iterators next to generators: __iter__, __next__, __getitem__, iter with sentinel."""


class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Indexed:
    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 11


class Restartable:
    def __init__(self, values):
        self.values = values

    def __iter__(self):
        return iter(self.values)

    def __len__(self):
        return len(self.values)

    def __reversed__(self):
        return (f"r{value}" for value in self.values[::-1])


counter = Countdown(3)
print(list(counter), list(counter))
print(list(Indexed()), 22 in Indexed(), 5 in Indexed())
twice = Restartable("abc")
print([*twice, *twice], list(reversed(twice)), len(twice))
numbers = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(numbers), 4)), list(numbers))
print(list(zip(Countdown(2), Indexed(), twice)), dict(zip(twice, Countdown(9))))
iterator = iter(twice)
print(next(iterator), list(iterator), next(iterator, None))


class NotIterator:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


for bad in (NotIterator(), NoNext(), object(), 7):
    try:
        for _ in bad:
            pass
    except TypeError as error:
        print("TypeError:", error)
try:
    next(twice)
except TypeError as error:
    print("TypeError:", error)
