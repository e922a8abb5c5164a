# Text made comparable: slugs, search keys without accents, caseless matching by normal forms, widths in columns, scripts by name.
import unicodedata as u
from itertools import groupby


def slug(text):
    text = u.normalize('NFKD', text.casefold())
    kept = ''.join(c if u.category(c)[0] in 'LN' and c.isascii() else ' ' if u.category(c)[0] in 'ZPSC' else '' for c in text)
    return '-'.join(kept.split())


TITLES = ['Crème Brûlée à la carte', 'Straße & Weg', 'ﬁnal ﬀort — №5', 'Ⅷ. Ünïcödé²', '  Tabs\tand\u00a0spaces  ', 'İstanbul I ı', 'Ελληνικά text', '½ ¼ ① ㎏', 'e\u0301 \u00e9', 'x\u200by\ufeffz', '日本語', '']
for title in TITLES:
    print(ascii(title), slug(title), ascii(u.normalize('NFKC', title)))


def key(text):
    return u.normalize('NFD', u.normalize('NFD', text).casefold())


PAIRS = [('Å', 'A\u030a'), ('\u212b', 'å'), ('ß', 'SS'), ('ﬃ', 'FFI'), ('q\u0307\u0323', 'q\u0323\u0307'), ('가', '\u1100\u1161'), ('각', '가\u11a8'), ('Σ', 'ς'), ('K', '\u212a'), ('ΐ', 'Ϊ́'), ('İ', 'i̇'), ('a', 'ä')]
for left, right in PAIRS:
    print(ascii(left), ascii(right), left == right, left.casefold() == right.casefold(), key(left) == key(right), [[u.is_normalized(form, text) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')] for text in (left, right)])


def width(text):
    return sum(0 if u.combining(c) or u.category(c) in ('Cf', 'Me', 'Mn') else 2 if u.east_asian_width(c) in 'WF' else 1 for c in text)


for text in ('plain', 'naïve', 'nai\u0308ve', '日本語テキスト', 'ﾊﾝｶｸ', '한국어', 'ｆｕｌｌ', '🎉 party', 'a\u200bb', '±×÷'):
    print(f'{ascii(text):<44}|{" " * (16 - width(text))}{text}|{width(text)}')


def script(c):
    return u.name(c, 'UNNAMED').split(' ')[0] if c.isalpha() else u.category(c)


def runs(text):
    return [(name, ''.join(group)) for name, group in groupby(text, script)]


for text in ('Hello Мир', 'αβγ123', 'あア亜', 'العربية שלום', 'mixed ｗｉｄｅ', '\ue000\U0010fffd'):
    print([(name, ascii(part)) for name, part in runs(text)])
print([u.lookup(name) for name in ('GREEK SMALL LETTER ALPHA', 'snowman', 'Latin Small Letter E With Acute', 'CJK UNIFIED IDEOGRAPH-4E2D', 'HANGUL SYLLABLE GAG')])
for name in ('NULL', 'NO SUCH', '', 'CJK UNIFIED IDEOGRAPH-4', 'HANGUL SYLLABLE ZZZ', 'LATIN SMALL LETTER A ', 'KEYCAP DIGIT ONE', 'LATIN SMALL LETTER A WITH MACRON AND GRAVE', 'LINE FEED', 'BELL', 'CJK UNIFIED IDEOGRAPH-0041'):
    try:
        print(name, ascii(u.lookup(name)))
    except KeyError as error:
        print(name, error)


def number(text):
    total = 0
    for c in text:
        value = u.decimal(c, None)
        if value is None:
            return u.numeric(c, None) if len(text) == 1 else None
        total = total * 10 + value
    return total


for text in ('42', '٤٢', '४२', '²', '½', '一', '௧', 'Ⅻ', '③', 'x', '𝟗𝟗', '〇', '١2'):
    print(ascii(text), number(text), text.isdecimal(), text.isdigit(), text.isnumeric(), [u.digit(c, None) for c in text])
print([u.bidirectional(c) for c in 'a1א،+\u202e\u0660 \n'], [u.mirrored(c) for c in '(<«a∑'], [u.decomposition(c) for c in 'é½ﬁ²Å가a'], [u.combining(c) for c in 'a\u0301\u0323\u093c\u3099'])
long = 'e\u0301\u0323' * 50 + '\uac00\u11a8' * 20
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    text = u.normalize(form, long)
    print(form, len(text), ascii(text[:4]), ascii(text[-2:]), u.is_normalized(form, text), u.is_normalized(form, long), u.normalize(form, text) is text or u.normalize(form, text) == text)
print(u.unidata_version, u.ucd_3_2_0.unidata_version, u.ucd_3_2_0.category('\u0221'), u.category('\u0221'), u.ucd_3_2_0.name('a'), u.ucd_3_2_0.normalize('NFC', 'e\u0301') == 'é')
