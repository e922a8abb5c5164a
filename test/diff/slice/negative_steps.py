"""Slices with negative steps on all sequences, compared with a plain loop."""
def by_hand(sequence, start, stop, step):
    n = len(sequence)
    if start is None:
        start = n - 1 if step < 0 else 0
    elif start < 0:
        start = max(start + n, -1 if step < 0 else 0)
    else:
        start = min(start, n - 1 if step < 0 else n)
    if stop is None:
        stop = -1 if step < 0 else n
    elif stop < 0:
        stop = max(stop + n, -1 if step < 0 else 0)
    else:
        stop = min(stop, n)
    out = []
    i = start
    while (i > stop) if step < 0 else (i < stop):
        out.append(sequence[i])
        i += step
    return out


wrong = checked = 0
for sequence in ([], [1], list(range(7)), "añ日🐍x", tuple("abcdef"), b"bytes", range(10, 40, 3)):
    for start in (None, -20, -3, -1, 0, 1, 4, 20):
        for stop in (None, -20, -2, 0, 2, 6, 20):
            for step in (-20, -3, -1, 1, 2, 20):
                checked += 1
                if list(sequence[start:stop:step]) != by_hand(sequence, start, stop, step):
                    wrong += 1
                    print("differs", sequence, start, stop, step)
print(checked, "checked", wrong, "wrong")
a = list(range(10))
print(a[::-1], a[::-2], a[5::-1], a[:5:-1], a[-1:-4:-1], a[3:8:-1], a[8:3:-2], a[-3::-3], a[100:-100:-4])
a[::-1] = a
print(a)
a[8:2:-3] = "xy"
print(a)
del a[::-4]
print(a, "hello"[::-1], "日本語"[::-1], (1, 2, 3)[-1::-2], range(5)[::-1])
