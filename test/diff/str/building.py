"""Text built in loops: +=, join, repetition, reversed, and change of width on the way."""
s = ""
for i in range(300):
    s += chr(97 + i % 26)
    if i == 150:
        s += "é"
    if i == 200:
        s += "日"
    if i == 250:
        s += "🐍"
print(len(s), s[148:153], s[199:206], s[-50:-44], ascii(s[250:256]))
t = s.replace("🐍", "").replace("日", "").replace("é", "")
print(len(t), t == "".join(chr(97 + i % 26) for i in range(300)), t.isascii())
alias = t
t += "!"
print(len(alias), len(t), alias + "!" == t)
print("".join(reversed("日本x🐍")), "".join(sorted("hello world")), "".join(dict.fromkeys("mississippi")), "abc"[::-1])
def caesar(text, shift):
    out = ""
    for c in text:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            c = chr((ord(c) - base + shift) % 26 + base)
        out += c
    return out
print(caesar("Hello, Wörld!", 3), caesar(caesar("Hello, Wörld!", 3), -3))
def rle(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{text[i]}{j - i}")
        i = j
    return "".join(out)
print(rle("aaabccccd🐍🐍"), rle(""))
is_palindrome = lambda p: (q := [c for c in p.lower() if c.isalnum()]) == q[::-1]
print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("Été"), is_palindrome("abc"))
x = ["row"] * 3
x[1] += "s"
print(x, "-" * 20, "=" * 5 + ">" * 2)
