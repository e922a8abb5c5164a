# Programs on itertools: tournament pairings, a seating puzzle, run-length and delta codes, paging, log sessions, a change of coins, words of a keypad.
from collections import Counter, defaultdict
from itertools import accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, zip_longest


def rounds(teams):
    teams = list(teams) + ['bye'] * (len(teams) % 2)
    for _ in range(len(teams) - 1):
        half = len(teams) // 2
        yield list(zip(teams[:half], reversed(teams[half:])))
        teams[1:] = teams[-1:] + teams[1:-1]


table = list(rounds(['A', 'B', 'C', 'D', 'E']))
print(*table, sep='\n')
print(Counter(frozenset(pair) for round in table for pair in round).most_common(1)[0][1], len(set(map(frozenset, chain.from_iterable(table)))) == len(list(combinations('ABCDEx', 2))))


def send_more_money():
    letters = 'SENDMORY'
    for digits in permutations(range(10), 3):
        # SEND + MORE = MONEY with M = 1, O = 0, S = 9: the rest by trial
        e, n, d = digits
        r_values = [r for r in range(10) if r not in (0, 1, 9, e, n, d)]
        for r, y in permutations(r_values, 2):
            if {e, n, d} & {0, 1, 9}:
                continue
            send, more, money = 9000 + 100 * e + 10 * n + d, 1000 + 10 * r + e, 10000 + 100 * n + 10 * e + y
            if send + more == money:
                return dict(zip(letters, (9, e, n, d, 1, 0, r, y)))


print(send_more_money())


def queens(n):
    for columns in permutations(range(n)):
        if len({row + column for row, column in enumerate(columns)}) == len({row - column for row, column in enumerate(columns)}) == n:
            yield columns


solutions = list(queens(6))
print(solutions, sum(1 for _ in queens(5)))
print('\n'.join(''.join('Q' if column == place else '.' for column in range(6)) for place in solutions[0]))


def run_length(data):
    return [(value, sum(1 for _ in group)) for value, group in groupby(data)]


def expand(runs):
    return chain.from_iterable(starmap(repeat, runs))


text = 'WWWWWBWWWWWBBBWW'
print(run_length(text), ''.join(expand(run_length(text))) == text, run_length([]), run_length([1, 1.0, True, 2]))
values = [100, 103, 101, 110, 110]
deltas = values[:1] + [b - a for a, b in pairwise(values)]
print(deltas, list(accumulate(deltas)) == values)


def pages(items, size):
    it = iter(items)
    return takewhile(bool, (list(islice(it, size)) for _ in count()))


print(list(pages('abcdefg', 3)), list(pages([], 3)), [len(page) for page in pages(range(100), 33)])
EVENTS = [('ann', 1), ('bob', 2), ('ann', 5), ('ann', 40), ('bob', 45), ('ann', 44), ('bob', 46), ('ann', 90)]


def sessions(events, gap):
    for user, group in groupby(sorted(events), key=lambda event: event[0]):
        times = [moment for _, moment in group]
        breaks = chain([True], (b - a > gap for a, b in pairwise(times)))
        numbers = accumulate(breaks)
        for number, part in groupby(zip(numbers, times), key=lambda pair: pair[0]):
            yield user, number, [moment for _, moment in part]


print(list(sessions(EVENTS, 10)))
coins = (50, 20, 10, 5)
ways = [combo for size in range(1, 9) for combo in combinations_with_replacement(coins, size) if sum(combo) == 60]
print(len(ways), min(ways, key=len), [Counter(way) for way in ways[:2]])
KEYS = dict(zip('23456789', ('abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz')))
words = {''.join(word) for word in product(*(KEYS[key] for key in '228'))}
print(len(words), sorted(words)[:4], {'cat', 'bat', 'act'} <= words)
graph = {'a': 'bc', 'b': 'd', 'c': 'd', 'd': 'e', 'e': ''}


def paths(start, end):
    layer = [(start,)]
    while layer:
        yield from (path for path in layer if path[-1] == end)
        layer = [path + (node,) for path in layer for node in graph[path[-1]]]


print(list(paths('a', 'e')))
shifts = cycle(['early', 'late', 'night'])
plan = defaultdict(list)
for day, (worker, shift) in zip(count(1), zip(cycle(['Ann', 'Bob']), islice(shifts, 8))):
    plan[worker].append((day, shift))
print(dict(plan))
print([''.join(row) for row in zip_longest(*['abc', 'de', 'f'], fillvalue=' ')], list(compress('abcdef', cycle([1, 0, 0]))), [sum(window) for window in zip(*(islice(range(8), n, None) for n in range(3)))], list(map(''.join, product('ab', repeat=2))), max(accumulate([3, -5, 4, 2, -1, 3], lambda total, x: max(total + x, x))))
