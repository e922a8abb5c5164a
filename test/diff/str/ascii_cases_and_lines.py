# Changes of case of ASCII texts and those beside them, and lines.
words = ['', 'a', 'A', "they're bill's friends", 'hELLO wORLD', 'x1y2Z3', '_a_B', 'ABC' * 40, '[`{@Z^', 'straße ÄÖÜ', 'ǆ ﬁ', 'ΑΣ ΑΣΒ']
for word in words:
    print([word.upper(), word.lower(), word.title(), word.capitalize(), word.swapcase(), word.casefold()])
every = ''.join(map(chr, range(128)))
print(ascii(every.upper()), ascii(every.lower()), ascii(every.title()), ascii(every.capitalize()))
latin = ''.join(map(chr, range(256)))
wide = latin + '\u2028\u2029x\u20ac'
for text in (every, latin, wide, '', '\n', 'a\r\nb\rc\nd', 'a\r\n', '\r\r\n\n', 'x\x85y\x85', 'line ' * 20 + '\nend'):
    print([len(part) for part in text.splitlines()], ascii(text.splitlines(True)[:4]))
