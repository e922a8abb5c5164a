# configparser, tomllib, ipaddress, locale, gettext.
import configparser
import gettext
import io
import ipaddress
import locale
import tomllib


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print('configparser')
INI = '''[DEFAULT]
base = /srv
debug: no
[server]
host = localhost
port = 8080
path = %(base)s/data
list =
    one
    two

empty =
novalue
[other section]
Key With Spaces = 5 ; not a comment
ratio = 0.5
; comment
# comment
on = yes
'''
p = configparser.ConfigParser(allow_no_value=True)
p.read_string(INI)
print(p.sections(), p.options('server'), p.items('server'), p['server']['path'], p['server'].getint('port'), p.getboolean('server', 'debug'), p.getfloat('other section', 'ratio'), p['other section']['key with spaces'], p.get('server', 'novalue'), p.get('server', 'list'), p.get('server', 'x', fallback='fb'), p['server'].get('x'), p.getint('server', 'y', fallback=7), p.defaults(), p.has_section('server'), p.has_option('server', 'host'), 'server' in p, 'host' in p['server'], list(p), len(p), p.get('server', 'path', raw=True), p.get('server', 'path', vars={'base': '/tmp'}))
for call in (lambda: p.get('no', 'x'), lambda: p.get('server', 'no'), lambda: p['no'], lambda: p['server']['no'], lambda: p.getint('server', 'host'), lambda: p.getboolean('server', 'host'), lambda: p.add_section('server'), lambda: p.add_section('DEFAULT'), lambda: p.set('server', 'a', 5), lambda: p.set('no', 'a', '5'), lambda: p.remove_section('no'), lambda: p.remove_option('server', 'host'), lambda: p.read_string('a = 1'), lambda: p.read_string('[x]\nbad line\n') if False else None, lambda: configparser.ConfigParser().read_string('[x]\nbad line\n'), lambda: configparser.ConfigParser().read_string('[x]\na=1\na=2'), lambda: configparser.ConfigParser().read_string('[x]\n[x]'), lambda: configparser.ConfigParser().read_string('[x]\na=%(b)s').__class__, lambda: p.read('/no/such/file'), lambda: p.set('server', 'bad', '%x')):
    print(attempt(call))
q = configparser.ConfigParser()
q.read_string('[x]\na=%(b)s\nc=%(c)s\nd=%%\ne=%z')
print(attempt(q.get, 'x', 'a'), attempt(q.get, 'x', 'c'), q.get('x', 'd'), attempt(q.get, 'x', 'e'))
out = io.StringIO()
p['new'] = {'k': 'v', 'multi': 'a\nb'}
p.set('new', 'port', '1')
p.write(out)
print(out.getvalue())
out = io.StringIO()
p.write(out, space_around_delimiters=False)
print(out.getvalue()[:60])
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string('[a]\nx = 1\n[b]\ny = ${a:x}2\nz = ${y}3\nd = $$\n')
print(dict(e['b']), attempt(e.set, 'b', 'q', '$x'))
r = configparser.RawConfigParser(delimiters='=', comment_prefixes='//', inline_comment_prefixes=';', strict=False, empty_lines_in_values=False, default_section='common', converters={'list': lambda s: s.split(',')})
r.optionxform = str
r.read_string('[common]\nA=1\n[S]\nKey=a,b ; c\nKey=c,d\n// no\n')
print(dict(r['S']), r.getlist('S', 'Key'), r['S'].getlist('Key'), r.items('S', raw=True))
d = configparser.ConfigParser()
d.read_dict({'s': {'a': 1, 'b': 'x', 'c': [1, 2]}, 't': {}})
print({s: dict(d[s]) for s in d.sections()}, d.pop('s'), d.popitem()[0], d.sections(), repr(d['DEFAULT']))
d.read_file(['[z]', 'k=v'], source='<lines>')
print(d['z']['k'], configparser.DuplicateOptionError('s', 'o', 'f', 3), configparser.ParsingError('src'), configparser.MissingSectionHeaderError('f', 1, 'x'))

