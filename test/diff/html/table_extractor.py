# What a scraper does with html.parser: a tree of elements, tables to rows, links, text, and the text escaped into HTML again.
import html
from html.entities import codepoint2name, html5, name2codepoint
from html.parser import HTMLParser

PAGE = '''<!DOCTYPE html>
<html lang=en><head><title>Prices &amp; more</title>
<style>td > p { color: red }</style><script>if (a < b && c) document.write("</td>");</script></head>
<body class='main page' data-x="&quot;1&quot; &lt; 2"><!-- a comment with <b>tags</b> -->
<h1>Prices<br>of <em>everything</em></h1>
<table border=0><tr><th>Item<th>Price</tr>
<tr><td>Tea &ndash; green</td><td align="right">3&#46;50&nbsp;&euro;</td></tr>
<tr><td>Caf&eacute; &copy &notit; &#x1F600;</td><td>7.25 &unknown; AT&T R&D</td></tr>
<tr><td><a href="/a?b=1&c=2&copy=3">first</a> <A HREF='#frag'>second</A><a name=x>no link</a></td><td><img src=x.png alt="a > b" disabled/></td></tr>
</table>
<p>Unclosed <b>bold <i>both</b> wrong</i>
<?php echo "x"; ?><![CDATA[ data ]]><!ELEMENT br EMPTY>
<textarea>1 < 2 & 3</textarea> 5 < 6 & 7 > 2 <3 </ p> </> <>
</body></html>'''
VOID = {'br', 'img', 'hr', 'input', 'meta'}


class Element:
    def __init__(self, tag, attributes=()):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def find(self, tag):
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag:
                    yield child
                yield from child.find(tag)

    @property
    def text(self):
        return ''.join(child if isinstance(child, str) else child.text for child in self.children)

    def write(self, depth=0):
        attributes = ''.join(f' {name}' if value is None else f' {name}="{html.escape(value)}"' for name, value in self.attributes.items())
        yield '  ' * depth + f'<{self.tag}{attributes}>'
        for child in self.children:
            if isinstance(child, str):
                if child.strip():
                    yield '  ' * (depth + 1) + html.escape(child.strip(), quote=False)
            else:
                yield from child.write(depth + 1)


class Builder(HTMLParser):
    def __init__(self, **named):
        super().__init__(**named)
        self.root = Element('#root')
        self.stack = [self.root]

    def handle_starttag(self, tag, attrs):
        if tag in ('tr', 'td', 'th'):
            while self.stack[-1].tag in {'tr': ('td', 'th', 'tr'), 'td': ('td', 'th'), 'th': ('td', 'th')}[tag]:
                self.stack.pop()
        element = Element(tag, attrs)
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag):
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return
        print('  unmatched end', tag, 'at', self.getpos())

    def handle_data(self, data):
        self.stack[-1].children.append(data)

    def handle_entityref(self, name):
        print('  entity', name)
        self.stack[-1].children.append(html.unescape(f'&{name};'))

    def handle_charref(self, name):
        print('  character', name)
        self.stack[-1].children.append(html.unescape(f'&#{name};'))

    def handle_pi(self, data):
        print('  instruction', data)

    def unknown_decl(self, data):
        print('  declaration', data)


def parse(text, step=None, **named):
    builder = Builder(**named)
    for start in range(0, len(text), step or len(text)):
        builder.feed(text[start:start + (step or len(text))])
    builder.close()
    return builder.root


for converting in (True, False):
    root = parse(PAGE, convert_charrefs=converting)
    for table in root.find('table'):
        for row in table.find('tr'):
            print([cell.text for child in ('th', 'td') for cell in row.find(child)])
    print([(link.attributes.get('href'), link.text) for link in root.find('a')], [image.attributes for image in root.find('img')], next(root.find('title')).text, [element.text for tag in ('style', 'script', 'textarea') for element in root.find(tag)])
print('\n'.join(root.write()))
whole = list(parse(PAGE).write())
for step in (1, 7, 64):
    print(step, list(parse(PAGE, step).write()) == whole)
for text in ('&amp', '&ampx;', '&#0;', '&#128;', '&#xD800;', '&#1114112;', '&#x;', '&#;', '&', '&;', '&notin;', '&notinva;', '&#65', '&#x41g', '&NotEqualTilde;', '&ThickSpace;', '&lt&gt', '&#1;', '&#11;', '&#64976;'):
    print(text, ascii(html.unescape(text)), end='; ')
print()
print(html.escape('<a href="x">\'&amp;\''), html.escape('"\'', quote=False), len(html5), html5['amp'], html5['gt;'], name2codepoint['euro'], codepoint2name[233], max(html5, key=len), sum(map(len, html5.values())))
