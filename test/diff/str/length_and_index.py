"""len, indexing and iteration count code points, whatever the width of the characters."""
texts = ["", "abc", "naïve", "Ω≈ç√", "日本語テキスト", "🐍🚀x", "e\u0301", "👩‍🔬", "a\x00b", "\ud800", "\uffff\U00010000"]
for text in texts:
    print(len(text), ascii(text), [ascii(c) for c in text], [ord(c) for c in text])
    if text:
        print(ascii(text[0]), ascii(text[-1]), ascii(text[len(text) // 2]), ascii(text[::-1]))
    for index in (len(text), -len(text) - 1, 10**20):
        try:
            text[index]
        except IndexError as error:
            print("IndexError:", error)
s = "aß水🍉"
print([s[i:j] for i in range(5) for j in range(i, 5)])
print([ascii(s[k]) for k in range(-4, 4)], s * 3, s + "é" + s, (s * 100)[399], len(s * 100))
for i, c in enumerate(s):
    print(i, c, c in s, s.index(c), s.find(c, 2), c * i, chr(ord(c) + 1))
try:
    s["a"]
except TypeError as error:
    print(error)
try:
    s[0] = "b"
except TypeError as error:
    print(error)