print('tomllib')
TOML = '''
title = "TOML \\u00e9 \\t x"
int = 1_000
hex = 0xDEAD_beef
oct = 0o755
bin = 0b1101
neg = -17
float = 6.626e-34
inf = -inf
bool = true
date = 1979-05-27
time = 07:32:00.999999
dt = 1979-05-27T07:32:00-08:00
local = 1979-05-27 07:32:00
lit = 'C:\\Users'
multi = """
Roses \\
   are red
violets"""
mlit = \'\'\'
raw \\n text\'\'\'
array = [1, 2, [3, "x"], {a = 1, b.c = 2}, ]
"quoted key" = 1
a.b.c = "dotted"
[owner]
name = "Tom"
[owner.address]
city = "X"
[[products]]
name = "Hammer"
[[products]]
[[products.parts]]
id = 1
'''
print(tomllib.loads(TOML))
print(tomllib.load(io.BytesIO(b'x = 1')), attempt(tomllib.load, io.StringIO('x=1')), tomllib.loads('x = 1.5', parse_float=str), attempt(tomllib.loads, b'x'))
for text in ('x', 'x =', 'x = 1\nx = 2', '[a]\n[a]', 'x = "a', 'x = [1', 'x = 01', 'x = 1979-13-01', '[a\n', 'a = {b = 1', 'x = "\\q"', 'a.b = 1\na = 2', '= 1', 'x = tru', 'x = 1 y = 2', 'x = "\n"', '[[a]]\n[a]', 'x = nope', 'x = 1__0', '\x00'):
    print(repr(text), attempt(tomllib.loads, text))

print('ipaddress')
for text in ('192.168.1.10', '::1', '2001:db8::ff00:42:8329', '10.0.0.0', '255.255.255.255', '0.0.0.0', '::ffff:1.2.3.4', '224.0.0.1', '127.0.0.1', '169.254.1.1', '2002:c000:204::', '1.2.3', '1.2.3.256', '01.2.3.4', ':::', 'x', '', '1.2.3.4/8', '12345::'):
    result = attempt(ipaddress.ip_address, text)
    print(text, result)
    if 'Error' not in result:
        a = ipaddress.ip_address(text)
        print(int(a), a.packed, a.version, a.max_prefixlen, a.compressed, a.exploded, a.reverse_pointer, a.is_private, a.is_global, a.is_multicast, a.is_loopback, a.is_link_local, a.is_reserved, a.is_unspecified, a + 1 if int(a) < 2 ** 32 - 1 else '', hash(a) == hash(ipaddress.ip_address(text)), f'{a:s}', f'{a:x}', f'{a:#b}'[:9])
for text in ('192.168.0.0/24', '192.168.0.0/255.255.255.0', '10.0.0.0/0.0.0.255', '2001:db8::/32', '192.168.0.1/24', '1.2.3.4/33', '0.0.0.0/0', '10.1.2.3', 'x/8', '1.2.3.0/x', '::/129'):
    print(text, attempt(ipaddress.ip_network, text), attempt(ipaddress.ip_network, text, strict=False), attempt(ipaddress.ip_interface, text))
