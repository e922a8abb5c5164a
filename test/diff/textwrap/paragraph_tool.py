# textwrap as a formatter of plain-text documents uses it: paragraphs, bullets, quotes, columns, help pages.
import textwrap

TEXT = '''
    The compiler reads a program, checks it, and turns it into a graph.  Passes
    walk over the graph one after the other; each leaves it a little simpler.

      * A first item, long enough to be wrapped when the page is narrow, as pages are.
      * A second item.
      * A third item with a-very-long-hyphenated-compound-that-may-be-broken and https://example.org/a/very/long/address/that/is/not.

    > Quoted text that belongs to somebody else, and that is wrapped with its
    > mark in front of every line.

    Last paragraph\twith\ttabs and   runs   of    spaces.
'''


def blocks(text):
    block = []
    for line in textwrap.dedent(text).strip('\n').splitlines():
        if not line.strip():
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block


def wrap_block(block, width):
    first = block[0].lstrip()
    if first.startswith('* '):
        items = []
        for line in block:
            if line.lstrip().startswith('* '):
                items.append(line.lstrip()[2:])
            else:
                items[-1] += ' ' + line.strip()
        for item in items:
            yield from textwrap.wrap(item, width, initial_indent='  - ', subsequent_indent='    ')
    elif first.startswith('> '):
        quoted = ' '.join(line.lstrip()[2:] for line in block)
        yield from textwrap.wrap(quoted, width, initial_indent='| ', subsequent_indent='| ')
    else:
        yield from textwrap.wrap(' '.join(block), width, fix_sentence_endings=True)


def render(text, width):
    for number, block in enumerate(blocks(text)):
        if number:
            yield ''
        yield from wrap_block(block, width)


for width in (72, 40, 24):
    lines = list(render(TEXT, width))
    print(f'--- {width}: {len(lines)} lines, longest {max(map(len, lines))}')
    print('\n'.join(lines))

OPTIONS = [('-o FILE', 'write the result to FILE instead of the default name, which is the name of the source without its ending'),
           ('--target=NAME', 'make code for NAME'),
           ('-h', ''),
           ('--a-very-long-option=WITH-A-VALUE', 'whose text starts on a line of its own since the option takes the room')]


def help_page(options, column=18, width=60):
    for option, text in options:
        lines = textwrap.wrap(text, width - column) or ['']
        if len(option) + 2 > column:
            yield option
        else:
            yield f'{option:<{column}}{lines.pop(0)}'.rstrip()
        for line in lines:
            yield ' ' * column + line


print('\n'.join(help_page(OPTIONS)))


def columns(texts, width, gap=3):
    each = (width - gap * (len(texts) - 1)) // len(texts)
    wrapped = [textwrap.wrap(text, each) for text in texts]
    for row in range(max(map(len, wrapped))):
        cells = [lines[row] if row < len(lines) else '' for lines in wrapped]
        yield (' ' * gap).join(cell.ljust(each) for cell in cells).rstrip()


print('\n'.join(columns(['left column, short', 'the middle column has a good deal more to say than the others', 'right: e.g. numbers 1, 2, 3 and em--dashes'], 54)))
print(textwrap.shorten('The compiler reads   a program,\n checks it, and turns it into a graph.', 40))
print(textwrap.shorten('Hello  world!', width=11), textwrap.shorten('Hello world', width=10, placeholder='...'), textwrap.shorten('Hello world', width=5, placeholder=''), [textwrap.shorten('Hello world', width=7)])
print(textwrap.indent('one\n\n  two\n \nthree', '# '), textwrap.indent('one\n\ntwo\n', '+', lambda line: True), sep='\n')
print(repr(textwrap.dedent('   a\n\tb\n')), repr(textwrap.dedent('  a\n   b\n\n  \n  c')), repr(textwrap.dedent('\n\t\tx\n\t\t  y\n\t\t\n')))
