# difflib: matchers with junk, ratios, opcodes, ndiff, unified and context reports, restore, HtmlDiff, close matches, errors.
import difflib
import re

m = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(m.ratio(), 4), m.quick_ratio() >= m.ratio(), m.real_quick_ratio(), m.get_opcodes(), m.get_matching_blocks(), m.find_longest_match(), m.find_longest_match(3, 10, 5, 20))
m.set_seqs([1, 2, 3, 4], [2, 4, 1, 3])
print(m.get_opcodes(), m.ratio(), list(m.get_grouped_opcodes(1)))
m.set_seq1('abcd')
m.set_seq2('')
print(m.ratio(), m.get_opcodes(), m.bjunk, m.bpopular, m.b2j)
j = difflib.SequenceMatcher(lambda c: c in ' \t', 'a b  c', 'ab c\td', autojunk=False)
print(j.get_matching_blocks(), sorted(j.bjunk), j.ratio(), difflib.SequenceMatcher(a='x' * 300, b='x' * 300 + 'y').bpopular)
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', ['y']), difflib.get_close_matches('ab', ['ab', 'abc', 'abcd', 'b'], n=2, cutoff=0.5))
a = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n'.splitlines(True)
b = 'ore\ntree\nfour\nfive!\nsix\n seven\neight'.splitlines(True)
print(''.join(difflib.ndiff(a, b)))
delta = list(difflib.ndiff(a, b))
print(list(difflib.restore(delta, 1)) == a, list(difflib.restore(delta, 2)) == b)
for n in (0, 1, 3):
    print(''.join(difflib.unified_diff(a, b, 'from', 'to', 'd1', 'd2', n=n)), ''.join(difflib.context_diff(a, b, 'from', 'to', n=n)))
print(list(difflib.unified_diff(['x'], ['x'])), list(difflib.unified_diff([], ['a'], lineterm='')), list(difflib.context_diff(['a'], [], lineterm='')), list(difflib.unified_diff(list('abc'), list('abd'), lineterm='', n=1)))
print(list(difflib.diff_bytes(difflib.unified_diff, [b'a\xff'], [b'b'], b'f', b't', lineterm=b'')))
for call in (lambda: list(difflib.unified_diff([1], ['a'])), lambda: list(difflib.unified_diff([b'a'], [b'b'])), lambda: difflib.get_close_matches('a', [], 0), lambda: difflib.get_close_matches('a', [], cutoff=2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.diff_bytes(difflib.unified_diff, ['a'], [b'b'])), lambda: difflib.SequenceMatcher(None, [[]], [[]]).ratio(), lambda: list(difflib.unified_diff('a', 'b', 5))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
d = difflib.Differ(linejunk=difflib.IS_LINE_JUNK, charjunk=difflib.IS_CHARACTER_JUNK)
print(list(d.compare(['  1. Beautiful\n', '\n', 'x = 1\n'], ['  1. Beautifull\n', '#\n', 'x = 2\n'])), difflib.IS_LINE_JUNK(' # \n'), difflib.IS_LINE_JUNK('a'), difflib.IS_CHARACTER_JUNK('\t'))
h = difflib.HtmlDiff(tabsize=4, wrapcolumn=12)
table = h.make_table(['a\tb <x>', 'same', 'long line that wraps around'], ['a\tc <x>', 'same', 'long line that wraps'], 'F', 'T', context=True, numlines=1)
print(re.sub(r'difflib_chg_to\d+__', 'ID', table))
print(len(h.make_file(['a'], ['b'], charset='ascii')) > 1000, difflib.Match(1, 2, 3), difflib.SequenceMatcher[str])
