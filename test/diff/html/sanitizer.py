# A sanitizer of HTML: allowed tags and attributes only, addresses checked, everything else escaped; parser's places and reset.
import html
from html.parser import HTMLParser

ALLOWED = {'p': (), 'b': (), 'i': (), 'a': ('href', 'title'), 'br': (), 'ul': (), 'li': (), 'code': (), 'img': ('src', 'alt')}
DROPPED = {'script', 'style'}


class Sanitizer(HTMLParser):
    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.output, self.open, self.dropped, self.log = [], [], 0, []

    def note(self, what):
        line, column = self.getpos()
        self.log.append(f'{line}:{column} {what}')

    def handle_starttag(self, tag, attrs):
        if tag in DROPPED:
            self.dropped += 1
            self.note(f'{tag} dropped')
        elif tag not in ALLOWED:
            self.note(f'{tag} is not allowed: {self.get_starttag_text()}')
            self.output.append(html.escape(self.get_starttag_text()))
        else:
            kept = [(name, value) for name, value in attrs if name in ALLOWED[tag] and self.is_safe(name, value)]
            for name, value in attrs:
                if (name, value) not in kept:
                    self.note(f'{tag} loses {name}={value!r}')
            self.output.append(f'<{tag}' + ''.join(f' {name}="{html.escape(value or "")}"' for name, value in kept) + '>')
            if tag not in ('br', 'img'):
                self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.note(f'{tag} is self-closing')
        super().handle_startendtag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in DROPPED:
            self.dropped -= 1
        elif tag in self.open:
            while True:
                last = self.open.pop()
                self.output.append(f'</{last}>')
                if last == tag:
                    break
                self.note(f'{last} closed for {tag}')
        else:
            self.note(f'stray end of {tag}')

    def handle_data(self, data):
        if not self.dropped:
            self.output.append(html.escape(data, quote=False))

    def handle_comment(self, data):
        self.note(f'comment {data!r}')

    @staticmethod
    def is_safe(name, value):
        value = (value or '').strip().lower()
        return name not in ('href', 'src') or value.startswith(('http://', 'https://', '/', '#')) or ':' not in value.split('/')[0]

    def finish(self):
        self.close()
        while self.open:
            self.output.append(f'</{self.open.pop()}>')
        return ''.join(self.output)


SAMPLES = ['<p>Hello <b>world</b></p>',
           '<p onclick="evil()">x<script>alert("<p>")</script>y</p>',
           '<a href="javascript:alert(1)" title=\'"q"\'>a</a><a href="/ok?a=1&amp;b=2">b</a>',
           '<ul><li>one<li>two</ul></i>',
           'a < b && c > d &lt;script&gt; &amp;amp; &#60;',
           '<img src=x onerror=alert(1)><IMG SRC="data:text/html,x" ALT="A&quot;B"/><br/>',
           '<p\nclass=x\n>line 2\n<weird attr>text</weird>\n<!-- hidden\n comment --><!---->',
           '<b><i><code>deep</b> after',
           '<scr<script>ipt>alert(1)</scr</script>ipt>',
           '<a href="x\ny" href=2 HREF>dup</a>', '<p <b>nested</p>', '<p/class=x/id=y>', '<p a="1"b=\'2\'c=3d>', '<p title=>', '<p =x>', '<', '<p', '<!', '<!-- open', '&#x3C;b&#x3E;', '<p>tail &am', '</p extra>', '<ａ>', '<b\u00a0x>']
for sample in SAMPLES:
    sanitizer = Sanitizer()
    sanitizer.feed(sample)
    print(repr(sanitizer.finish()), *sanitizer.log, sep='\n    ')


class Positions(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print(tag, self.getpos(), self.cdata_elem, repr(self.rawdata[:12]), end='; ')

    def handle_data(self, data):
        print(repr(data), self.getpos(), end='; ')


positions = Positions(convert_charrefs=False)
for piece in ('<a>x', 'y\n<b', '>', '<style>a{', '</sty', 'le>&am', 'p;&#6', '5;z'):
    positions.feed(piece)
    print('|', positions.getpos(), repr(positions.rawdata))
positions.reset()
print(positions.getpos(), positions.lasttag, positions.interesting.pattern, positions.convert_charrefs)
for call in (lambda: positions.feed(5), lambda: html.escape(5), lambda: html.unescape(b'&amp;'), lambda: HTMLParser(convert_charrefs=1).feed('<p>')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
