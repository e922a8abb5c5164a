"""Slices of a list without items are replaced by nothing."""

items = []
items[0:0] = []
items[:] = ()
items[1:5] = []
print(items)
del items[:]
print(items)
