# SequenceMatcher on generated sequences: blocks, opcodes that rebuild, grouped opcodes, ratios, popular elements, junk, caches.
import difflib
import random
from difflib import SequenceMatcher

random.seed(1723)


def rebuild(a, b, opcodes):
    out = []
    for tag, i1, i2, j1, j2 in opcodes:
        out += a[i1:i2] if tag == 'equal' else b[j1:j2]
    return out


totals = {}
for round_number in range(60):
    size = random.randrange(1, 30)
    a = [random.choice('abcd ') for _ in range(size)]
    b = list(a)
    for _ in range(random.randrange(6)):
        place = random.randrange(len(b) + 1)
        random.choice((lambda: b.insert(place, random.choice('abx')), lambda: b and b.pop(place % len(b)), lambda: b.reverse(), lambda: b.extend(a[:place])))()
    for junk in (None, str.isspace):
        matcher = SequenceMatcher(junk, a, b)
        assert rebuild(a, b, matcher.get_opcodes()) == b
        blocks = matcher.get_matching_blocks()
        assert blocks[-1] == (len(a), len(b), 0) and all(a[i:i + n] == b[j:j + n] for i, j, n in blocks)
        assert matcher.ratio() <= matcher.quick_ratio() <= matcher.real_quick_ratio()
        key = junk is None, len(blocks)
        totals[key] = totals.get(key, 0) + 1
        if round_number % 15 == 0:
            print(''.join(a), '|', ''.join(b), [tuple(block) for block in blocks], round(matcher.ratio(), 6), round(matcher.quick_ratio(), 6), matcher.get_opcodes()[:2])
print(sorted(totals.items()))
lines = [f'line {n}' for n in range(40)]
changed = lines[:5] + ['new'] + lines[6:20] + lines[22:30] + ['x', 'y'] + lines[30:]
for context in (0, 1, 3, 10):
    matcher = SequenceMatcher(None, lines, changed)
    print(context, [[op[1:] for op in group] for group in matcher.get_grouped_opcodes(context)])
long = ['common'] * 150 + [f'rare {n}' for n in range(60)]
for automatic in (True, False):
    matcher = SequenceMatcher(a=long[::-1], b=long, autojunk=automatic)
    print(automatic, matcher.bpopular, matcher.bjunk, len(matcher.b2j), round(matcher.ratio(), 4), matcher.find_longest_match(0, 60, 0, 210), matcher.find_longest_match(alo=60, bhi=100))
matcher = SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd')
print(matcher.find_longest_match(0, 5, 0, 9), SequenceMatcher(None, ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9), matcher.find_longest_match(1, 3), matcher.find_longest_match(2, 2, 3, 9))
matcher.set_seq2('xx abc')
print(matcher.ratio(), matcher.matching_blocks, matcher.opcodes)
matcher.set_seq1('abc')
print(matcher.matching_blocks, matcher.opcodes, matcher.get_opcodes(), matcher.fullbcount, matcher.quick_ratio(), matcher.fullbcount)
match = matcher.find_longest_match()
print(match, match.a, match.size, match._replace(size=9), match._asdict(), tuple(match), type(match).__name__, match == (0, 3, 3))
for call in (lambda: SequenceMatcher(None, [[1]], [[1]]), lambda: SequenceMatcher(5, 'a', 'a').ratio(), lambda: SequenceMatcher(None, 5, 6), lambda: SequenceMatcher(None, 'a').ratio(), lambda: SequenceMatcher(isjunk=None, a='a', c='b'), lambda: difflib.get_close_matches('a', 5), lambda: difflib.get_close_matches('a', ['a'], cutoff=2), lambda: difflib.get_close_matches('a', ['a'], n=0), lambda: list(difflib.restore(['+ a', '- b', '  c', '? x'], 3)), lambda: list(difflib.restore(['+ a', '- b', '  c', '? x'], '1')), lambda: list(difflib.ndiff('a', 5)), lambda: list(difflib.unified_diff('ab', 'ac', fromfile=b'x')), lambda: list(difflib.diff_bytes(difflib.ndiff, ['a'], [b'b'])), lambda: list(difflib.diff_bytes(difflib.unified_diff, [b'a'], [b'b'], fromfile='x'))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for a, b in (([1, 2.0, 'x', None, (1,)], [1.0, 2, 'x', (1,), None]), (range(5), range(2, 8)), (b'bytes', b'byte'), ('', ''), ((), (1,))):
    matcher = SequenceMatcher(None, a, b)
    print(matcher.ratio(), matcher.get_opcodes(), [tuple(block) for block in matcher.get_matching_blocks()])
print(difflib.IS_CHARACTER_JUNK('\t'), difflib.IS_CHARACTER_JUNK('\n'), difflib.IS_CHARACTER_JUNK('x', 'x'), difflib.IS_LINE_JUNK('#\n'), difflib.IS_LINE_JUNK('  #x'), sorted(difflib.__all__))
