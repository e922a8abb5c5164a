# difftest: no-wasi (temporary files with names need what WASI lacks)
"""shlex, string, tokenize, token, keyword, cmd, optparse, getopt, gettext, locale, codeop's kin: what works on text and command lines."""
import cmd
import colorsys
import fnmatch
import getopt
import gettext
import io
import keyword
import locale
import netrc
import optparse
import quopri
import reprlib
import rlcompleter
import shlex
import string
import stringprep
import struct
import sys
import tempfile
import textwrap
import token
import tokenize
import urllib.parse
import urllib.robotparser

import html.parser
import html.entities
import mimetypes
import ipaddress
import numbers
import os


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


# shlex
print(shlex.split("a 'b c' \"d \\\"e\\\"\" f\\ g # no comment"), shlex.split("a # comment", comments=True), shlex.split("a\\b 'c\\d'", posix=False))
print(shlex.quote("it's"), shlex.quote('safe-1.txt'), shlex.quote(''), shlex.join(['a', 'b c', "d'e"]))
attempt(lambda: shlex.split("a 'b"))
attempt(lambda: shlex.split('a\\'))
lexer = shlex.shlex('a && b || (c; d)>e "f g"', posix=True, punctuation_chars=True)
print(list(lexer), lexer.lineno)
lexer = shlex.shlex('name = value\nother: "x y" z', infile='file')
print([lexer.get_token() for i in range(4)], lexer.push_token('pushed'), lexer.get_token(), lexer.error_leader(), list(lexer))

# string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), string.printable[:3])
print(string.capwords('hello  wide\tworld'), string.capwords('a-b-c', '-'))
template = string.Template('$who likes ${what}, $$5 $missing')
attempt(lambda: template.substitute(who='I', what='it'))
print(template.safe_substitute(who='I', what='it'), template.get_identifiers(), template.is_valid(), string.Template('$').is_valid())
attempt(lambda: string.Template('$ x').substitute())


class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%a_b %c').safe_substitute(a_b=1))
formatter = string.Formatter()
print(formatter.format('{0} {a.real:>5} {b[k]!r} {{}}', 1, a=2, b={'k': 'v'}), list(formatter.parse('x{a!r:{w}}y{}')))
attempt(lambda: formatter.format('{x}'))
attempt(lambda: formatter.format('{} {0}', 1))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, '?') if isinstance(key, str) else super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)))


print(Default().format('{a} {b} {0}', 5, a=1))

# tokenize, token, keyword
source = 'def f(x: int = 0x1F) -> "str":\n    """doc"""\n    return f"{x!r:>{3}}" + b\'y\' if x else (\n        1.5e3j) # comment\n\nasync def g(): await x @ y\nx := 1\n'
for item in tokenize.generate_tokens(io.StringIO(source).readline):
    print(token.tok_name[item.type], tokenize.tok_name[item.exact_type], repr(item.string), item.start, item.end)
data = list(tokenize.tokenize(io.BytesIO('# -*- coding: latin-1 -*-\nä = 1\n'.encode('latin-1')).readline))
print(data[0], data[3].string, tokenize.untokenize(data))
print(tokenize.untokenize([(1, 'a'), (54, '='), (2, '3')]), tokenize.detect_encoding(io.BytesIO(b'\xef\xbb\xbfx').readline))
attempt(lambda: list(tokenize.generate_tokens(io.StringIO('x = (1,\n').readline)))
attempt(lambda: list(tokenize.generate_tokens(io.StringIO('if x:\n    a\n  b\n').readline)))
attempt(lambda: tokenize.detect_encoding(io.BytesIO(b'# coding: nope\n').readline))
print(keyword.iskeyword('async'), keyword.issoftkeyword('match'), len(keyword.kwlist), keyword.softkwlist)


# cmd
class Shell(cmd.Cmd):
    prompt = '> '
    intro = 'welcome'

    def do_add(self, line):
        """add numbers"""
        print(sum(map(int, line.split())))

    def do_quit(self, line):
        return True

    def help_other(self):
        print('about other')

    def complete_add(self, text, line, begin, end):
        return [word for word in ('one', 'two') if word.startswith(text)]

    def default(self, line):
        print('unknown', line)

    def precmd(self, line):
        return line.lower()

    def emptyline(self):
        print('empty')


shell = Shell(stdin=io.StringIO('ADD 1 2\n\nnope\nhelp\nhelp add\nhelp other\n? nothing\n!x\nquit\n'))
shell.use_rawinput = False
shell.cmdloop()
print(shell.onecmd('add 5'), shell.parseline('add 1 2'), shell.parseline('?x'), shell.completenames('a'), shell.completedefault('x'), shell.get_names()[:2] != [])
shell.columnize(['a', 'bb', 'ccc'] * 5, 20)

