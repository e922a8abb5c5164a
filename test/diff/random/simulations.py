# Monte Carlo programs whose numbers must be CPython's: pi, random walks, a birthday table, a queue, a bootstrap, a card game.
import math
import random
from collections import Counter
from itertools import accumulate

rng = random.Random(20240229)
inside = sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(20000))
print('pi', 4 * inside / 20000)


def walk(steps):
    x = y = 0
    for _ in range(steps):
        dx, dy = rng.choice([(1, 0), (-1, 0), (0, 1), (0, -1)])
        x += dx
        y += dy
    return math.hypot(x, y)


distances = [walk(100) for _ in range(50)]
print('walk', sum(distances) / 50, max(distances))


def birthdays(people):
    return len({rng.randrange(365) for _ in range(people)}) < people


print('birthdays', {people: sum(birthdays(people) for _ in range(200)) for people in (10, 23, 40)})


def bank(customers, rate, service):
    arrivals = list(accumulate(rng.expovariate(rate) for _ in range(customers)))
    free, waited = 0.0, []
    for arrival in arrivals:
        start = max(arrival, free)
        waited.append(start - arrival)
        free = start + rng.gauss(service, service / 4)
    return sum(waited) / customers, max(waited)


print('bank', *bank(500, 1.0, 0.8))
sample = [rng.lognormvariate(1, 0.5) for _ in range(40)]
means = sorted(sum(rng.choices(sample, k=40)) / 40 for _ in range(200))
print('bootstrap', means[5], means[194])
SUITS, RANKS = 'CDHS', '23456789TJQKA'


def deal():
    deck = [rank + suit for suit in SUITS for rank in RANKS]
    rng.shuffle(deck)
    return [deck[n::10][:5] for n in range(4)]


def classify(hand):
    counts = sorted(Counter(card[0] for card in hand).values(), reverse=True)
    if len({card[1] for card in hand}) == 1:
        return 'flush'
    return {(4, 1): 'four', (3, 2): 'full house', (2, 2, 1): 'two pairs'}.get(tuple(counts), {3: 'three', 2: 'pair', 1: 'nothing'}.get(counts[0]))


print('cards', deal()[0], Counter(classify(hand) for _ in range(400) for hand in deal()).most_common())
weights = {'win': 1, 'draw': 3, 'lose': 6}
print('weighted', Counter(rng.choices(list(weights), weights.values(), k=1000)), rng.choices('ab', cum_weights=[0.5, 1.0], k=10))


def anneal(cities, rounds=2000):
    route = list(cities)
    length = sum(math.dist(a, b) for a, b in zip(route, route[1:] + route[:1]))
    for step in range(rounds):
        i, j = sorted(rng.sample(range(len(route)), 2))
        candidate = route[:i] + route[i:j + 1][::-1] + route[j + 1:]
        new = sum(math.dist(a, b) for a, b in zip(candidate, candidate[1:] + candidate[:1]))
        if new < length or rng.random() < math.exp((length - new) / (10 * 0.998 ** step)):
            route, length = candidate, new
    return length


print('anneal', anneal([(rng.uniform(0, 100), rng.uniform(0, 100)) for _ in range(15)]))
histogram = Counter(min(9, max(-9, round(rng.normalvariate(0, 3)))) for _ in range(2000))
print('normal', [histogram[n] for n in range(-9, 10)])
print('triangular', Counter(int(rng.triangular(0, 10, 7)) for _ in range(500)).most_common(4), 'von Mises', round(sum(rng.vonmisesvariate(math.pi, 2) for _ in range(300)) / 300, 12))
state = rng.getstate()
first = [rng.random(), rng.gauss(0, 1), rng.getrandbits(100), rng.randbytes(5)]
rng.setstate(state)
print(first == [rng.random(), rng.gauss(0, 1), rng.getrandbits(100), rng.randbytes(5)], first)
random.seed('a text as a seed')
print(random.random(), random.sample('abcdefghij', 4), random.randint(1, 6), random.uniform(-1, 1), random.getrandbits(64), random.gauss(), random.betavariate(1, 2))
