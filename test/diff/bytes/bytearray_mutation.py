"""bytearray changed in place: items, slices, append, extend, insert, pop and errors."""
a = bytearray(b"hello")
a[0] = 72; a[-1:] = b"O!!"; print(a)
a.append(63); a.extend(b"xyz"); a.extend([1, 2]); a += b"end"; print(a, len(a))
a.insert(0, 0); a.insert(-1, 45); a.insert(100, 46); print(a, a.pop(), a.pop(0), a)
a.remove(45); a.reverse(); print(a)
del a[0]; del a[::2]; print(a)
a[1:3] = b""; a[0:0] = b"START"; a[::3] = b"#" * len(a[::3]); print(a)
c = a.copy(); c.clear(); print(a, c, a == c, c == b"", bytes(a)[:4])
a *= 2; print(a, a.count(b"#"), a.find(b"RT"))
for action in (lambda: a.append(256), lambda: a.append("x"), lambda: a.remove(200), lambda: bytearray().pop(), lambda: a.pop(999), lambda: a.__setitem__(0, 300), lambda: a.__setitem__(999, 1),
               lambda: a.extend("abc"), lambda: a.extend(5), lambda: a.__setitem__(slice(0, 4, 2), b"xyz"), lambda: hash(a), lambda: a.insert("x", 1), lambda: a.__delitem__(10**20)):
    try:
        print(action())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
buffer = bytearray()
for n in range(1000):
    buffer.append(n * n % 256)
    if n % 7 == 0:
        del buffer[:2]
print(len(buffer), sum(buffer), buffer[:10], buffer[-3:])
