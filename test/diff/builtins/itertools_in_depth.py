"""Every function of itertools: results, laziness, arguments, errors, copying of iterators by tee."""

import itertools as it
import operator

print(list(it.accumulate([1, 2, 3])), list(it.accumulate("abc")), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([], initial=5)), list(it.accumulate([1, 2, 3], operator.mul)))
print(list(it.batched([1], 1)) if hasattr(it, "batched") else "no batched", list(it.chain("ab", [1])), list(it.chain.from_iterable(["ab", "c"])), list(it.combinations("abcd", 2))[:4], list(it.combinations_with_replacement("ab", 2)), list(it.compress("abcd", [1, 0, 1])), list(it.islice(it.count(5, 2), 3)), list(it.islice(it.count(0.5), 2)), list(it.islice(it.cycle("ab"), 5)))
print(list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.filterfalse(None, [0, 1])), list(it.pairwise("abc")), list(it.permutations("abc", 2)), len(list(it.permutations(range(4)))), list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.repeat("x", 2)), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("abc", [1], fillvalue="-")))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)], [k for k, _ in it.groupby("abab")])
print(list(it.islice("abcdef", 2)), list(it.islice("abcdef", 1, 5, 2)), list(it.islice("abc", 1, None)), list(it.islice("abc", None)), list(it.islice([], 5)))
a, b, c = it.tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), list(it.tee([], 1)[0]))
groups = it.groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
source = iter(range(10))
print(list(it.islice(source, 3)), next(source), list(it.takewhile(lambda x: x < 6, source)), next(source))
print(it.count(3), it.repeat(5), it.repeat(5, 2), it.count(1, 0.5), type(it.chain()).__name__, repr(it.count()))
for bad in (lambda: it.chain(5).__next__(), lambda: next(it.chain.from_iterable([5])), lambda: it.combinations("ab"), lambda: it.combinations("ab", -1), lambda: it.combinations(5, 1), lambda: it.islice("a"), lambda: it.islice("a", -1), lambda: it.islice("a", 1, 2, 0), lambda: it.islice("a", "x"), lambda: it.count("x"), lambda: it.cycle(5), lambda: it.repeat(), lambda: it.repeat(1, "x"), lambda: it.tee([], -1), lambda: it.tee(5), lambda: it.product("a", repeat=-1), lambda: it.product(5), lambda: it.permutations("a", "b"), lambda: list(it.starmap(pow, [5])), lambda: it.zip_longest("a", fill=1), lambda: it.zip_longest(5), lambda: it.accumulate(), lambda: list(it.accumulate([1, "a"])), lambda: it.groupby(), lambda: it.compress("a"), lambda: it.dropwhile(None), lambda: list(it.takewhile(5, [1])), lambda: it.filterfalse(None), lambda: it.pairwise(5), lambda: next(it.islice([], 1)), lambda: list(zip("ab", "a", strict=True)), lambda: list(zip("a", "ab", "abc", strict=True))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def noisy(name):
    for i in range(3):
        print("  ", name, i)
        yield i


z = zip(noisy("a"), noisy("b"))
print(next(z))
print(list(it.islice(it.chain(noisy("x"), noisy("y")), 4)))
print(list(map(lambda *a: a, "ab", range(3))), list(enumerate("ab", start=5)), list(filter(None, [0, 1, "", "a"])), list(reversed(range(3))))


class AsksItself:
    """An iterator that asks the other branch of its tee for an item."""

    branch = None
    asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        if self.asked == 3:
            raise StopIteration
        try:
            next(self.branch)
        except RuntimeError as error:
            return f"{self.asked}: {error}"


source = AsksItself()
one, source.branch = it.tee(source)
print(next(one), next(source.branch))
source.branch = one
print(list(one))
