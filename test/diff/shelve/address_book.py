"""An address book on shelve over a dict: write-back, protocols, keys as bytes, synchronizing, closing, and what is refused."""
import pickle
import shelve


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Person:
    def __init__(self, name, *numbers):
        self.name, self.numbers = name, list(numbers)

    def __repr__(self):
        return f'{self.name}: {", ".join(self.numbers)}'

    def __eq__(self, other):
        return isinstance(other, Person) and vars(self) == vars(other)


class Backing(dict):
    """A dict that says when it is synchronized and closed."""

    def sync(self):
        print('sync', len(self))

    def close(self):
        print('close')


backing = Backing()
with shelve.Shelf(backing) as book:
    book['ann'] = Person('Ann', '1', '2')
    book['bob'] = Person('Bob')
    book['ann'].numbers.append('lost')
    print(book['ann'], len(book), sorted(book), 'bob' in book, 'zoe' in book, book.get('zoe', 'nobody'), type(backing[b'ann']).__name__)
    temporary = book['ann']
    temporary.numbers.append('3')
    book['ann'] = temporary
    print(book['ann'], book.pop('bob'), book.setdefault('eve', Person('Eve')), book.popitem() is not None, len(book), list(book.items()) == [(key, book[key]) for key in book])
    book.update({'x': 1, 'y': [2]}, z=(3,))
    print(sorted(book.keys()), book == {key: book[key] for key in book}, book.sync(), backing is book.dict)
attempt('closed', lambda: book['ann'])
attempt('closed', lambda: len(book))
attempt('closed', lambda: book.__setitem__('a', 1))
attempt('closed', book.close)
with shelve.Shelf(backing, writeback=True, protocol=2) as book:
    book['list'] = [1]
    book['list'].append(2)
    print(book['list'], pickle.loads(backing[b'list']), book.cache, book.sync(), pickle.loads(backing[b'list']), book.cache)
    book['list'].append(3)
    del book['x']
    attempt('missing', lambda: book['x'])
    attempt('delete', lambda: book.__delitem__('x'))
plain = shelve.Shelf({})
attempt('int key', lambda: plain.__setitem__(5, 1))
attempt('bytes key', lambda: plain[b'list'])
attempt('not picklable', lambda: plain.__setitem__('f', lambda: 0))
plain.close()
print(pickle.loads(backing[b'list']), backing[b'list'][:2], b'f' in backing)
latin = shelve.Shelf({}, keyencoding='latin-1')
latin['é'] = 'accent'
print(list(latin.dict), list(latin))
attempt('encoding', lambda: latin['€'])


class Sorted(dict):
    """What BsdDbShelf needs: a dict with a place in it."""

    def first(self):
        self.place = 0
        return self._here()

    def last(self):
        self.place = len(self) - 1
        return self._here()

    def next(self):
        self.place += 1
        return self._here()

    __next__ = next

    def previous(self):
        self.place -= 1
        return self._here()

    def set_location(self, key):
        self.place = sorted(self).index(key)
        return self._here()

    def _here(self):
        key = sorted(self)[self.place]
        return key, self[key]


ordered = shelve.BsdDbShelf(Sorted())
for number, key in enumerate('cab'):
    ordered[key] = number
print(ordered.first(), ordered.next(), ordered.last(), ordered.previous(), ordered.set_location(b'c'))
attempt('end', ordered.next)
