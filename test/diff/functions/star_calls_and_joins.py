# Calls with unpacked arguments and displays that end in a star: order, errors, tuples that are passed on.
def show(*args, **kwargs):
    return args, kwargs


class Box:
    def method(self, *args, **kwargs):
        return type(self).__name__, args, kwargs

    @classmethod
    def made(cls, *args):
        return cls.__name__, args

    @staticmethod
    def plain(*args):
        return args

    def __call__(self, *args, **kwargs):
        return 'called', args, kwargs


def trace(name, value):
    print('eval', name)
    return value


class Items:
    def __iter__(self):
        print('iter')
        return iter('pq')


class Tup(tuple):
    def __iter__(self):
        return iter(('own', 'iteration'))


box = Box()
args = (1, 2)
print(show(*args), show(*args) [0] is args, show(0, *args), show(*args, 3), show(*args, *args))
print(show(*[1, 2]), show(*'ab'), show(*{}), show(*range(3)), show(*Items()), show(*Tup('xy')), show(0, *Tup('xy')))
print(box.method(*args), box.method(0, *args, k=1), box.made(*args), box.plain(*args), box(*args, **{'z': 1}))
print(show(trace('a', 1), *trace('b', [2]), k=trace('c', 3), **trace('d', {'e': 4})))
print(show(*trace('lone', [2]), k=trace('after', 3)))
many = tuple(range(40))
print(sum(show(*many, **{f'k{i}': i for i in range(20)})[1].values()), len(show(1, *many)[0]))
print((*args,), (0, *args), [0, *args], {*args}, (0, *Items()), (*'ab', *'cd'), (*(), ), (0, *Tup('z')))
first = ()
print((*first, *first) == (), (*args,) is args, (*args,) == args)


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: show(*5))
attempt(lambda: show(1, *5))
attempt(lambda: box.method(*None))
attempt(lambda: box.method(1, *None))
attempt(lambda: (1, *None))
attempt(lambda: box.missing(*print('not evaluated')))
attempt(lambda: show(**5))
attempt(lambda: show(*args, **{1: 2}))
attempt(lambda: show(k=1, **{'k': 2}))
attempt(lambda: len(*args))
attempt(lambda: print(*args, sep=','))
attempt(lambda: max(*args, key=lambda n: -n))


class Failing:
    def __iter__(self):
        raise KeyError('in iter')


class Odd:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


attempt(lambda: show(*Failing()))
attempt(lambda: show(1, *Failing()))
attempt(lambda: show(*Odd()))
attempt(lambda: (9, *Odd()))


def forward(*args, **kwargs):
    return show(*args, **kwargs)


class Sub(Box):
    def method(self, *args, **kwargs):
        return super().method(*args, **kwargs), super().method('first', *args)


print(forward(), forward(1), forward(a=1), forward(1, b=2), Sub().method(1, x=2))


def generator():
    yield 1
    raise ValueError('half way')


attempt(lambda: show(*generator()))
attempt(lambda: (0, *generator()))
