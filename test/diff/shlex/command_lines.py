"""shlex: quoting, splitting, the lexer's settings one by one, included sources, positions in errors; and a small shell with getopt."""
import getopt
import io
import os
import shlex


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


TEXTS = ['', ' ', 'a b', 'a  "b c" d', "it's", "'a' b", 'a\\ b', '"a\\"b"', "'a\\'", 'a#b', '# all', 'a # b', '"', "a'b'c", '""', 'x=""y', 'a;b|c&&d>e', '\\', '"\\', "a\\\nb", '~/x *.py', 'é "ü ö"', '-a=5 --b="c d"', "$'x'", '`a b`', '"a\nb"', '{a,b}', 'a\tb\rc']
for text in TEXTS:
    attempt(repr(text), shlex.split, text)
    attempt('  comments', shlex.split, text, comments=True)
    attempt('  not posix', shlex.split, text, posix=False)
    try:
        print('  lexer', list(shlex.shlex(text)), list(shlex.shlex(text, posix=True)), list(shlex.shlex(text, punctuation_chars=True)))
    except ValueError as error:
        print('  lexer', error)
for text in ('', 'plain', 'a b', "it's", 'a"b', '$x', 'é', 'a\nb', '-x', 'a/b.c@d:e,f+g=h%i_j', '*', '~'):
    quoted = shlex.quote(text)
    print(repr(text), quoted, shlex.split(quoted) == [text])
print(shlex.join(['a', 'b c', '', "d'e"]), shlex.split(shlex.join(['a', 'b c', '', "d'e"])))
lexer = shlex.shlex('import "lib.conf"; name = value# comment\nother: {1.5}', infile='main.conf')
lexer.wordchars += '.'
lexer.commenters = '#'
tokens = []
for token in lexer:
    tokens.append((lexer.lineno, token))
print(tokens, lexer.error_leader(), lexer.error_leader('else', 7), lexer.eof, lexer.infile, lexer.lineno)
lexer = shlex.shlex('a b c')
print(lexer.get_token(), lexer.push_token('pushed'), lexer.get_token(), lexer.read_token(), next(lexer), lexer.get_token(), repr(lexer.eof))
lexer = shlex.shlex('a~b-c  d', posix=True, punctuation_chars='~')
print(list(lexer), lexer.punctuation_chars)
lexer = shlex.shlex('a b:c d', posix=True)
lexer.whitespace, lexer.whitespace_split = ':', True
print(list(lexer))
lexer = shlex.shlex("x 'y\"z' <q>", posix=True)
lexer.quotes, lexer.escape, lexer.escapedquotes = '"', '', ''
print(list(lexer) if False else lexer.get_token(), lexer.state, lexer.token)
with open('included', 'w') as file:
    file.write('from the file')
lexer = shlex.shlex('before source included after')
lexer.source = 'source'
print(list(lexer))
lexer = shlex.shlex(io.StringIO('one two'), infile='stream')
lexer.push_source(io.StringIO('zero'), 'inner')
print(list(lexer))
attempt('split', shlex.split, 5)
attempt('quote', shlex.quote, 5)
attempt('quote', shlex.quote, b'x')
attempt('join', shlex.join, [1])
attempt('punctuation', lambda: setattr(lexer, 'punctuation_chars', 'x'))


class Shell:
    """Commands with options by getopt, variables, and errors that are told."""

    def __init__(self):
        self.variables = {'HOME': '/home'}

    def run(self, line):
        try:
            words = shlex.split(line, comments=True)
            if not words:
                return None
            return getattr(self, 'do_' + words[0], self.unknown)(*words[1:])
        except (ValueError, getopt.GetoptError, TypeError) as error:
            return f'error: {error}'

    def unknown(self, *words):
        return 'no such command'

    def do_echo(self, *words):
        options, rest = getopt.getopt(words, 'nu', ['upper', 'repeat='])
        text = ' '.join(rest)
        for option, value in options:
            if option in ('-u', '--upper'):
                text = text.upper()
            if option == '--repeat':
                text *= int(value)
        return text

    def do_set(self, name, value):
        self.variables[name] = value
        return self.variables


shell = Shell()
for line in ('echo a "b  c"', 'echo -u x # no', 'echo --repeat 3 ab', 'echo --rep=2 x', 'echo -x', 'echo --repeat', 'echo --upper=1', 'set A "x y"', 'set A', 'nothing', '', '"open'):
    print(line, '=>', shell.run(line))
for arguments, short, long in ((['-a', '-b', 'v', 'x'], 'ab:', []), (['-abv'], 'ab:', []), (['x', '-a'], 'a', []), (['--', '-a'], 'a', []), (['-'], 'a', []), (['--al'], '', ['alpha', 'all']), (['--alp=5', '--all'], '', ['alpha=', 'all']), (['-b'], 'b:', []), (['--alpha'], '', ['alpha=']), (['--all=1'], '', ['all']), (['--no'], '', ['all']), (['--a'], '', ['all']), ([], '', []), (['-c'], 'ab', 'single')):
    attempt((arguments, short, long), getopt.getopt, arguments, short, long)
    attempt('   gnu', getopt.gnu_getopt, arguments, short, long)
print(getopt.gnu_getopt(['x', '-a', 'y'], '+a'), getopt.gnu_getopt(['x', '-a', 'y'], 'a'), getopt.error is getopt.GetoptError)
try:
    getopt.getopt(['-z'], 'a')
except getopt.GetoptError as error:
    print(error.msg, error.opt, str(error), error.args)
os.environ['POSIXLY_CORRECT'] = '1'
print(getopt.gnu_getopt(['x', '-a'], 'a'))
