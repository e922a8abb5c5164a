# textwrap: wrap, fill, shorten, dedent, indent, every option of TextWrapper.
import textwrap

TEXT = ("The quick brown fox jumped over the lazy dog.  It was a well-known, hyper-text-markup--like "
        "story! Averyveryverylongwordindeed\tand a tab.\n\nSecond paragraph, e.g. one (with parens) and 'quotes'... end.")


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


for width in (5, 10, 20, 40, 70, 200):
    print(width, textwrap.wrap(TEXT, width))
    print(textwrap.fill(TEXT, width))
for options in ({'break_long_words': False}, {'break_on_hyphens': False}, {'expand_tabs': False}, {'tabsize': 2},
                {'replace_whitespace': False}, {'drop_whitespace': False}, {'fix_sentence_endings': True},
                {'initial_indent': '* ', 'subsequent_indent': '  '}, {'max_lines': 2}, {'max_lines': 1, 'placeholder': '~'},
                {'max_lines': 3, 'placeholder': ' and so on', 'break_long_words': False}, {'drop_whitespace': False, 'max_lines': 2}):
    print(options, attempt(textwrap.wrap, TEXT, 18, **options))
for width in (0, -1, 1):
    print(attempt(textwrap.wrap, 'hello you', width), attempt(textwrap.wrap, 'hello', width, max_lines=1))
print(attempt(textwrap.wrap, 'x', 3, max_lines=1, placeholder='......'), attempt(textwrap.wrap, ''), attempt(textwrap.fill, ''),
      attempt(textwrap.wrap, '   '), attempt(textwrap.wrap, 5))
print('shorten')
for width in (5, 8, 11, 12, 20, 100):
    print(attempt(textwrap.shorten, 'Hello  world, how\nare you?', width), attempt(textwrap.shorten, 'Hello world', width, placeholder='...'))
print('dedent')
for text in ('  a\n    b\n  c', '\ta\n\t b', '  a\n\tb', '   \n  x\n\n  y\n', 'a\n b', '', '  ', '\n', '    hello\n      world\n\n    end\n   ',
             '\n        def f():\n            return 1\n        '):
    print(repr(textwrap.dedent(text)))
print(attempt(textwrap.dedent, None))
print('indent')
for text in ('a\nb\n', 'a\n\n  \nb', '', '\n', 'x\r\ny'):
    print(repr(textwrap.indent(text, '> ')), repr(textwrap.indent(text, '+', lambda line: True)), repr(textwrap.indent(text, '-', predicate=lambda s: 'a' in s)))
wrapper = textwrap.TextWrapper(width=30, initial_indent='- ', subsequent_indent='  ')
print(wrapper.wrap(TEXT))
wrapper.width = 15
print(wrapper.fill(TEXT), wrapper.wordsep_re.pattern[:10])


class Shouting(textwrap.TextWrapper):
    def _split(self, text):
        return [chunk.upper() for chunk in super()._split(text)]


print(Shouting(width=12).wrap('some words here-and there'))
print(textwrap.fill('\u65e5\u672c\u8a9e \u00e9t\u00e9 ' * 5, 12))
