"""Every single-byte encoding that CPython has: all bytes, all characters, error handlers, names."""

names = '''cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424
cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
cp875 hp_roman8 iso8859_1 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4
iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic
mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620'''.split()

every_byte = bytes(range(256))
some_characters = ''.join(map(chr, [*range(0x500), *range(0x590, 0x700), *range(0x2000, 0x2600), *range(0xf000, 0x10000, 7)]))


def check_sum(data):
    total = 0
    for value in data:
        total = (total * 31 + value) % 1000003
    return total


for name in names:
    text = every_byte.decode(name, 'replace')
    data = some_characters.encode(name, 'ignore')
    print(name, check_sum(map(ord, text)), len(data), check_sum(data), end=' ')
    strict = text.replace('\ufffd', '')
    print(strict.encode(name).decode(name) == strict)

for encoding in ('windows-1252', 'CP1252', 'ISO-8859-15', 'latin9', 'L2', 'koi8-r', 'MacRoman', 'macintosh', 'IBM437', '437', 'cyrillic',
                 'x-mac-roman', 'utf_7', 'csibm855', 'iso_8859-16:2001', 'cp 437', 'hebrew', 'greek8', 'hp-roman8', 'nothing'):
    try:
        print(encoding, b'a\xe4\xf0'.decode(encoding, 'replace').encode('ascii', 'backslashreplace'))
    except LookupError as error:
        print(encoding, error)

for action in (lambda: b'a\x81b'.decode('cp1252'), lambda: 'a\u0101\u0102b'.encode('cp1252'),
               lambda: '\u0101'.encode('iso8859-6', 'replace'), lambda: 'x\u20ac'.encode('cp437', 'xmlcharrefreplace'),
               lambda: 'x\u20ac'.encode('cp437', 'backslashreplace'), lambda: b'\x81z'.decode('cp1252', 'backslashreplace'),
               lambda: b'\x81z'.decode('cp1252', 'surrogateescape').encode('cp1252', 'surrogateescape'),
               lambda: '\u0101b'.encode('cp500', 'replace'), lambda: '\ud800'.encode('cp500', 'surrogatepass'),
               lambda: 'abc'.encode('hex'), lambda: b'abc'.decode('rot13'), lambda: b'abc'.decode('bz2'),
               lambda: str(b'\xe4', 'cp850'), lambda: bytes('\u20ac', 'cp1252'), lambda: bytearray('\u0416', 'koi8-u')):
    try:
        print(ascii(action()))
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)

# UTF-7
for text in ('Hi Mom -\u263a-!', 'A\u2262\u0391.', '\u65e5\u672c\u8a9e', '+', 'a+b-c', '\U0001f600x', '\u20ac-', '\u20aca', 'x\u20ac', '~\\'):
    data = text.encode('utf-7')
    print(data, data.decode('utf-7') == text)
for data in (b'+AGE-', b'+AGEAYg', b'a+\x80', b'+A', b'+AGEA', b'+!', b'\xff', b'+2D0-', b'+2D3cAA-x', b'+-+-', b'+AGF-z', b'+'):
    for errors in ('strict', 'replace', 'ignore'):
        try:
            print(data, errors, ascii(data.decode('utf-7', errors)))
        except UnicodeError as error:
            print(data, errors, error)
