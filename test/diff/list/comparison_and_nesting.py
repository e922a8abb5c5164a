"""Comparing lists, nested and self-containing lists, aliasing and copies."""
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == (1, 2), [1, 2] == [1.0, True + 1], [[1], 2] <= [[1], 2], [2] > [1, 9], [1, "a"] == [1, "a"], [1, "a"] < [2, 5])
try:
    print([1, "a"] < [1, 5])
except TypeError as error:
    print(error)
a = [1, 2]
a.append(a)
print(a, len(a), a[2][2][2][0], repr(a), str([a, a]))
grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [row[:] for row in grid], list(map(list, zip(*grid))), sum(grid, []), [x for row in grid for x in row])
b = c = [1]
b += [2]
c = c + [3]
print(b, c, b is c)
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), [nan].count(nan), [float("nan")] == [nan])
class Odd:
    def __eq__(self, other):
        return other == 3
print(Odd() in [1, 2, 3], [1, 3].index(Odd()), [1, 2] == [1, Odd()], [1, 3] == [1, Odd()], [3, 3, 1].count(Odd()), [Odd()] != [3])
deep = []
for _ in range(50):
    deep = [deep]
print(deep, deep == [[[]]], str(deep).count("["))
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print([list(r) for r in zip(*matrix)], [row[::-1] for row in matrix[::-1]], [matrix[i][i] for i in range(3)], matrix[1][2], [max(r) for r in matrix])

# `in` and index take what is identical before they compare; `+` of a list with itself and with empty ones
nan, big = float("nan"), 10 ** 30
items = [1, 1.5, True, "a", nan, None, big, 2]
print([x in items for x in (1, 2, 3, True, 0, 1.0, "a", "b", nan, float("nan"), None, 10 ** 30, -2)], [items.index(x) for x in (1, True, 2, nan, 10 ** 30, 2.0)], items.count(1), items.count(nan))
for x, y in (([], []), ([1], []), ([], [1]), (items, items)):
    total = x + y
    print(len(total), total == [*x, *y], total is x)
    total.append(5)
    print(len(total), len(x), len(y))


class Clears:
    """Empties a list when it is compared, and leaves the answer to others."""

    def __init__(self, target=None):
        self.target = target

    def __eq__(self, other):
        if self.target is not None:
            self.target.clear()
        return NotImplemented


first, second = [Clears()], [Clears()]
first[0].target, second[0].target = second, first
print(first == second, first, second)
third = [Clears(), 1, 2]
third[0].target = third
print(third == [1], third != [1], len(third))
fourth = [Clears(), 1]
fourth[0].target = fourth
print(fourth < [5])
