"""Recursive generators over trees, with yield from and early exit."""


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def preorder(self, depth=0):
        yield depth, self.value
        for child in (self.left, self.right):
            if child:
                yield from child.preorder(depth + 1)


def insert(node, value):
    if node is None:
        return Node(value)
    if value < node.value:
        node.left = insert(node.left, value)
    else:
        node.right = insert(node.right, value)
    return node


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1:]):
            yield [item, *rest]


root = None
for value in [50, 30, 70, 20, 40, 60, 80, 35]:
    root = insert(root, value)
print(list(root), sum(root), 35 in root, 36 in root)
for depth, value in root.preorder():
    print("  " * depth + str(value))
print(next(value for value in root if value > 40))
print(list(flatten([1, [2, (3, [4, [], [5]])], (), 6])))
print([*permutations("abc"[:2] and list("abc"))])