# optparse, getopt
parser = optparse.OptionParser(usage='%prog [options] arg', prog='prog', version='%prog 1.0', description='about ' * 15, epilog='end')
parser.add_option('-v', '--verbose', action='count', default=0, help='more output')
parser.add_option('-n', '--number', type='int', metavar='N', help='a number [default: %default]', default=3)
parser.add_option('--choice', type='choice', choices=['a', 'b'])
parser.add_option('-l', action='append', dest='items')
group = optparse.OptionGroup(parser, 'Group', 'grouped')
group.add_option('--flag', action='store_true', help=optparse.SUPPRESS_HELP)
group.add_option('--call', action='callback', callback=lambda option, opt, value, parser: print('called', opt, value), type='string', nargs=2)
parser.add_option_group(group)
options, rest = parser.parse_args(['-vv', '-n5', '--choice=a', '-l', 'x', '-ly', '--call', '1', '2', 'rest', '--flag', '--', '-z'])
print(vars(options), rest)
print(parser.format_help())
for bad in (['--nope'], ['-n', 'x'], ['--choice', 'c'], ['-n'], ['--ver=1']):
    try:
        with_error = io.StringIO()
        saved, sys.stderr = sys.stderr, with_error
        parser.parse_args(bad)
    except SystemExit as error:
        sys.stderr = saved
        print(error.code, with_error.getvalue().splitlines()[-1])
attempt(lambda: parser.add_option('-v'))
attempt(lambda: parser.add_option('-q', action='nope'))
print(getopt.getopt(['-a', '-b', '1', '--long=2', '--flag', 'rest', '-a'], 'ab:', ['long=', 'flag']), getopt.gnu_getopt(['x', '-a', 'y'], 'a'))
attempt(lambda: getopt.getopt(['-z'], 'a'))
attempt(lambda: getopt.getopt(['--fl'], '', ['flag', 'flog']))
attempt(lambda: getopt.getopt(['-b'], 'b:'))

# gettext
messages = {b'': b'Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n', b'hello': 'grüß'.encode(),
            b'%d file\x00%d files': b'%d Datei\x00%d Dateien', b'menu\x04open': 'öffnen'.encode()}
keys = sorted(messages)
start = 28 + 16 * len(keys)
ids = strings = b''
places = []
for key in keys:
    places.append((len(key), len(ids), len(messages[key]), len(strings)))
    ids += key + b'\0'
    strings += messages[key] + b'\0'
