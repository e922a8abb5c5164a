# Checksums over the properties and names of every character of both versions, and over the normal forms.
import binascii
import unicodedata



class Sum:
    def __init__(self):
        self.value = 0

    def add(self, *items):
        self.value = binascii.crc32(repr(items).encode("ascii", "backslashreplace"), self.value)


def properties(database, char):
    return (database.category(char), database.bidirectional(char), database.combining(char),
            database.east_asian_width(char), database.mirrored(char), database.decimal(char, None),
            database.digit(char, None), database.numeric(char, None), database.decomposition(char),
            database.name(char, None))


for database in (unicodedata, unicodedata.ucd_3_2_0):
    total = Sum()
    print(database.unidata_version)
    for code in range(0x110000):
        if code < 0x20000 or code % 64 == 0:
            total.add(properties(database, chr(code)))
        if code % 0x10000 == 0xffff:
            print(hex(code), total.value)

total = Sum()
for code in range(0x2fa20):
    if 0x3400 <= code < 0xa000 or 0x12400 <= code < 0x1d000 or 0x20000 <= code < 0x2f800:
        continue
    char = chr(code)
    for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        total.add(unicodedata.normalize(form, char), unicodedata.normalize(form, 'a' + char + '\u0323\u0301'),
                  unicodedata.is_normalized(form, char), unicodedata.ucd_3_2_0.normalize(form, char))
    if code % 0x1000 == 0xfff:
        print(hex(code), total.value)

wrong = 0
for code in range(0x110000):
    name = unicodedata.name(chr(code), None) if code % 23 == 0 else None
    wrong += name is not None and unicodedata.lookup(name) != chr(code)
print('not found again:', wrong)
