# The functions of unicodedata: arguments, errors, other names, normal forms, re patterns, error handlers.
import re
import unicodedata


def attempt(function, *args):
    try:
        return ascii(function(*args))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


u = unicodedata
FUNCTIONS = [u.category, u.bidirectional, u.combining, u.east_asian_width, u.mirrored, u.decimal, u.digit,
             u.numeric, u.decomposition, u.name]
for char in 'aZ5\u00bd\u0663\u00e9\u2460\u5146\uac01\u0301\u200f(\U0001f600\ufdfa\ud800\U000f0000':
    print(ascii(char), [attempt(function, char) for function in FUNCTIONS])
for value in ('', 'ab', 5, None, b'a', ['a']):
    print(repr(value), [attempt(function, value) for function in FUNCTIONS])
for function in (u.decimal, u.digit, u.numeric, u.name):
    print(attempt(function, '\x00', 'default'), attempt(function, '\x00', None), attempt(function),
          attempt(function, 'a', 1, 2))

print('lookup')
for name in ('LATIN SMALL LETTER A', 'latin small letter a with grave', 'Digit One', 'NULL', 'LF', 'BEL',
             'LATIN CAPITAL LETTER GHA', 'KEYCAP DIGIT ONE', 'LATIN SMALL LETTER R WITH TILDE', 'VS17',
             'CJK UNIFIED IDEOGRAPH-4E00', 'CJK UNIFIED IDEOGRAPH-2A6DF', 'CJK UNIFIED IDEOGRAPH-0041',
             'CJK COMPATIBILITY IDEOGRAPH-F900', 'HANGUL SYLLABLE GA', 'HANGUL SYLLABLE HIH',
             'HANGUL SYLLABLE', 'HANGUL SYLLABLE Q', 'SNOWMAN', 'SNOWMA', 'SNOWMAN ', ' SNOWMAN', '', 'a' * 300,
             'LETTER', 'SMALL LETTER A', 'FULLWIDTH SOLIDUS', 'no such thing', 'D\u00e9j\u00e0'):
    print(name[:40], attempt(u.lookup, name))
print(attempt(u.lookup, 5), attempt(u.lookup), attempt(u.lookup, 'a', 'b'))

print('normal forms')
TEXTS = ['', 'abc', 'caf\u00e9', 'cafe\u0301', '\ufb01n', '\u1e9b\u0323', '\u0344', '\uac00\u11a8', '\u1100\u1161\u11a8',
         'a\u0315\u0300\u05ae\u0300b', '\u212b', '\u2126', '\u2460\u00b2\u00bd', '\ufdfa', '\U0001d15e', '\u0958',
         '\ud55c\uae00', 'e\u0301\u0301', '\u0301e', '\u1100\u0300\u1161', '\u0b47\u0300\u0b3e', 'A\u030a', '\ud800']
for text in TEXTS:
    print(ascii(text), [(form, ascii(u.normalize(form, text)), u.is_normalized(form, text))
                        for form in ('NFC', 'NFD', 'NFKC', 'NFKD')])
for args in (('NFX', 'a'), ('NFX', ''), ('nfc', 'a'), (5, 'a'), ('NFC', 5), ('NFC',), ('NFC', 'a', 'b')):
    print(args, attempt(u.normalize, *args), attempt(u.is_normalized, *args))

print('old version')
o = u.ucd_3_2_0
print(u.unidata_version, o.unidata_version, type(o).__name__, u.UCD is type(o), attempt(u.UCD))
for char in 'a\u0221\u0370\u1e9e\uf951\U0002f868\u05ef':
    print(ascii(char), o.category(char), u.category(char), attempt(o.name, char), attempt(o.normalize, 'NFKC', char),
          attempt(o.decomposition, char), attempt(o.numeric, char, -1))
print(attempt(o.lookup, 'LATIN CAPITAL LETTER SHARP S'), attempt(o.lookup, 'LATIN SMALL LETTER A'),
      attempt(o.lookup, 'KEYCAP DIGIT ONE'))

print('elsewhere')
print(re.findall(r'\N{DIGIT ONE}+\N{EM DASH}', 'a11\N{EM DASH}b'), re.findall(r'[\N{SNOWMAN}x]', 'x\u2603y'))
for pattern in (r'\N{nothing}', r'\N', r'\N{', r'[\N{nothing}]', r'\N{}'):
    print(attempt(re.compile, pattern))
print('na\u00efve \u2603 \ue000 \U0001f600'.encode('ascii', 'namereplace'), '\u2603'.encode('latin-1', 'namereplace'))


def strip_accents(text):
    return ''.join(c for c in u.normalize('NFD', text) if not u.combining(c))


def slug(text):
    text = u.normalize('NFKD', text).encode('ascii', 'ignore').decode('ascii')
    return re.sub(r'[-\s]+', '-', re.sub(r'[^\w\s-]', '', text.lower())).strip('-_')


def width(text):
    return sum(2 if u.east_asian_width(c) in 'WF' else 0 if u.combining(c) else 1 for c in text)


print(strip_accents('\u00c0 la cr\u00e8me br\u00fbl\u00e9e, ma\u00f1ana, \u0141\u00f3d\u017a'), slug('H\u00e9llo,  W\u00f6rld! \ufb01ne'),
      width('\u65e5\u672c\u8a9e abc e\u0301'))
print(sum(int(u.digit(c)) for c in '\u0661\u0662\u0663'), u.numeric('\u2155') * 5, int('\u0967\u0968'))
