"""Large integers to and from text, in several bases."""
n = 3**500
text = str(n)
print(len(text), text)
print(int(text) == n, int("-" + text) == -n, repr(-n) == "-" + text)
print(hex(n)[:40], oct(n)[:40], bin(n)[-60:], hex(-n)[-20:])
print(int(hex(n), 16) == n, int(bin(n), 2) == n, int(oct(n), 8) == n, int(hex(n), 0) == n)
for e in (17, 18, 19, 20, 36, 37, 38, 100):
    print(10**e, 10**e - 1, -(10**e) + 1)
print(f"{10**30:,}", f"{-10**30:_}", f"{2**100:x}", f"{2**100:#X}", f"{2**100:>50}", f"{2**100:e}")
print(int("1" * 1000) % 1000003, len(str(7**5000)), sum(map(int, str(2**3000))))
print(int("zz", 36), int("z" * 30, 36), int("-ff", 16), int("0b101", 0), int("  12_345 "), int("+7"))
print("%d|%x|%o" % (2**70, 2**70, 2**70), str(2**70).zfill(30))
