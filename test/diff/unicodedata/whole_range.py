"""unicodedata: properties over the whole range summed up, normal forms, look-ups with aliases and sequences, ucd_3_2_0, defaults, errors."""
import collections
import hashlib
import sys
import unicodedata


def attempt(label, function, *args, **kwargs):
    try:
        print(label, ascii(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))


def digest(function, characters):
    return hashlib.md5('\n'.join(str(function(c)) for c in characters).encode()).hexdigest()


SOME = [chr(n) for n in range(0, sys.maxunicode + 1, 3) if not 0x20000 < n < 0xE0000 and not 0xF0010 < n]
PAGES = [chr(n) for n in range(0x3000)]
print(unicodedata.unidata_version, unicodedata.ucd_3_2_0.unidata_version, type(unicodedata.ucd_3_2_0))
for name in ('category', 'bidirectional', 'combining', 'mirrored', 'east_asian_width', 'decomposition'):
    print(name, digest(getattr(unicodedata, name), SOME), digest(getattr(unicodedata.ucd_3_2_0, name), PAGES))
for name in ('decimal', 'digit', 'numeric'):
    print(name, digest(lambda c: getattr(unicodedata, name)(c, None), SOME), digest(lambda c: getattr(unicodedata.ucd_3_2_0, name)(c, -1), PAGES))
print(digest(lambda c: unicodedata.name(c, '-'), SOME), digest(lambda c: unicodedata.ucd_3_2_0.name(c, '-'), PAGES))
print(collections.Counter(map(unicodedata.category, PAGES)).most_common(5))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, digest(lambda c: ascii(unicodedata.normalize(form, c)), PAGES), digest(lambda c: unicodedata.is_normalized(form, c), SOME[::5]), digest(lambda c: ascii(unicodedata.ucd_3_2_0.normalize(form, c)), PAGES[::3]))
for text in ('', 'abc', '\u1e9b\u0323', 'e\u0301\u0327', '\uac00\u11a8', '\u1100\u1161\u11a8', '\ufb01', '\u2126', '\u0958', '\U0001d15e', '\u0344', 'a\u0315\u0300\u05ae\u0300\u0062', '\u2460', '\uff76\uff9e', '\u3300', '\u00bd', '\u1fef'):
    print(ascii(text), [ascii(unicodedata.normalize(form, text)) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')], [unicodedata.is_normalized(form, text) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')])
long = 'e\u0301' * 1000 + '\u0300' * 50
print(len(unicodedata.normalize('NFC', long)), len(unicodedata.normalize('NFD', unicodedata.normalize('NFC', long))))
for name in ('LATIN SMALL LETTER A', 'latin small letter a', 'HANGUL SYLLABLE GAG', 'hangul syllable gag', 'CJK UNIFIED IDEOGRAPH-4E00', 'CJK UNIFIED IDEOGRAPH-4e00', 'NULL', 'LINE FEED', 'BELL', 'ALERT', 'LATIN SMALL LETTER R WITH TILDE', 'LATIN CAPITAL LETTER GHA', 'KEYCAP DIGIT ONE',
             'no such name', '', 'CJK UNIFIED IDEOGRAPH-ABCD1', 'HANGUL SYLLABLE X', 'SPACE ', 'LATIN CAPITAL LETTER OI', 'GREEK SMALL LETTER FINAL SIGMA', 'TANGUT IDEOGRAPH-17000', 'x' * 300):
    attempt(name[:40], unicodedata.lookup, name)
for character in ('a', '\0', '\ue000', '\ud800', '\U0010ffff', '\u4e00', '\uac01', '\u0149', '\U0001f600', '\u2fff', '\U00013000', '\uf900', '\U00017000'):
    attempt(ascii(character), unicodedata.name, character)
for character in ('5', '\u0665', '\u00b2', '\u00bd', '\u4e94', '\u2167', 'a', '\U0001d7d7', '\u0bf0', '\u3289', '\U00010107', '\u96f6'):
    print(ascii(character), [getattr(unicodedata, name)(character, None) for name in ('decimal', 'digit', 'numeric')])
for name in ('decimal', 'digit', 'numeric', 'name'):
    attempt(name, getattr(unicodedata, name), '\ue000')
    attempt(name, getattr(unicodedata, name), '\ue000', 'default')
    attempt(name, getattr(unicodedata, name), 'ab')
    attempt(name, getattr(unicodedata, name), '')
    attempt(name, getattr(unicodedata, name), 5)
    attempt(name, getattr(unicodedata, name))
    attempt(name, getattr(unicodedata, name), 'a', 1, 2)
for name in ('category', 'bidirectional', 'combining', 'mirrored', 'east_asian_width', 'decomposition'):
    attempt(name, getattr(unicodedata, name), 'ab')
    attempt(name, getattr(unicodedata, name), b'a')
    attempt(name, getattr(unicodedata, name))
    attempt(name, getattr(unicodedata, name), chr=1)
attempt('lookup', unicodedata.lookup, b'SPACE')
attempt('lookup', unicodedata.lookup, 5)
attempt('form', unicodedata.normalize, 'NFX', 'a')
attempt('form', unicodedata.is_normalized, 'nfc', 'a')
attempt('form', unicodedata.normalize, 'NFC', b'a')
attempt('form', unicodedata.normalize, 'NFC')
attempt('form', unicodedata.normalize, 5, 'a')
attempt('ucd', lambda: unicodedata.UCD())
attempt('ucd', lambda: unicodedata.ucd_3_2_0.lookup('SNOWMAN'))
attempt('ucd', unicodedata.ucd_3_2_0.name, '\U0001f600')
print(unicodedata.ucd_3_2_0.bidirectional('\u0ce6'), unicodedata.bidirectional('\u0ce6'), repr(unicodedata.ucd_3_2_0.category('\u0221')), unicodedata.ucd_3_2_0.numeric('\uf96b', None))
