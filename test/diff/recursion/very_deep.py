# difftest: no-wasi (the host's stack is smaller)
# A high recursion limit: the stack holds what it asks for.
import sys

sys.setrecursionlimit(10**6)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def visit(graph, node, seen, order):
    seen.add(node)
    for other in graph.get(node, ()):
        if other not in seen:
            visit(graph, other, seen, order)
    order.append(node)


print(depth(150000))
print(ackermann(2, 300), ackermann(3, 6))
order = []
visit({n: [n + 1] for n in range(60000)}, 0, set(), order)
print(len(order), order[:3], order[-3:])