n = ipaddress.ip_network('192.168.4.0/22')
print(n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_prefixlen, n.with_netmask, n.with_hostmask, list(n.subnets(new_prefix=24)), list(n.subnets(prefixlen_diff=1)), n.supernet(), n.supernet(new_prefix=16), list(ipaddress.ip_network('10.0.0.0/30').hosts()), list(ipaddress.ip_network('10.0.0.0/31').hosts()), n[0], n[-1], n[5], attempt(lambda: n[5000]), ipaddress.ip_address('192.168.5.1') in n, n.overlaps(ipaddress.ip_network('192.168.5.0/24')), n.subnet_of(ipaddress.ip_network('192.168.0.0/16')), n.supernet_of(ipaddress.ip_network('192.168.5.0/24')), list(ipaddress.ip_network('10.0.0.0/29').address_exclude(ipaddress.ip_network('10.0.0.0/31'))), n.compare_networks(ipaddress.ip_network('10.0.0.0/8')), n.is_private, attempt(lambda: list(n.subnets(new_prefix=10))), attempt(lambda: list(n.subnets(1, 24))), sorted([n, ipaddress.ip_network('10.0.0.0/8')]), n == ipaddress.ip_network('192.168.4.0/22'), sum(1 for _ in n), n.is_multicast)
i = ipaddress.ip_interface('192.168.4.7/22')
print(i, i.ip, i.network, i.netmask, i.with_prefixlen, i.with_netmask, repr(i), i == ipaddress.ip_interface('192.168.4.7/22'))
print(list(ipaddress.summarize_address_range(ipaddress.ip_address('10.0.0.0'), ipaddress.ip_address('10.0.0.130'))), list(ipaddress.collapse_addresses([ipaddress.ip_network('10.0.0.0/25'), ipaddress.ip_network('10.0.0.128/25'), ipaddress.ip_network('11.0.0.0/8')])), ipaddress.v4_int_to_packed(5), ipaddress.v6_int_to_packed(5), ipaddress.ip_address(5), ipaddress.ip_address(2 ** 64), ipaddress.ip_address(b'\x01\x02\x03\x04'), attempt(ipaddress.ip_address, -1), attempt(ipaddress.IPv4Address, 2 ** 32), attempt(lambda: ipaddress.ip_address('1.1.1.1') < ipaddress.ip_address('::1')), ipaddress.get_mixed_type_key(n)[0], ipaddress.ip_address('::ffff:1.2.3.4').ipv4_mapped, ipaddress.ip_address('2002:c000:204::').sixtofour, ipaddress.ip_address('fe80::1%eth0').scope_id, attempt(lambda: ipaddress.ip_address('255.255.255.255') + 1), ipaddress.IPv6Address('::1').ipv4_mapped, sorted(map(ipaddress.ip_address, ['10.0.0.10', '10.0.0.9', '9.0.0.1'])))

print('locale gettext')
print(locale.setlocale(locale.LC_ALL, 'C'), locale.getlocale(), locale.localeconv()['decimal_point'], locale.format_string('%.2f %d %s', (1234.5, 1000, 'x'), grouping=True), locale.str(1.5), locale.atof('1.5'), locale.atoi('12'), locale.delocalize('1.5'), locale.strcoll('a', 'b'), locale.strxfrm('a'), locale.normalize('en_us'), locale.currency(5) if False else attempt(locale.currency, 5), locale.setlocale(locale.LC_NUMERIC), sorted(['b', 'A', 'a'], key=locale.strxfrm), locale.LC_TIME, locale.nl_langinfo(locale.RADIXCHAR) if hasattr(locale, 'nl_langinfo') else '.')
print(gettext.gettext('hello'), gettext.ngettext('one', 'many', 1), gettext.ngettext('one', 'many', 5), gettext.pgettext('ctx', 'msg'), gettext.npgettext('c', 's', 'p', 2), gettext.dgettext('d', 'x'), gettext.textdomain(), gettext.textdomain('app'), gettext.bindtextdomain('app', '/tmp/no'), gettext.find('app'), attempt(gettext.translation, 'app', '/no'), gettext.translation('app', '/no', fallback=True).gettext('x'), gettext.NullTranslations().ngettext('a', 'b', 2))


def catalog(pairs):
    """A .mo file."""
    import struct
    ids = strings = b''
    offsets = []
    for key in sorted(pairs):
        a, b = key.encode(), pairs[key].encode()
        offsets.append((len(ids), len(a), len(strings), len(b)))
        ids += a + b'\0'
        strings += b + b'\0'
    start = 7 * 4 + 16 * len(offsets)
    table = b''.join(struct.pack('<2I', l, o + start) for o, l, _, _ in offsets)
    table += b''.join(struct.pack('<2I', l, o + start + len(ids)) for _, _, o, l in offsets)
    return struct.pack('<7I', 0x950412de, 0, len(offsets), 28, 28 + 8 * len(offsets), 0, 0) + table + ids + strings


mo = catalog({'': 'Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n', 'hello': 'h\u00e9llo', 'one\0many': 'un\0plusieurs', 'ctx\x04msg': 'contexte'})
tr = gettext.GNUTranslations(io.BytesIO(mo))
print(ascii(tr.gettext('hello')), tr.gettext('other'), tr.ngettext('one', 'many', 1), tr.ngettext('one', 'many', 3), tr.pgettext('ctx', 'msg'), tr.info(), tr.charset(), attempt(gettext.GNUTranslations, io.BytesIO(b'xxxx' * 10)), [gettext.c2py('n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2')(n) for n in (0, 1, 2, 11, 21)], attempt(gettext.c2py, 'x'))
tr.install()
print(_('hello') == 'h\u00e9llo')
