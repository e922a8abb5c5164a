# textwrap: TextWrapper with each option, hyphens, long words, placeholders, indent and dedent at their edges.
import textwrap

text = ('This is a paragraph with some-hyphenated-words, a verylongwordthatdoesnotfitanywhere, tabs\tand  double  spaces. '
        'It ends here.  New sentence -- with dashes---and more. e.g. x\n\nnext para')
for width in (1, 8, 20, 40):
    for options in ({}, {'break_long_words': False}, {'break_on_hyphens': False}, {'fix_sentence_endings': True},
                    {'expand_tabs': False, 'replace_whitespace': False}, {'drop_whitespace': False},
                    {'initial_indent': '> ', 'subsequent_indent': '>> '} if width > 4 else {'tabsize': 2},
                    {'max_lines': 2, 'placeholder': ' ..'}):
        try:
            print(width, sorted(options), textwrap.wrap(text, width, **options))
        except ValueError as error:
            print(width, error)
print(textwrap.fill('aaa bbb ccc', 7), textwrap.shorten('  hello   big world ', 11), textwrap.shorten('hello world', 5),
      textwrap.shorten('Hello world', width=8, placeholder='...'))
for width, extra in ((0, {}), (-1, {}), (5, {'max_lines': 1, 'placeholder': 'too long..'}),
                     (3, {'initial_indent': '     ', 'max_lines': 1, 'placeholder': ''})):
    try:
        print(textwrap.wrap('some words', width, **extra))
    except ValueError as error:
        print(error)
print(repr(textwrap.dedent('  a\n    b\n\n  \n  c\n')), repr(textwrap.dedent('\ta\n  b')), repr(textwrap.dedent(' \n\t\n')),
      repr(textwrap.dedent('  a\n \t b\n')), repr(textwrap.dedent('')))
print(repr(textwrap.indent('a\n\n b\n  \nc', '+')), repr(textwrap.indent('a\n\nb', '-', lambda line: True)),
      repr(textwrap.indent('x\r\ny\x0bz\u2028w', '.')))
w = textwrap.TextWrapper(width=12, initial_indent='* ', subsequent_indent='  ')
print(w.fill('one two three four five'), w.wrap(''), w.width, w.tabsize, w.max_lines)
w.width = 30
w.max_lines = 1
print(w.wrap('one two three four five six seven'))
print(textwrap.wrap('a-b-c-d --foo-bar x-1 -n 5-6 caf\xe9-bar 1,000-2,000', 5))
print(textwrap.wrap('x' * 30 + ' ' + 'y' * 5, 10), textwrap.wrap('a\xa0b c\u2003d', 3))


class Loud(textwrap.TextWrapper):
    def _split(self, text):
        return [chunk.upper() for chunk in super()._split(text)]


print(Loud(width=9).wrap('quiet words here'))