catalog = struct.pack('<7I', 0x950412de, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
catalog += b''.join(struct.pack('<2I', size, start + at) for size, at, _, _ in places)
catalog += b''.join(struct.pack('<2I', size, start + len(ids) + at) for _, _, size, at in places) + ids + strings
translations = gettext.GNUTranslations(io.BytesIO(catalog))
print(translations.gettext('hello'), translations.ngettext('%d file', '%d files', 2) % 2, translations.ngettext('%d file', '%d files', 1) % 1,
      translations.pgettext('menu', 'open'), translations.gettext('missing'), translations.info(), translations.charset())
translations.add_fallback(gettext.NullTranslations())
print(gettext.gettext('x'), gettext.ngettext('a', 'b', 3), gettext.translation('nope', fallback=True).gettext('y'), gettext.find('nope'))
attempt(lambda: gettext.translation('nope'))

# the rest
print(locale.localeconv()['decimal_point'], locale.format_string('%.2f %d', (1234.5, 1000), grouping=True), locale.str(1.5), locale.atof('2.5'), locale.normalize('de_DE'), locale.delocalize('1.5'))
print([round(value, 4) for value in colorsys.rgb_to_hsv(.2, .4, .6) + colorsys.hls_to_rgb(.1, .5, .7) + colorsys.rgb_to_yiq(1, .5, 0)])
print(quopri.encodestring(b'a=\xe4 \nb\t\n'), quopri.decodestring(b'a=3D=E4=\nb'), fnmatch.filter(['a.py', 'b.txt', '[x]'], '*.[!t]*'), fnmatch.translate('a?[!b]*'))
print(textwrap.fill('some long text ' * 5, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten('many words here', 10), repr(textwrap.dedent('  a\n   b\n')))
print(reprlib.repr(list(range(20))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(9)}), reprlib.Repr().repr([[[[[[[1]]]]]]]))
print(stringprep.in_table_a1('\u0221'), stringprep.map_table_b2('ß'), stringprep.in_table_d1('\u0627'))
with tempfile.NamedTemporaryFile('w', suffix='netrc') as file:
    file.write('machine host login me password "p w" account a\ndefault login anon password x\nmacdef init\ncd /\n\n')
    file.flush()
    rc = netrc.netrc(file.name)
    print(rc.authenticators('host'), rc.authenticators('other'), rc.macros)
robots = urllib.robotparser.RobotFileParser()
robots.parse('User-agent: *\nDisallow: /private\nAllow: /\nCrawl-delay: 3\nSitemap: http://x/s\n\nUser-agent: bad\nDisallow: /'.splitlines())
print(robots.can_fetch('me', '/private/x'), robots.can_fetch('me', '/x'), robots.can_fetch('bad', '/x'), robots.crawl_delay('me'), robots.site_maps())
print(mimetypes.guess_type('a.tar.gz'), mimetypes.guess_type('x.html?y'), mimetypes.guess_extension('image/png'), mimetypes.guess_all_extensions('text/plain')[:1])


class Parser(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('<', tag, attrs, self.getpos(), self.get_starttag_text())

    def handle_endtag(self, tag):
        print('>', tag)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', data)

    def handle_decl(self, decl):
        print('decl', decl)

    def handle_pi(self, data):
        print('pi', data)

    def handle_startendtag(self, tag, attrs):
        print('empty', tag, attrs)


parser = Parser()
parser.feed('<!DOCTYPE html><p class="a&amp;b" id=x checked>text &eacute; &#233; &nope <b>bold</b><br/><!-- c --><?php x?><script>if (a < b) "</p>"</script><a href=')
parser.feed("'y'>link</a")
parser.feed('> & <3 </p')
parser.close()
print(html.unescape('&lt;&#x27;&notit;&#128;'), html.escape('<"\'&>'), html.entities.name2codepoint['euro'])

# urllib.parse
url = 'http://user:pa%20ss@Example.com:8080/p/a;t?q=1&q=2&e=#frag'
print(urllib.parse.urlparse(url), urllib.parse.urlsplit(url).hostname, urllib.parse.urlsplit(url).port, urllib.parse.urlsplit(url).username, urllib.parse.urlunsplit(urllib.parse.urlsplit(url)) == url)
print(urllib.parse.parse_qs('a=1&a=2&b=&c', keep_blank_values=True), urllib.parse.parse_qsl('x=%C3%A4+y'), urllib.parse.urlencode([('a', 'ä b'), ('c', [1, 2])], doseq=True), urllib.parse.quote('/ä ~'), urllib.parse.quote_plus('a b/'), urllib.parse.unquote('%e4', 'latin-1'), urllib.parse.unquote_to_bytes('%41b'))
for relative in ('g', './g', '/g', '//g', '?y', '#s', '../g', '../../../g', 'http:g', ''):
    print(urllib.parse.urljoin('http://a/b/c/d;p?q', relative), end=' ')
print(urllib.parse.urldefrag('a#b'), urllib.parse.splitport('a:1') if False else '')
attempt(lambda: urllib.parse.urlsplit('http://[::1').hostname)
attempt(lambda: urllib.parse.urlsplit('http://a:x').port)
attempt(lambda: urllib.parse.parse_qs('a=1;b', strict_parsing=True))
attempt(lambda: urllib.parse.urlencode('x'))

# ipaddress, numbers
network = ipaddress.ip_network('192.168.0.0/29')
print(network, list(network.hosts())[:2], network.broadcast_address, network.netmask, network.supernet(), list(network.subnets(1)), ipaddress.ip_address('192.168.0.3') in network)
print(ipaddress.ip_address('::ffff:1.2.3.4').ipv4_mapped, ipaddress.ip_address('2001:db8::1').exploded, ipaddress.ip_address('10.0.0.1').is_private, int(ipaddress.ip_address('1.2.3.4')), ipaddress.ip_interface('1.2.3.4/24').network)
print(list(ipaddress.summarize_address_range(ipaddress.ip_address('1.0.0.0'), ipaddress.ip_address('1.0.0.5'))), list(ipaddress.collapse_addresses([ipaddress.ip_network('1.0.0.0/25'), ipaddress.ip_network('1.0.0.128/25')])))
for bad in ('256.1.1.1', '1.2.3', '::1::', 'x', '1.2.3.4/33', '01.2.3.4'):
    attempt(lambda: ipaddress.ip_network(bad) if '/' in bad else ipaddress.ip_address(bad))
print(isinstance(1, numbers.Integral), isinstance(1.5, numbers.Rational), issubclass(complex, numbers.Complex), numbers.Number.__subclasshook__ is not None)
