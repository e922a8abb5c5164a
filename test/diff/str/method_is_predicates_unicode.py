"""isdecimal, isdigit, isnumeric, isalpha, isalnum, isidentifier, isprintable, isspace, isascii by character."""

import keyword

characters = ["", "a", "Z", "5", "²", "½", "٣", "一", "Ⅷ", " ", "\t", "\x1c", "\u2003", "\u200b", "_", "é", "\x7f",
              "\xa0", "\xad", "ª", "\U0001F600", "ʰ", "́", "$", "a1", "1a", "a b", "\ud800"]
names = ["isdecimal", "isdigit", "isnumeric", "isalpha", "isalnum", "isidentifier", "isprintable", "isspace", "isascii",
         "isupper", "islower", "istitle"]
for character in characters:
    print(f"{ascii(character):>14}", "".join("01"[getattr(character, name)()] for name in names))
for word in ("None", "match", "class", "_", "print", "async", "ªb", "x·"):
    print(word, word.isidentifier(), keyword.iskeyword(word), keyword.issoftkeyword(word))
print("Hello World".istitle(), "HELLO".istitle(), "Hello world".istitle(), "A1B".istitle(), "1".istitle())
print("ABC1".isupper(), "1".isupper(), "aB".islower(), "ǅ".isupper(), "ǅ".islower(), "ǅ".istitle())
