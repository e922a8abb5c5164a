# html, keyword, shlex, colorsys, reprlib: modules of a few functions.
import colorsys
import html
import html.entities
import html.parser
import io
import keyword
import reprlib
import shlex


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print('html')
for text in ('<a href="x">\'&\'</a>', '', '&amp;', '\u00e9<'):
    print(html.escape(text), html.escape(text, quote=False), html.unescape(html.escape(text)) == text)
for text in ('&lt;&gt;&amp;&quot;&#39;&#x27;&nbsp;', '&notit; &notin; &not', '&#0;&#x80;&#xd800;&#1114112;&#x10ffff;', '&unknown; &#; &#x; &',
             '&eacute&eacute;', '&#38;#38;', '&CounterClockwiseContourIntegral;', '&acE;', '&#xfdd0;&#1;', '&ampamp;', '&#X41;&#65 x'):
    print(ascii(html.unescape(text)))
print(len(html.entities.html5), html.entities.name2codepoint['eacute'], html.entities.codepoint2name[233], ascii(html.entities.entitydefs['eacute']),
      ascii(html.entities.html5['fjlig;']))


class Parser(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), ascii(self.get_starttag_text()))

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_startendtag(self, tag, attrs):
        print('startend', tag, attrs)

    def handle_data(self, data):
        print('data', ascii(data))

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


PAGE = '''<!DOCTYPE html>
<html><head><title>A &amp; B</title><script>if (a<b && c) { "</p>" }</script><style>p > a {}</style></head>
<body class="x y" id=z disabled data-q='a"b' title="&lt;&eacute;&#33;"><!-- a comment --><p>text &copy; &#169; &bogus; &#x41;
<br/><img src="a.png" alt=''/><?php echo 1 ?><![CDATA[ raw ]]><a href=x?a=1&b=2>link</A ></p>
<div <span>oops</div><p/>5 < 6 <3 </ > <!> trailing &am'''
for convert in (True, False):
    parser = Parser(convert_charrefs=convert)
    parser.feed(PAGE)
    parser.close()
parser = Parser()
for piece in ('<di', 'v cl', 'ass="a', 'b">he', 'llo &am', 'p; wor', 'ld</di', 'v>'):
    parser.feed(piece)
parser.close()
parser.reset()
parser.feed('<p>again')
parser.close()

print('keyword')
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword('async'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), keyword.iskeyword('x'))

print('shlex')
for text in ('a b "c d" \'e f\'', 'a\\ b c\\"d', '"a\\"b" \'c\\d\'', 'x="1 2" # comment', '', '  ', "it''s", '"unclosed', 'back\\', '\u00e9 \u00fc', "a'b'c"):
    print(repr(text), attempt(shlex.split, text), attempt(shlex.split, text, comments=True), attempt(shlex.split, text, posix=False))
for text in ('', 'a', 'a b', "it's", '$x', 'a/b-c_d.e', '\u00e9', 'a"b'):
    print(shlex.quote(text), end=' ')
print(shlex.join(['a', 'b c', "d'e", '']))
lexer = shlex.shlex('a = b+c; "d e" && f>g # no\nh', posix=True)
print(list(lexer))
print(list(shlex.shlex('a && b || c; d >> e | f (g)', punctuation_chars=True)), list(shlex.shlex("x='1'|y", posix=True, punctuation_chars='|')))
lexer = shlex.shlex('one two\nthree', infile='name')
print(lexer.get_token(), lexer.lineno, lexer.push_token('zero'), lexer.get_token(), lexer.get_token(), lexer.get_token(), lexer.lineno, repr(lexer.get_token()), lexer.eof)
lexer = shlex.shlex(io.StringIO('a-b c'))
lexer.wordchars += '-'
lexer.whitespace_split = False
print(list(lexer), lexer.error_leader('f', 3))

print('colorsys')
for triple in ((0, 0, 0), (1, 1, 1), (.2, .4, .6), (1, 0, 0), (.9, .1, .5)):
    print(colorsys.rgb_to_hsv(*triple), colorsys.rgb_to_hls(*triple), colorsys.rgb_to_yiq(*triple))
    print(colorsys.hsv_to_rgb(*triple), colorsys.hls_to_rgb(*triple), colorsys.yiq_to_rgb(*triple))

print('reprlib')
print(reprlib.repr('x' * 100), reprlib.repr(list(range(20))), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(10))),
      reprlib.repr(tuple(range(10))), reprlib.repr(10 ** 100), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr(frozenset([1])), reprlib.repr(()), reprlib.repr((1,)))
r = reprlib.Repr()
r.maxlist = 2
r.maxstring = 10
r.maxother = 12
r.maxlevel = 2
print(r.repr([1, 2, 3]), r.repr('abcdefghijklmnop'), r.repr(range(1000, 2000)), r.repr([[[1]]]), r.repr({'a': {'b': {'c': 1}}}))


class Node:
    def __init__(self, value):
        self.items = [value, self]

    @reprlib.recursive_repr('<...>')
    def __repr__(self):
        return f'Node({self.items!r})'


print(Node(3))


class Mine(reprlib.Repr):
    def repr_Node(self, obj, level):
        return 'NODE'

    def repr_int(self, x, level):
        return f'#{x}'


print(Mine().repr([Node(1), 5]))
import collections
import array
print(reprlib.repr(collections.deque(range(20))), reprlib.repr(array.array('i', range(20))), reprlib.aRepr.maxdict)
