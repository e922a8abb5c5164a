import cachetools
from cachetools import LFUCache, LRUCache, TTLCache, cached, cachedmethod, keys

cache = LRUCache(2)
cache["a"], cache["b"] = 1, 2
cache["a"]
cache["c"] = 3
print(dict(cache), cache.currsize, cache.maxsize, "b" in cache)
now = [0]
timed = TTLCache(10, 5, timer=lambda: now[0])
timed["x"] = 1
now[0] = 6
print("x" in timed, len(timed))
calls = []


@cached(LFUCache(2), key=keys.hashkey)
def work(x):
    calls.append(x)
    return x * 2


print([work(i) for i in (1, 2, 1, 3, 1)], calls)
