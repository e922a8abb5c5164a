"""What Counter.most_common takes for a number."""
from collections import Counter

counts = Counter("abracadabra")
for number in (None, 0, 1, 2, 5, 6, 100, -1, True, 2**70):
    print(number, counts.most_common(number))
for number in ([1], "2", 2.0, 2.5, 9.0, (1,), b"x", 1j):
    for counter in (counts, Counter()):
        try:
            print(number, counter.most_common(number))
        except TypeError as error:
            print(number, error)
