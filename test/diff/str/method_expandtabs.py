"""str.expandtabs with columns, newlines and odd tab sizes."""

samples = ["a\tb", "\t", "ab\tcd\tef", "a\nb\tc", "a\r\tb", "\t\t", "12345678\t9", "é\tü"]
for sample in samples:
    print([sample.expandtabs(size) for size in (0, 1, 4, 8, -3)])
    print(repr(sample.expandtabs()), repr(sample.expandtabs(tabsize=2)))

for args, kwargs in [(("x",), {}), ((1, 2), {}), ((), {"size": 3}), ((None,), {}), ((2.5,), {}), ((True,), {})]:
    try:
        print(repr("a\tb".expandtabs(*args, **kwargs)))
    except TypeError as error:
        print(error)


class Size:
    def __index__(self):
        return 3


print(repr("a\tb".expandtabs(Size())))
print(b"a\tb\n\tc".expandtabs(4), bytearray(b"a\tb").expandtabs())
