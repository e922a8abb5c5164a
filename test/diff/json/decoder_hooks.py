# json.loads: hooks, errors with their places, bytes in several encodings, JSONDecoder.raw_decode.
import decimal
import json

text = '{"a": [1, 2.50, -0, 1e3, {"b": null}], "c": true, "a": "again", "n": NaN, "i": [Infinity, -Infinity]}'
print(json.loads(text))
print(json.loads(text, object_pairs_hook=list))
print(json.loads('{"a": {"b": 1}, "c": {}}', object_hook=lambda d: ('obj', sorted(d))))
print(json.loads(text, parse_float=decimal.Decimal, parse_int=lambda s: 'i' + s, parse_constant=lambda s: 'c' + s))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: 1 / 0 if not d else 'hook', object_pairs_hook=tuple))
for source in (b'[1, "\xc3\xa9"]', '[1, "\u00e9"]'.encode('utf-16'), '[1, "\u00e9"]'.encode('utf-16-le'),
               '[1]'.encode('utf-32-be'), bytearray(b' [ ] '), b'\xef\xbb\xbf[2]'):
    print(json.loads(source))
errors = ['', ' ', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}",
          '"abc', '"a\\', '"a\\x"', '"\\u12"', '"\\ud800\\u"', '"a\nb"', '01', '1.', '.5', '-', '+1', '1e', 'nul', 'True',
          '[1] x', '[1][2]', '{"a" 1}', '[1 2]', '\ufeff[]', '"\t"', '[\n1,\n  2,\n  ?]', '{"k": 1 "l": 2}', '--1', '1 2', 'N']
for source in errors:
    try:
        print(repr(source), json.loads(source))
    except json.JSONDecodeError as error:
        print(repr(source), error, error.msg, error.pos, error.lineno, error.colno)
print(json.loads('"a\nb\t"', strict=False) == 'a\nb\t')
for source in (1, None, [], '[]'.encode('utf-7') + b'\xff'):
    try:
        print(json.loads(source))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1] tail'), decoder.raw_decode('xx"s"yy', 2))
for source, place in (('  1', 0), ('[1', 0), ('abc', 1), ('', 0)):
    try:
        print(decoder.raw_decode(source, place))
    except json.JSONDecodeError as error:
        print(error, error.doc == source)
print(json.loads('"\\ud83d\\ude00 \\u00e9 \\/ \\b\\f\\n\\r\\t"') == '\U0001f600 \xe9 / \b\f\n\r\t')
print(ascii(json.loads('"\\ud800 \\udc00\\ud800"')))
print(json.loads('123456789012345678901234567890'), json.loads('-0.0'), json.loads('1E+2'), json.loads('1e400'))
print(json.loads(' \t\n\r[ ] \n'), json.loads('"\\u0041\\u00E9"'))


class Money(json.JSONDecoder):
    def __init__(self, **options):
        super().__init__(parse_float=decimal.Decimal, **options)


print(json.loads('[1.10, 2]', cls=Money))
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError('m', 'a\nbc', 3))
