"""Data structures by hand: a linked list, an LRU cache, a heap, a trie, and matrix arithmetic."""


class Node:
    __slots__ = ("key", "value", "previous", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.previous = self.next = self


class LRU:
    def __init__(self, size):
        self.size, self.map, self.root = size, {}, Node()

    def _unlink(self, node):
        node.previous.next, node.next.previous = node.next, node.previous

    def _front(self, node):
        node.previous, node.next = self.root, self.root.next
        self.root.next.previous = node
        self.root.next = node

    def get(self, key, default=None):
        if (node := self.map.get(key)) is None:
            return default
        self._unlink(node)
        self._front(node)
        return node.value

    def put(self, key, value):
        if key in self.map:
            self._unlink(self.map.pop(key))
        elif len(self.map) == self.size:
            oldest = self.root.previous
            self._unlink(oldest)
            del self.map[oldest.key]
        self.map[key] = node = Node(key, value)
        self._front(node)

    def __iter__(self):
        node = self.root.next
        while node is not self.root:
            yield node.key, node.value
            node = node.next


cache = LRU(3)
for number, key in enumerate("abcad"):
    cache.put(key, number)
print(list(cache), cache.get("c"), cache.get("b", "gone"))
cache.put("e", 9)
print(list(cache))


class Trie(dict):
    def insert(self, word):
        node = self
        for letter in word:
            node = node.setdefault(letter, Trie())
        node["$"] = word

    def words(self, prefix=""):
        node = self
        for letter in prefix:
            if letter not in node:
                return
            node = node[letter]
        stack = [node]
        while stack:
            for key, child in stack.pop().items():
                if key == "$":
                    yield child
                else:
                    stack.append(child)


trie = Trie()
for word in "car card care cat dog do".split():
    trie.insert(word)
print(sorted(trie.words("ca")), sorted(trie.words()), list(trie.words("x")))


def heap_sort(items):
    heap = []
    for item in items:
        heap.append(item)
        i = len(heap) - 1
        while i and heap[(i - 1) // 2] > heap[i]:
            heap[i], heap[(i - 1) // 2] = heap[(i - 1) // 2], heap[i]
            i = (i - 1) // 2
    while heap:
        heap[0], heap[-1] = heap[-1], heap[0]
        yield heap.pop()
        i = 0
        while (child := 2 * i + 1) < len(heap):
            if child + 1 < len(heap) and heap[child + 1] < heap[child]:
                child += 1
            if heap[i] <= heap[child]:
                break
            heap[i], heap[child] = heap[child], heap[i]
            i = child


print(list(heap_sort([5, 2, 8, 1, 9, 3, 7, 2])), "".join(heap_sort("sorting")))


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def power(matrix, n):
    result = [[int(i == j) for j in range(len(matrix))] for i in range(len(matrix))]
    while n:
        if n & 1:
            result = multiply(result, matrix)
        matrix, n = multiply(matrix, matrix), n >> 1
    return result


print(power([[1, 1], [1, 0]], 200)[0][1])
