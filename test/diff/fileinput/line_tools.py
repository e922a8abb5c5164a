"""Tools over the lines of many files: fileinput in place, with backups, compressed and encoded; linecache over changing files; errors."""
# difftest: no-wasi (files are replaced in ways that differ there)
import fileinput
import io
import linecache
import os
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for name, text in (('a.txt', 'one\ntwo\n'), ('b.txt', ''), ('c.txt', 'three\nfour'), ('d.txt', 'fünf\n')):
    with open(name, 'w', encoding='utf-8') as file:
        file.write(text)
with fileinput.input(['a.txt', 'b.txt', 'c.txt']) as lines:
    print(lines.filename(), lines.lineno())
    for line in lines:
        print(repr(line), fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), lines.fileno() > 0)
        if line == 'one\n':
            fileinput.nextfile()
print(lines.lineno(), lines.filename())
attempt('inactive', fileinput.lineno)
attempt('inactive', fileinput.filename)
attempt('inactive', fileinput.nextfile)
for line in fileinput.input('a.txt', inplace=True, backup='.bak'):
    print(f'{fileinput.filelineno()}: {line.upper()}', end='')
print(open('a.txt').read(), open('a.txt.bak').read(), os.path.exists('a.txt.bak'))
for line in fileinput.input(['c.txt'], inplace=True):
    if 'three' not in line:
        sys.stdout.write(line)
print(open('c.txt').read(), sorted(os.listdir()))
print(list(fileinput.FileInput(['d.txt'], encoding='utf-8')), list(fileinput.FileInput(['d.txt'], mode='rb')), list(fileinput.FileInput('d.txt', openhook=fileinput.hook_encoded('latin-1'))), list(fileinput.FileInput('d.txt', openhook=lambda name, mode: io.StringIO(f'{name} {mode}'))))
sys.stdin, saved = io.StringIO('from\nstandard input\n'), sys.stdin
with fileinput.input(['-', 'c.txt']) as lines:
    print([(line, lines.isstdin(), lines.filename()) for line in lines])
sys.stdin = saved
sys.argv[1:] = ['c.txt', 'd.txt']
print([line for line in fileinput.input(encoding='utf-8')])
fileinput.close()
for label, call in {'missing': lambda: list(fileinput.FileInput(['none'])), 'mode': lambda: fileinput.FileInput('a.txt', mode='w'), 'both': lambda: fileinput.FileInput('a.txt', inplace=True, openhook=open), 'hook': lambda: fileinput.FileInput('a.txt', openhook=5), 'binary encoding': lambda: fileinput.FileInput('a.txt', mode='rb', encoding='utf-8') and list(fileinput.FileInput('a.txt', mode='rb', encoding='utf-8')), 'fileno': lambda: fileinput.FileInput('a.txt').fileno(), 'readline': lambda: (lambda f: (f.readline(), f.readline(), f.lineno()))(fileinput.FileInput('a.txt')), 'pathlib': lambda: list(fileinput.FileInput(__import__('pathlib').Path('c.txt')))}.items():
    attempt(label, call)
fileinput.input('a.txt')
attempt('twice', lambda: fileinput.input('c.txt') and 'opened')
fileinput.close()

print(repr(linecache.getline('a.txt', 1)), repr(linecache.getline('a.txt', 2)), repr(linecache.getline('a.txt', 3)), repr(linecache.getline('a.txt', 0)), repr(linecache.getline('a.txt', -1)), repr(linecache.getline('none', 1)), repr(linecache.getline('c.txt', 1)))
with open('a.txt', 'w') as file:
    file.write('changed, and longer than before\n')
print(repr(linecache.getline('a.txt', 1)), linecache.checkcache('a.txt'), repr(linecache.getline('a.txt', 1)), len(linecache.getlines('d.txt')), 'a.txt' in linecache.cache)
os.remove('a.txt')
print(linecache.checkcache(), linecache.getline('a.txt', 1) == '', linecache.clearcache(), linecache.cache)
with open('bad.py', 'wb') as file:
    file.write(b'# -*- coding: latin-1 -*-\nx = "\xe9"\n')
print(ascii(linecache.getline('bad.py', 2)), linecache.updatecache('none.py'), linecache.lazycache('x', {}), linecache.lazycache('<x>', {'__name__': 'x'}))


def wc(*names):
    """Lines, words and characters of each file, and of all."""
    counts, name = {}, None
    with fileinput.input(names, encoding='utf-8') as lines:
        for line in lines:
            entry = counts.setdefault(lines.filename(), [0, 0, 0])
            entry[0] += 1
            entry[1] += len(line.split())
            entry[2] += len(line)
    counts['total'] = [sum(column) for column in zip(*counts.values())] if counts else [0, 0, 0]
    return counts


print(wc('c.txt', 'd.txt'), wc('b.txt'))
