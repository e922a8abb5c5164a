"""Subjects of every width of characters."""
import re

subjects = ["plain ascii", "caf\xe9 cr\xe8me", "\u0417\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439, \u043c\u0438\u0440", "\u65e5\u672c\u8a9e text", "emoji \U0001f600 and \U0001f4a9!", "mixed \xe9 \u20ac \U0001f600", "\ud800 lone \udfff"]
for subject in subjects:
    print(ascii(re.findall(r"\w+", subject)), ascii(re.findall(r"\W", subject)), ascii(re.sub(r"\s+", "_", subject)), ascii(re.split(r"[ ,]+", subject)))
    print([m.span() for m in re.finditer(r"\b", subject)], ascii(re.search(r"[^\x00-\x7f]+", subject)), ascii(re.findall(r"[\xe0-\xff\u0400-\u04ff]", subject)))
    print(ascii(re.match(r"(.*?)([^ ]+)$", subject).groups()), ascii(re.sub(r"(\w)(\w)", r"\2\1", subject)), ascii(re.findall(r"(?i)E|\xc9|\u041c", subject)))
print(re.match("\U0001f600+", "\U0001f600" * 3).span(), re.match(".", "\U0001f600").end(), re.search("\u20ac", "plain"), re.search("[\u20ac]", "\xe9"), re.search("[^\u20ac]", "\u20ac\xe9").span(), re.match("[^a]", "\u20ac").span())
print(ascii(re.findall(r"\d+", "12 \u0661\u0662 \uff11\uff12 \u00b2")), [int(x) for x in re.findall(r"\d+", "12 \u0661\u0662")], ascii(re.findall(r"\s", "\x1c\x85\xa0\u2003\u3000\u200b")))
print(ascii(re.sub("e", "\u20ac", "hello")), ascii(re.sub("\u20ac", "e", "h\u20acllo")).isascii(), ascii(re.sub("l", "\U0001f600", "h\xe9llo")), len(re.sub(".", "\u20ac", "abc")))
print(re.match(r"\u00e9\U000000e9\xe9\351", "\xe9" * 4), re.match("\xe9{2}", "\xe9\xe9"), re.findall("[\U0001f600\u20ac]", "\u20ac\U0001f600x") == ["\u20ac", "\U0001f600"])
print(re.fullmatch(r"\w+", "na\u00efve"), re.fullmatch(r"\w+", "a\u0301"), re.match("(?a)\\w+", "na\u00efve").group(), re.match(r"[\w']+", "l'\u00e9t\u00e9").group() == "l'\u00e9t\u00e9")
print("".join(re.findall("[\u4e00-\u9fff]", "\u6f22\u5b57kana\u304b\u306a")) == "\u6f22\u5b57", re.split("\u3001", "\u4e00\u3001\u4e8c") == ["\u4e00", "\u4e8c"], re.compile("\u65e5(\u672c)?").match("\u65e5\u672c").span(1))
