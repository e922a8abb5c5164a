# string.Template: subclasses with other delimiters and patterns, get_identifiers, is_valid, errors.
import string

t = string.Template('$a ${b} $$ $c_d ${e}x $E')
print(t.substitute(a=1, b='two', c_d=None, e=[], E=0))
print(t.safe_substitute(a=1))
print(t.get_identifiers(), t.is_valid())
for text in ('$', 'a $', '${', '${a', '$1', '${1}', 'x\ny $-', '$ {a}', '${a b}', '$é'):
    bad = string.Template(text)
    print(repr(text), bad.is_valid(), repr(bad.safe_substitute(a=1)))
    try:
        print(bad.substitute(a=1))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
    try:
        print(bad.get_identifiers())
    except ValueError as error:
        print(error)


class Percent(string.Template):
    delimiter = '%'
    idpattern = r'[a-z]+\.[a-z]+'


print(Percent('%a.b %% %{c.d} %x %').safe_substitute({'a.b': 1, 'c.d': 2}))


class Braced(string.Template):
    braceidpattern = r'[0-9]+'
    flags = 0


print(Braced('$a ${0} ${12}').substitute({'a': 'A', '0': 'zero', '12': 'twelve'}))


class Angle(string.Template):
    pattern = r'''
    <(?:(?P<escaped><)|(?P<named>[a-z]+)>|(?P<braced>\{\})|(?P<invalid>))
    '''


print(Angle('<name> << <bad').safe_substitute(name='N'))
print(string.Template('$a').substitute({'a': 1}, a=2), string.Template('$self').substitute(self=3))
try:
    string.Template('$x').substitute({}, {})
except TypeError as error:
    print(error)
print(string.Template('$x $X').substitute(x=1, X=2), string.Template.delimiter, string.Template.idpattern)
print(string.Template('abc').template, string.capwords('  hello  wORLD x '), string.capwords('a-b-c', '-'))
try:
    string.Template('$missing').substitute()
except KeyError as error:
    print(repr(error))
