# difflib: SequenceMatcher, Differ, context and unified diffs, close matches, HtmlDiff, restore.
import difflib

A = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n'.splitlines(keepends=True)
B = 'one\ntwo!\nthree\n4\nfive\nseven\neight\nnine\nten\n'.splitlines(keepends=True)


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


m = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(m.ratio(), 3), m.quick_ratio(), m.real_quick_ratio(), m.get_matching_blocks(), m.get_opcodes())
print(list(m.get_grouped_opcodes(2)), m.find_longest_match(0, 29, 0, 38), m.find_longest_match())
m = difflib.SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd')
print(m.find_longest_match(0, 5, 0, 9), sorted(m.bjunk), m.bpopular, sorted(m.b2j.items()))
m.set_seqs('abxcd', 'abcd')
print(m.get_matching_blocks(), m.ratio())
for word in ('gaussian', 'x', 'ab'):
    m.set_seq1(word)
    print(m.ratio(), end=' ')
m.set_seq2('ab')
print(m.ratio())
m = difflib.SequenceMatcher(None, 'ab' * 150, 'ba' * 150)
print(m.ratio(), sorted(m.bpopular), difflib.SequenceMatcher(None, 'ab' * 150, 'ba' * 150, autojunk=False).ratio(),
      difflib.SequenceMatcher(None, [1, 2, (3,)], [2, (3,), 4]).get_opcodes())
print(''.join(difflib.unified_diff(A, B, 'before.txt', 'after.txt', '2020-01-01', '2020-01-02')))
print(''.join(difflib.unified_diff(A, B, n=0)), list(difflib.unified_diff(A, A)))
print('\n'.join(difflib.unified_diff(['a', 'b'], ['a', 'c'], 'x', 'y', lineterm='')))
print(''.join(difflib.context_diff(A, B, 'before', 'after')))
print(''.join(difflib.context_diff(A, B, n=1)))
delta = list(difflib.ndiff(A, B))
print(''.join(delta))
print(''.join(difflib.restore(delta, 1)) == ''.join(A), ''.join(difflib.restore(delta, 2)) == ''.join(B), attempt(list, difflib.restore(delta, 3)))
print(''.join(difflib.ndiff(['\tthe quick brown\n', 'same\n'], ['\tteh quick browns\n', 'same\n', 'ab\n'], charjunk=None)))
print('\n'.join(difflib.Differ().compare(['abcdefGhijkl', 'x'], ['abcdefghijkl', 'y'])))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', ['a']),
      difflib.get_close_matches('aple', ['apple', 'maple', 'ample'], n=2, cutoff=.5), attempt(difflib.get_close_matches, 'a', ['a'], 0),
      attempt(difflib.get_close_matches, 'a', ['a'], 3, 1.5))
print(difflib.IS_LINE_JUNK('\n'), difflib.IS_LINE_JUNK(' # '), difflib.IS_CHARACTER_JUNK(' '), difflib.IS_CHARACTER_JUNK('x'))
print(list(difflib.diff_bytes(difflib.unified_diff, [b'a\n', b'\xff\n'], [b'a\n', b'b\n'], b'x', b'y')), attempt(list, difflib.diff_bytes(difflib.unified_diff, ['a'], [b'b'])))
print(attempt(list, difflib.unified_diff([1], ['a'])), attempt(list, difflib.unified_diff('a', 'b', 5)))
html = difflib.HtmlDiff(wrapcolumn=20)
table = html.make_table(A, B, 'from', 'to', context=True, numlines=1)
print(table)
page = html.make_file(A, B)
print(len(page), page.count('diff_add'))
print(difflib.Match(1, 2, 3), difflib.SequenceMatcher(a='abc', b='bcd').get_matching_blocks()[0].size)
