"""Container protocols: len, getitem with slices, setitem, delitem, contains, iter, missing, reversed."""


class Grid:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, key):
        if isinstance(key, tuple):
            row, column = key
            return self.rows[row][column]
        if isinstance(key, slice):
            return Grid(self.rows[key])
        return self.rows[key]

    def __setitem__(self, key, value):
        row, column = key
        self.rows[row][column] = value

    def __delitem__(self, row):
        del self.rows[row]

    def __contains__(self, value):
        print("  looking for", value)
        return any(value in row for row in self.rows)

    def __iter__(self):
        return (cell for row in self.rows for cell in row)

    def __repr__(self):
        return "/".join("".join(map(str, row)) for row in self.rows)


class Defaults(dict):
    def __missing__(self, key):
        self[key] = value = f"<{key}>"
        return value


class Spy:
    def __getitem__(self, key):
        return key

    def __length_hint__(self):
        return 3


grid = Grid(["abc", "def", "ghi"])
print(grid, len(grid), grid[0], grid[1, 2], grid[1:], grid[::-1], list(grid)[:4])
grid[0, 0] = "X"
grid[-1, -1] += "!"
del grid[1]
print(grid, "c" in grid, "q" not in grid, bool(grid), bool(Grid([])))
defaults = Defaults(a=1)
print(defaults["a"], defaults["b"], defaults.get("c"), defaults)
spy = Spy()
print(spy[1], spy[1:2], spy[::2], spy[1, 2], spy[1:2, ..., None], spy[()], spy[-1:])
for action in (lambda: grid[5], lambda: grid["x"], lambda: grid[0, 9], lambda: Grid(5), lambda: spy.x,
               lambda: len(spy), lambda: setattr(spy, "x", 1) or spy.x, lambda: spy["k"] + 1):
    try:
        print(action())
    except (IndexError, TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")


class BadLen:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for n in (-1, "3", 2.0):
    try:
        len(BadLen(n))
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
