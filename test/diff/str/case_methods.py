"""Upper, lower, title, swapcase, capitalize and casefold of all kinds of letters."""
words = ["hello", "HELLO", "Hello World", "they're bill's", "straße", "ΟΔΟΣ", "ὈΔΥΣΣΕΎΣ", "ǅungla", "ﬁne", "İstanbul", "ıi", "ñandú 3d",
         "x1y2", "", "123", "éÀ", "ŉ", "ÿ", "Ⅷ", "ⓐ", "日本", "𝐀𐐀", "a\u0345b", "Σ", "aΣ", "aΣ b", "Σa"]
for word in words:
    print(word, word.upper(), word.lower(), word.title(), word.swapcase(), word.capitalize(), word.casefold())
    print(ascii(word.upper()), len(word.upper()), word.isupper(), word.islower(), word.istitle())
print([c for c in map(chr, range(0x250)) if c.upper().lower() != c.lower()])
print("".join(chr(n).upper() for n in range(0x370, 0x400) if chr(n).islower()))
print("".join(chr(n).lower() for n in range(0x400, 0x480) if chr(n).isupper()))
print("straße".casefold() == "STRASSE".casefold(), "MASSE".lower() == "maße".upper().lower())
