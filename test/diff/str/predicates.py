"""The is... methods over sample characters of many Unicode categories."""
samples = ["a", "Z", "5", "²", "½", "٣", "Ⅷ", "五", " ", "\t", "\u00a0", "\u2028", "_", "é", "ß", "ʰ", "ª", "中", "🐍", "\x00", "\x7f", "\u200b",
           "\u0301", "-", "$", "", "abc", "Abc", "ab1", "12", "1_0", "a b", "ABC", "A1", "Ab Cd", "Ab cd", "x\n", "\ud800", "\U0010ffff", "ǅ"]
names = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"]
print(names)
for sample in samples:
    print(ascii(sample), "".join(str(int(getattr(sample, name)())) for name in names))
for name in names:
    method = getattr(str, name)
    print(name, sum(method(chr(n)) for n in range(0x3000)), sum(method(chr(n)) for n in range(128)))
print([w for w in ("x", "x1", "1x", "_", "class", "été", "a-b", "") if w.isidentifier()])
