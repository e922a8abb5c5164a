# The parser's whole API: constructor options, sections as mappings, set/remove, duplicates, errors with positions, subclasses.
import configparser
import io
from configparser import ConfigParser, RawConfigParser


def attempt(call):
    try:
        return repr(call())
    except Exception as error:
        return f'{type(error).__name__}: {error}'.replace('\n', ' / ')


BAD = {'no header': 'key = value\n', 'duplicate section': '[a]\nx=1\n[a]\ny=2\n', 'duplicate option': '[a]\nx=1\nX=2\n', 'no delimiter': '[a]\nx=1\njunk\n  more\njunk2\n', 'empty name': '[]\na=b\n', 'lone delimiter': '[a]\n=b\n', 'indented first': '[a]\n  x = 1\n    y\n  z = 2\n', 'bracket': '[a]b]\nx=1\n', 'unclosed': '[a\nx=1\n', 'bom': '\ufeff[a]\nx=1\n', 'default twice': '[DEFAULT]\na=1\n[DEFAULT]\nb=2\n', 'comment header': '[a] ; note\nx = 1 # note\n'}
for name, text in BAD.items():
    for strict in (True, False):
        parser = ConfigParser(strict=strict)
        print(name, strict, attempt(lambda: parser.read_string(text, 'input')), {section: parser.options(section) for section in parser.sections()})
for options, text in (({'delimiters': ('->', '|')}, '[a]\nx -> 1 | 2\ny|3=4\n'), ({'comment_prefixes': ('//',)}, '[a]\n// no\n# yes = 1\n'), ({'inline_comment_prefixes': (';', '#')}, '[a]\nx = 1 ; no\ny = 2;yes\nz = a#b #c\n'), ({'allow_no_value': True}, '[a]\nx\ny =\nz = 1\n'), ({'empty_lines_in_values': False}, '[a]\nx = 1\n\n  2\ny = 3\n'), ({'empty_lines_in_values': True}, '[a]\nx = 1\n\n  2\n\n\ny = 3\n'), ({'default_section': 'common'}, '[common]\nd = 1\n[a]\nx = 2\n[DEFAULT]\ny = 3\n'), ({'interpolation': None}, '[a]\nx = %(y)s ${z}\n'), ({'defaults': {'D': '1', 'e': '%(d)s0'}}, '[a]\nx = %(e)s\n'), ({'dict_type': dict}, '[b]\nx=1\n[a]\ny=1\n')):
    parser = ConfigParser(**options)
    print(options, attempt(lambda: parser.read_string(text)), {section: dict(parser[section]) for section in parser}, parser.sections())
for options in ({'converters': 5}, {'bogus': 1}, {'delimiters': ()}, {'defaults': 5}):
    print(options, attempt(lambda: ConfigParser(**options).sections()))
parser = ConfigParser()
parser.read_dict({'one': {'a': 1, 'B': True, 'c': ''}, 'two': {}, 'three': {'x': 'y', 'p': '%(x)s!'}})
one = parser['one']
print(one, one.name, one.parser is parser, list(one), len(one), dict(one), 'b' in one, 'zz' in one, one.get('zz'), one.get('zz', 'dflt'), one.getboolean('b'), one.setdefault('new', 'v'), one.pop('new'), one.popitem(), sorted(one.keys()))
for call in (lambda: one['nothing'], lambda: parser['four'], lambda: parser.get('four', 'x'), lambda: parser.get('one', 'x'), lambda: parser.get('one', 'x', fallback=None), lambda: parser.getint('one', 'a'), lambda: parser.getint('three', 'x'), lambda: parser.getfloat('three', 'x'), lambda: parser.getboolean('three', 'x'), lambda: parser.set('one', 'k', 5), lambda: parser.set('four', 'k', 'v'), lambda: parser.set('one', 5, 'v'), lambda: parser.add_section('one'), lambda: parser.add_section('DEFAULT'), lambda: parser.add_section(5), lambda: parser.set('one', 'k', '50%'), lambda: parser.set('one', 'k', '50%%'), lambda: parser.get('one', 'k'), lambda: parser.remove_section('none'), lambda: parser.remove_section('two'), lambda: parser.remove_option('one', 'zz'), lambda: parser.remove_option('two', 'zz'), lambda: parser.options('two'), lambda: parser.items('two'), lambda: parser.items('three'), lambda: parser.items('three', raw=True, vars={'x': 'VV'}), lambda: parser.items('three', vars={'X': 'VV'}), lambda: parser.__delitem__('DEFAULT'), lambda: parser.__delitem__('five'), lambda: parser.pop('one'), lambda: parser.pop('DEFAULT'), lambda: parser.popitem(), lambda: parser.popitem(), lambda: parser.clear(), lambda: parser.read('/nonexistent/file.ini'), lambda: parser.read(['/nonexistent/a', '/nonexistent/b'], encoding='utf-8'), lambda: parser.read_file(['[z]\n', 'a = 1\n']), lambda: parser.read_file(5), lambda: parser.read_dict({'z': {'a': 2, 'A': 3}}), lambda: parser.read_dict({'z': {'q': 1}, 'Z': {}}), lambda: parser.sections()):
    print(attempt(call))


class Exact(RawConfigParser):
    OPTCRE_EXTRA = 'kept'
    SECTCRE = __import__('re').compile(r'<(?P<header>[^>]+)>')

    def optionxform(self, option):
        return option.replace(' ', '_')

    def _write_section(self, fp, section_name, section_items, delimiter):
        fp.write(f'; {len(list(section_items))} options\n')
        super()._write_section(fp, section_name, section_items, delimiter)


exact = Exact(allow_no_value=True)
exact.read_string('<One Two>\nKey Name = V\nflag\nmulti = a\n  b\n\n  c\n')
out = io.StringIO()
exact.write(out)
print(exact.sections(), dict(exact['One Two']), repr(out.getvalue()))
for interpolation in (configparser.BasicInterpolation(), configparser.ExtendedInterpolation(), None):
    parser = ConfigParser(interpolation=interpolation)
    parser.read_dict({'s': {'a': '%(b)s-%%', 'b': '%(c)s', 'c': '%(a)s', 'd': '%(none)s', 'e': 'x', 'f': '${g}', 'g': '${s:f}', 'h': '${nosec:x}', 'i': 'plain'}})
    print(type(interpolation).__name__, [attempt(lambda: parser.get('s', key)).split(' / ')[0] for key in 'adefghi'])
print(ConfigParser.BOOLEAN_STATES, [name for name in configparser.__all__ if not hasattr(configparser, name)], ConfigParser.__mro__[1].__name__)
