import tomli

print(tomli.loads('''
title = "x"
[owner]
dob = 1979-05-27T07:32:00-08:00
points = [1, 2.5, 1e3, 0xff, 0o17, 0b11, inf]
[[list]]
a.b = "dotted"
text = """
many
lines"""
[[list]]
literal = 'no\\escape'
'''))
try:
    tomli.loads("a = \n")
except tomli.TOMLDecodeError as error:
    print(error)
