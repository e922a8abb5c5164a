"""str.capitalize, title, swapcase, casefold, upper, lower on ASCII and beyond."""

words = ["", "a", "ABC", "hello world", "they're bill's", "ǆ ǅ Ǆ", "ßtraße", "ﬁn", "İstanbul", "ΑΣ", "ΑΣ Σ", "123abc",
         "éCOLE", "ǰ", "\u0149", "𐐀𐐨", "x1y2 z3", "a\tb\nC"]
for word in words:
    print(ascii(word), ascii(word.capitalize()), ascii(word.title()), ascii(word.swapcase()))
    print("   ", ascii(word.upper()), ascii(word.lower()), ascii(word.casefold()))

print("Straße".casefold() == "STRASSE".casefold())
for name in ("capitalize", "title", "swapcase", "casefold", "upper", "lower"):
    try:
        getattr("x", name)(1)
    except TypeError as error:
        print(error)
    try:
        getattr(str, name)(1)
    except TypeError as error:
        print(error)
    try:
        getattr(str, name)()
    except TypeError as error:
        print(error)
