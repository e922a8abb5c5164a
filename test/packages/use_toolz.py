from toolz import compose, concat, curry, frequencies, get_in, groupby, keymap, memoize, merge_with, partition_all, pipe, reduceby, sliding_window, take, topk, valmap

print(pipe([1, 2, 3], curry(map)(lambda x: x + 1), list), groupby(len, ["a", "bb", "cc"]), frequencies("banana"), valmap(str, {1: 2}), keymap(str, {1: 2}), merge_with(sum, {1: 1}, {1: 2}))
print(list(partition_all(2, range(5))), list(sliding_window(2, range(4))), get_in(["a", 0], {"a": [7]}), compose(str, abs)(-3), list(take(2, concat([[1], [2, 3]]))), topk(2, [1, 5, 3]), reduceby(lambda x: x % 2, lambda a, b: a + b, range(5), 0))


@curry
def add(x, y):
    return x + y


print(add(1)(2), add(1, 2), add(y=1)(2), memoize(lambda x: x * 2)(4))
