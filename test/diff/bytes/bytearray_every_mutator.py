"""Every method of bytearray that changes it, slices with steps, and the errors."""

data = bytearray(b"hello")
data.append(33)
data.extend(b" wo")
data.extend([114, 108])
data.extend(x for x in b"d")
data.insert(0, 62)
data.insert(-1, 45)
data.insert(100, 46)
print(data, data.pop(), data.pop(0), data.pop(-2), data)
data.remove(ord("o"))
data.reverse()
print(data, data.copy() is not data, data.copy() == data)
data[0] = 65
data[1:3] = b"12345"
data[::2] = bytes(len(data[::2]))
print(data)
del data[0], data[-1], data[2:5]
print(data)
del data[::2]
print(data, len(data))
data += b"xyz"
data *= 2
print(data, data * 0, 2 * bytearray(b"q"), b"a" + bytearray(b"b"), bytearray(b"a") + b"b", type(b"a" + bytearray(b"b")).__name__)
data.clear()
print(data, bool(data))
data = bytearray(b"abc")
cases = [lambda: data.append(256), lambda: data.append("a"), lambda: data.append(b"a"), lambda: data.extend("abc"), lambda: data.extend(5), lambda: data.extend([300]), lambda: data.insert("a", 1),
         lambda: data.insert(0, -1), lambda: data.pop(10), lambda: bytearray().pop(), lambda: data.remove(0), lambda: data.remove("a"), lambda: data.remove(256), lambda: data[10], lambda: data["a"],
         lambda: data.__setitem__(0, 256), lambda: data.__setitem__(0, "a"), lambda: data.__setitem__(9, 1), lambda: data.__setitem__(slice(0, 1), 5), lambda: data.__setitem__(slice(0, 1), "abc"), lambda: data.__setitem__(slice(0, 3, 2), b"1"),
         lambda: data.__delitem__(9), lambda: data + "a", lambda: data + [1], lambda: hash(data), lambda: data.pop("a"), lambda: {data: 1}, lambda: data.reverse(1)]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
print(data, repr(data), str(data), list(data), data < b"abd", data == b"abc", b"abc" == data, data == "abc", 97 in data, b"bc" in data, max(data))

# an array that is put into itself, whole and in parts
for change in (lambda a: a.__iadd__(a), lambda a: a.extend(a), lambda a: a.__setitem__(slice(1, 1), a), lambda a: a.__setitem__(slice(1, 3), a), lambda a: a.__setitem__(slice(0, 4), a[::-1]), lambda a: a.__setitem__(slice(None, None), a), lambda a: a.__setitem__(slice(0, 3), memoryview(a)[2:5]), lambda a: a.__setitem__(slice(3, None), memoryview(a)[:3]), lambda a: a.__setitem__(slice(0, 0), memoryview(a)), lambda a: a.__iadd__(memoryview(a)), lambda a: a.__setitem__(slice(0, 6, 2), a[:3]), lambda a: a.__setitem__(slice(2, 4), b""), lambda a: a.__setitem__(slice(6, 9), b"xyz"), lambda a: a.__iadd__(b""), lambda a: a.insert(0, a[-1])):
    array = bytearray(b"abcdef")
    try:
        change(array)
    except (BufferError, ValueError) as error:
        print(type(error).__name__, error, end=" ")
    print(array, len(array))
grown = bytearray()
for n in range(1000):
    grown += b"%d," % n
    grown.append(n & 255)
    if n % 7 == 0:
        del grown[:5]
print(len(grown), grown[:12], grown[-9:], sum(grown))
