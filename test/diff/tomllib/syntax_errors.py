# tomllib: what is refused, with the message and the place, form by form; and what looks wrong but is right.
# In the cases "|" is the end of a line, ^xx a control character, ~ three quotes.
import re
import tomllib

CASES = r'''a
a =
= 1
a = 1 b = 2
a = 1|a = 2
a.b = 1|a = 2
a = 1|a.b = 2
[a]|[a]
[a]|b = 1|[a.b]
[a.b]|[a]|c = 1
[a]|b.c = 1|[a.b]
[[a]]|[a]
[a]|[[a]]
a = []|[[a]]
a = {}|[a.b]
a = {b = 1}|a.c = 2
a = {b = 1,}
a = {b = 1|}
a = {b = 1, b = 2}
a = {b.c = 1, b = 2}
a = {
a = [1, 2
a = [1 2]
a = [,]
a = [1,,2]
a = "x
a = "x|y"
a = 'x
a = 'x|y'
a = """x
a = """x""""""
a = "\x"
a = "\u12"
a = "\ud800"
a = "\U00110000"
a = "^00"
a = "^7f"
a = '^01'
a = """^02"""
a = 01
a = 1__0
a = _1
a = 1_
a = 0x
a = 0xg
a = 0B1
a = +0x1
a = 1.
a = .5
a = 1.e5
a = 1e
a = 1.5_
a = Inf
a = +nan
a = True
a = tru
a = 1979-13-01
a = 1979-02-30
a = 1979-05-27T25:00:00
a = 24:00:00
a = 07:32
a = 1979-05-27T07:32
a = 1979-05-27 07:32:00+25:00
a = 1979-05-27T07:32:00.
a b = 1
a. = 1
.a = 1
a..b = 1
a . b . "c" = 1
"a|b" = 1
"""a""" = 1
a = 1 # ok
a = 1 # bad ^01
# bad ^7f
[a
[a]]
[[a]
[ a . b ]
[]
[a.]
[.a]
[a] b = 1
[ [a] ]
[[a]]|[[a.b]]|[a.b.c]|[[a.b]]|[a.b.c]
1 = 2|1.5 = 3
-_a = 1
é = 1
a = 1^0d|b = 2^0dc = 3
^feffa = 1
a = "tab^09here"
a^09=^091
^09 a = 1
a = 1 ^0b
a = 'it''s'
a = """a"b""c"""
a = ~a'b''c~
a = """\
   x \   |  y"""
a = """\ x"""
x = 1|[x.y]
[x.y]|[x]|y.z = 1
[x]|y.z = 1|y.w = 2
[x.y.z]|[x]|[x.y]
a = 9223372036854775808
a = -0
a = -0.0
a = 1e400
a = [{b = 1}]|[[a]]
a.b.c = 1|a.b.d = 2|a.e = 3|[a.f]
[a.b]|c = 1|[a]|b.d = 2'''
for case in CASES.split('\n'):
    text = re.sub(r'\^([0-9a-f]{2})', lambda mark: chr(int(mark[1], 16)), case.replace('^feff', '\ufeff').replace('|', '\n').replace('~', "'" * 3))
    try:
        print(ascii(text), '->', tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(ascii(text), '->', ascii(str(error)))
print(issubclass(tomllib.TOMLDecodeError, ValueError), tomllib.TOMLDecodeError.__module__, tomllib.__all__)
for depth in (10, 100):
    value = tomllib.loads('a = ' + '[' * depth + ']' * depth)['a']
    count = 0
    while value:
        value, count = value[0], count + 1
    print(depth, count, len(tomllib.loads('.'.join('k' * depth) + ' = 1')))
for position, text in enumerate(['ok = 1\n\nbad', 'first = "é"\nsecond = \U0001f600', 'a = """\nline\n\nline2 \\q"""', '[x]\na = 1\n[x]\n', '\n' * 5 + '?']):
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        print(position, error, error.args)
