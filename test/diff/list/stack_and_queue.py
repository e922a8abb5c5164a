"""Lists as stacks, heaps, matrices and sieves: many small operations in loops."""
def evaluate(expression):
    stack = []
    for token in expression.split():
        if token in "+-*/":
            right, left = stack.pop(), stack.pop()
            stack.append({"+": left + right, "-": left - right, "*": left * right, "/": left // right if right else None}[token])
        else:
            stack.append(int(token))
    return stack
print(evaluate("3 4 + 2 * 7 -"), evaluate("5 1 2 + 4 * + 3 -"), evaluate("1 2 3"))
def sieve(limit):
    flags = [True] * limit
    flags[:2] = [False] * 2
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            flags[n * n::n] = [False] * len(range(n * n, limit, n))
    return [n for n, flag in enumerate(flags) if flag]
primes = sieve(5000)
print(len(primes), primes[:10], primes[-3:], sum(primes))
def push(heap, item):
    heap.append(item)
    i = len(heap) - 1
    while i and heap[(i - 1) // 2] > heap[i]:
        heap[i], heap[(i - 1) // 2] = heap[(i - 1) // 2], heap[i]
        i = (i - 1) // 2
def pop(heap):
    heap[0], heap[-1] = heap[-1], heap[0]
    top = heap.pop()
    i = 0
    while (child := 2 * i + 1) < len(heap):
        if child + 1 < len(heap) and heap[child + 1] < heap[child]:
            child += 1
        if heap[i] <= heap[child]:
            break
        heap[i], heap[child] = heap[child], heap[i]
        i = child
    return top
heap = []
for n in (5, 3, 8, 1, 9, 2, 7, 1.5, 6):
    push(heap, n)
print(heap, [pop(heap) for _ in range(len(heap))])
def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]
m = [[1, 1], [1, 0]]
p = [[1, 0], [0, 1]]
for _ in range(100):
    p = multiply(p, m)
print(p)
queue = [1]
order = []
while queue:
    n = queue.pop(0)
    order.append(n)
    queue.extend(c for c in (2 * n, 2 * n + 1) if c < 20)
print(order)
