"""shlex: posix and not, punctuation, comments, own character sets, source files, push_back, quote and join on hostile text, errors with their places."""
import io
import itertools
import shlex


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


TEXTS = ['', 'a b', "a 'b c' d", 'a "b c" d', 'a\\ b', "a'b'c", 'a"b"c', "'a", '"a', 'a\\', '"a\\"b"', "'a\\'b'", 'a#b', 'a #b c', '# only', 'a\nb', '""', "''", "a''b", '"\\$\\`\\\\"', 'x=y', 'a;b|c&&d', '(a)', 'a>>b', '~/x', '*.py', '@%+=', 'ä b', '"a\nb"', "a\\\nb", '\\"', "\\'", '"\'"', "'\"'", 'a\tb\rc', '$(x)', '`y`', '-o=v', '"a"b\'c\'d']
for text in TEXTS:
    attempt(repr(text), shlex.split, text)
    attempt('  not posix', shlex.split, text, posix=False)
    attempt('  comments', shlex.split, text, comments=True)
for text in ('a && b || c', 'a>>b', 'x;y&z', '~/a;"b;c"', "a|'b|c'", 'a --opt=v;b', '((a))', '>|<'):
    for characters in (True, False, '|', '&;'):
        lexer = shlex.shlex(text, posix=True, punctuation_chars=characters)
        attempt(f'{text} {characters}', list, lexer)
        print('  ', lexer.punctuation_chars, ''.join(sorted(set(lexer.wordchars) & set('~-./*?='))))
        lexer = shlex.shlex(text, posix=True, punctuation_chars=characters)
        lexer.whitespace_split = True
        attempt('  split', list, lexer)
attempt('assign', setattr, shlex.shlex('a'), 'punctuation_chars', 'x')
for text in ['', 'a', 'a b', "it's", '"', '$x', '~', 'a/b.c-d_e', 'é', '\n', "''", "a'b'c", '-', '%+,:=@^', '!', '\\', '\0']:
    print(repr(text), shlex.quote(text))
hostile = [''.join(letters) for letters in itertools.product("a '\"\\$", repeat=3)]
print(all(shlex.split(shlex.quote(text)) == [text] for text in hostile), shlex.split(shlex.join(hostile)) == hostile, shlex.join(['a b', 'c']), shlex.join([]), shlex.join(iter('xy')))
attempt('quote', shlex.quote, 5)
attempt('quote', shlex.quote, b'x')
attempt('quote', shlex.quote, None)
attempt('join', shlex.join, [1])
attempt('split', shlex.split, 5)

lexer = shlex.shlex('one two # comment\nthree "four\nfive" six', 'file.txt')
print(lexer.get_token(), lexer.lineno, lexer.get_token(), lexer.lineno, lexer.get_token(), lexer.lineno, lexer.get_token(), lexer.lineno, lexer.error_leader(), lexer.error_leader('other', 9), lexer.token, lexer.push_token('back'), lexer.get_token(), lexer.get_token(), repr(lexer.get_token()), lexer.eof == '')
lexer = shlex.shlex(io.StringIO('a.b c-d e:f'), posix=True)
lexer.wordchars += '.-'
lexer.whitespace += ':'
print(list(lexer), lexer.infile, lexer.eof, lexer.instream.read())
lexer = shlex.shlex("x %y% z", posix=True)
lexer.quotes, lexer.escape, lexer.commenters = '%', '', ''
print(list(lexer), iter(lexer) is lexer, lexer.debug, lexer.source)
with open('inner.sh', 'w') as file:
    file.write('inner words\n')
lexer = shlex.shlex('before\nsource "inner.sh"\nafter')
lexer.source = 'source'
print([(token, lexer.infile) for token in lexer])
lexer = shlex.shlex('top', 'main')
lexer.push_source('pushed text', 'other')
print(lexer.infile, lexer.get_token(), lexer.get_token(), lexer.get_token(), lexer.infile, lexer.pop_source() if lexer.filestack else 'no more')
for text in ('"unclosed', "a 'b\nc", 'end\\'):
    lexer = shlex.shlex(text, 'name', posix=True)
    attempt(repr(text), list, lexer)
    print(lexer.error_leader(), lexer.state, repr(lexer.token))
