# html.parser: events for well-formed and broken text, places, CDATA of script and style, references; escape and unescape.
import html
import html.parser


class Events(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_startendtag(self, tag, attrs):
        print('startend', tag, attrs)

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, decl):
        print('decl', repr(decl))

    def handle_pi(self, data):
        print('pi', repr(data))

    def unknown_decl(self, data):
        print('unknown', repr(data))

    def handle_entityref(self, name):
        print('entity', name)

    def handle_charref(self, name):
        print('char', name)


def feed(*texts, **options):
    parser = Events(**options)
    for text in texts:
        parser.feed(text)
    parser.close()


feed('<!DOCTYPE html>\n<p class="a b" ID=x checked data-x=\'1 &amp; 2\'>Hi &lt;&eacute;&#65;&#x42;&nope; &amp</p><br/><IMG src=a/>')
feed('<script>if (a < b && "</p>") {}</script><style>p > a {}</style><!-- c -- c --><![CDATA[x]]><?php echo ?>')
feed('a &lt; b &#233; &copy', '; &co', 'py;', convert_charrefs=False)
feed('<a href="x', 'y">te', 'xt</', 'a>tail <')
feed('<', '<>', '</>', '</ p>', '< p>', '<p', '<!x>', '<!>', '<p <b>', '<p a==b c=>', '<p a="b"c=d>', '&', '&#', '&#x', '&;')
feed('<textarea><b></textarea><title>&amp;</title><p/ x><br / >')
parser = Events()
parser.feed('<a>unfinished <b')
print(repr(parser.rawdata))
parser.reset()
print(repr(parser.rawdata), parser.getpos(), parser.CDATA_CONTENT_ELEMENTS)
print(html.escape('<a href="x">\'&</a>'), html.escape('<"\'>', quote=False))
for text in ('&lt;&gt', '&amp;amp;', '&notit;', '&notin;', '&#128;', '&#0;', '&#x110000;', '&#xD800;', '&#11;', '&#65', '&#x41g', '&;', '&#;',
             '&eacute', '&Eacute;x', '&unknown;', '&amp &ampx', '&NotEqualTilde;', '&#38;lt;', '&#1;'):
    print(text, ascii(html.unescape(text)))
