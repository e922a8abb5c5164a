import more_itertools as m

print(list(m.chunked(range(7), 3)), m.first([]or[1]), list(m.windowed([1, 2, 3, 4], 2)), list(m.flatten([[1], [2, 3]])), m.one([5]), list(m.unique_everseen("AbaB", str.lower)))
p = m.peekable("abc")
print(p.peek(), next(p), list(p), list(m.interleave([1, 2], [3, 4])), list(m.split_at("a,b,c", lambda c: c == ",")), list(m.consecutive_groups([1, 2, 4])).__len__(), m.ilen(range(5)))
print(list(m.collapse([1, [2, [3]]])), list(m.divide(2, [1, 2, 3])[0]), m.bucket([1, 2, 3], key=lambda x: x % 2)[1].__next__(), list(m.run_length.encode("aab")), list(m.distinct_permutations([1, 1, 2])), list(m.set_partitions("ab")), m.numeric_range(1.0, 2.0, 0.5)[1])
with m.callback_iter(lambda cb=None, **k: [cb(1), cb(2)], callback_kwd="cb") as it:
    print(list(it))
