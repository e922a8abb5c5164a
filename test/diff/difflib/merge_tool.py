# A three-way merge, a patch applied from its unified form, and a report of similar names, on difflib.
import difflib
import re

BASE = '''def area(w, h):
    return w * h

def perimeter(w, h):
    return 2 * (w + h)

def main():
    print(area(2, 3))
    print(perimeter(2, 3))
'''
OURS = BASE.replace('w * h', 'abs(w * h)').replace('print(area(2, 3))', 'print("area", area(2, 3))') + '\nmain()\n'
THEIRS = BASE.replace('def perimeter', '# the way around\ndef perimeter').replace('print(area(2, 3))', 'print(area(4, 5))').replace('def main():', 'def main(args):')


def changes(base, other):
    return [(i1, i2, other[j1:j2]) for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, base, other, autojunk=False).get_opcodes() if tag != 'equal']


def merge(base, ours, theirs):
    base, ours, theirs = (text.splitlines(True) for text in (base, ours, theirs))
    left, right = changes(base, ours), changes(base, theirs)
    position = 0
    while left or right:
        if left and right and left[0][0] < max(right[0][1], right[0][0] + 1) and right[0][0] < max(left[0][1], left[0][0] + 1):
            (a1, a2, mine), (b1, b2, yours) = left.pop(0), right.pop(0)
            yield from base[position:min(a1, b1)]
            yield from ['<<<<<<< ours\n'] + mine + ['=======\n'] + yours + ['>>>>>>> theirs\n']
            position = max(a2, b2)
        else:
            side = left if not right or (left and left[0][0] <= right[0][0]) else right
            start, end, lines = side.pop(0)
            yield from base[position:start]
            yield from lines
            position = end
    yield from base[position:]


print(''.join(merge(BASE, OURS, THEIRS)))


def apply(lines, patch):
    patch = list(patch)
    result, position, at = [], 0, 0
    while at < len(patch):
        line = patch[at]
        at += 1
        header = re.match(r'@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@', line)
        if not header:
            continue
        start, count = int(header[1]), int(header[2] or 1)
        start -= count > 0
        result += lines[position:start]
        position = start
        while at < len(patch) and not patch[at].startswith('@@'):
            mark, text = patch[at][0], patch[at][1:]
            at += 1
            if mark in ' -':
                if lines[position] != text:
                    raise ValueError(f'line {position + 1}: {lines[position]!r} is not {text!r}')
                position += 1
            if mark in ' +':
                result.append(text)
    return result + lines[position:]


base, ours, theirs = (text.splitlines(True) for text in (BASE, OURS, THEIRS))
for other in (ours, theirs, [], base[::-1], base[2:5]):
    for context in (0, 1, 3, 100):
        patch = list(difflib.unified_diff(base, other, 'a', 'b', n=context))
        assert apply(base, patch) == other, (context, other)
patch = list(difflib.unified_diff(base, theirs, 'base.py', 'theirs.py', '2024-01-01', '2024-02-01'))
print(''.join(patch))
try:
    apply(ours, patch)
except ValueError as error:
    print('refused:', error)
print(''.join(difflib.context_diff(base, ours, 'base.py', 'ours.py', n=1)))
print(''.join(difflib.ndiff(base[:6], theirs[:7])))
WORDS = 'recieve receipt deceive perceive relieve believe belief relief retrieve achieve'.split()
for word in ('receive', 'beleive', 'retreive', 'xyz', ''):
    print(word, difflib.get_close_matches(word, WORDS), difflib.get_close_matches(word, WORDS, 1, 0.8), [(other, round(difflib.SequenceMatcher(None, word, other).ratio(), 3)) for other in WORDS[:4]])


def inline(old, new):
    pieces = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(lambda c: c == ' ', old, new).get_opcodes():
        pieces.append({'equal': f'{old[i1:i2]}', 'delete': f'[-{old[i1:i2]}-]', 'insert': f'{{+{new[j1:j2]}+}}', 'replace': f'[-{old[i1:i2]}-]{{+{new[j1:j2]}+}}'}[tag])
    return ''.join(pieces)


print(inline('The quick brown fox jumps over the lazy dog.', 'The slow brown fix leaps over a lazy dog!'))
print(inline('abcdef', 'abXdYef'), inline('', 'new'), inline('same', 'same'))
