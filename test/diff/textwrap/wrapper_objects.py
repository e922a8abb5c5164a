# TextWrapper as an object: every attribute changed between uses, subclasses that replace the steps, errors.
import textwrap
from textwrap import TextWrapper

SAMPLE = "This is a sample -- with em-dashes, hy-phen-ated words, 'quotes', an ellipsis... and (parens). Also: a_very_long_identifier_that_does_not_fit! Yes? \"Sure.\"  End"
wrapper = TextWrapper(width=30)
print(sorted(vars(wrapper).items(), key=lambda item: item[0]))
for name, value in (('width', 20), ('initial_indent', '=> '), ('subsequent_indent', '....'), ('break_long_words', False), ('break_on_hyphens', False), ('fix_sentence_endings', True), ('max_lines', 4), ('placeholder', ' <more>'), ('max_lines', None), ('width', 12), ('break_long_words', True), ('initial_indent', ''), ('subsequent_indent', '')):
    setattr(wrapper, name, value)
    print(f'{name} = {value!r}')
    for line in wrapper.wrap(SAMPLE):
        print('  |' + line)
wrapper = TextWrapper(width=25, tabsize=4)
for expand, replace, drop in ((True, True, True), (False, True, True), (True, False, True), (False, False, False), (True, True, False)):
    wrapper.expand_tabs, wrapper.replace_whitespace, wrapper.drop_whitespace = expand, replace, drop
    print(expand, replace, drop, wrapper.wrap('  \tlead\tand\ttabs\nnew line\x0band\x0cothers   trailing   '), repr(wrapper.fill('a\n\nb')))


class Numbered(TextWrapper):
    def _split(self, text):
        chunks = super()._split(text)
        print('   chunks', chunks)
        return chunks

    def _wrap_chunks(self, chunks):
        return [f'{number:2} {line}' for number, line in enumerate(super()._wrap_chunks(chunks), 1)]


for text in ('one two-three four', 'em--dash and -option --long-option', 'x-y 1-2 a-1 -- ---', "it's a 'test-case'", 'Ünï-cödé wörds', 'a.b-c d/e-f', ''):
    print(repr(text), Numbered(width=10).wrap(text))


class Slashes(TextWrapper):
    def _split_chunks(self, text):
        return [piece for chunk in super()._split_chunks(text) for piece in chunk.replace('/', '/\0').split('\0')]


print(Slashes(width=14, break_long_words=False).wrap('see /usr/share/doc/python3/examples for more'))
print(TextWrapper(width=14, break_long_words=False).wrap('see /usr/share/doc/python3/examples for more'))
for named in ({'width': 0}, {'width': -3}, {'width': 5, 'max_lines': 1, 'placeholder': ' [....]'}, {'width': 7, 'max_lines': 1, 'placeholder': ' [...]', 'initial_indent': '###'}, {'width': '5'}, {'bogus': 1}, {'width': 3, 'initial_indent': '     '}, {'width': 10, 'max_lines': 0}, {'width': 10, 'max_lines': 2, 'subsequent_indent': '    '}):
    try:
        print(named, textwrap.wrap('some words to wrap here', **named))
    except Exception as error:
        print(named, type(error).__name__, error)
for call in (lambda: textwrap.wrap(None), lambda: textwrap.wrap(b'bytes'), lambda: textwrap.fill(5), lambda: textwrap.dedent(3), lambda: textwrap.indent('a', 5), lambda: textwrap.shorten('a b c', 3), lambda: textwrap.shorten('word', 4, placeholder='....... ')):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
print(TextWrapper.unicode_whitespace_trans == {ord(c): ord(' ') for c in '\t\n\x0b\x0c\r '}, TextWrapper.wordsep_re.flags, TextWrapper.wordsep_simple_re.pattern, TextWrapper.sentence_end_re.pattern, textwrap.__all__)
for text in ('Mr. Smith went. Home? "Yes." Etc. and so on! ok', 'one.  two. Three', 'A B. c'):
    print(textwrap.wrap(text, 100, fix_sentence_endings=True))
for width in range(1, 12):
    print(width, textwrap.wrap('ab-cd efghij kl', width), textwrap.wrap('ab-cd efghij kl', width, break_on_hyphens=False), textwrap.fill('α β\u00a0γ δ', width).split('\n'))
