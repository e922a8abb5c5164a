from boltons import cacheutils, dictutils, iterutils, listutils, strutils, timeutils

print(iterutils.chunked(range(5), 2), iterutils.windowed(range(4), 2), strutils.slugify("Hello, World!"), strutils.bytes2human(10 ** 7), dictutils.OMD([("a", 1), ("a", 2)]).getlist("a"), iterutils.remap({"a": [1, None]}, lambda p, k, v: v is not None))
cache = cacheutils.LRU(max_size=2)
cache["a"] = 1
print(cache, strutils.camel2under("FooBar"), strutils.ordinalize(3), timeutils.parse_timedelta("1d 2h"), listutils.BarrelList(range(3)))
