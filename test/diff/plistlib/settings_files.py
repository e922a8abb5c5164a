"""Settings in three old formats: property lists as XML and binary, .netrc files, and mime types by names; with damage and errors."""
# difftest: no-wasi (expat is not there)
import datetime
import io
import mimetypes
import netrc
import os
import plistlib
import quopri


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


settings = {'name': 'Ünï & <co>', 'count': 5, 'big': 1 << 63, 'negative': -(1 << 62), 'ratio': 0.1, 'yes': True, 'no': False, 'data': bytes(range(40)), 'when': datetime.datetime(2024, 2, 29, 12, 30, 5), 'list': [1, [2, {}], []], 'inner': {'z': 'last', 'a': 'first'}, 'empty': '', 'uid': plistlib.UID(7), 'spaces': '  a\n\tb '}
for format in (plistlib.FMT_XML, plistlib.FMT_BINARY):
    kept = {key: value for key, value in settings.items() if format == plistlib.FMT_BINARY or key != 'uid'}
    data = plistlib.dumps(kept, fmt=format)
    print(format, len(data), data[:40], plistlib.loads(data) == kept, plistlib.loads(data, fmt=format)['when'], list(plistlib.loads(plistlib.dumps({'b': 1, 'a': 2}, fmt=format, sort_keys=False))), plistlib.load(io.BytesIO(data))['name'])
print(plistlib.dumps({key: value for key, value in settings.items() if key != 'uid'}).decode(), plistlib.dumps([1], fmt=plistlib.FMT_BINARY), repr(plistlib.UID(7)), plistlib.UID(3) == plistlib.UID(3), hash(plistlib.UID(3)), plistlib.UID(9).data)
print(plistlib.loads(b'<plist><dict><key>a</key><integer>0x1F</integer><key>b</key><real>nan</real></dict></plist>'), plistlib.loads(b'<?xml version="1.0" encoding="UTF-16"?><plist><string>x</string></plist>'.decode().encode('utf-16')), plistlib.loads(plistlib.dumps({5: 'x', 'y': 2}, skipkeys=True, sort_keys=False)))
for label, call in {'none': lambda: plistlib.dumps({'a': None}), 'key': lambda: plistlib.dumps({5: 1}), 'binary key': lambda: plistlib.dumps({5: 1}, fmt=plistlib.FMT_BINARY), 'too big': lambda: plistlib.dumps(1 << 64), 'too big binary': lambda: plistlib.dumps(1 << 64, fmt=plistlib.FMT_BINARY), 'control': lambda: plistlib.dumps('a\x01'), 'format': lambda: plistlib.dumps({}, fmt=5), 'object': lambda: plistlib.dumps(object), 'uid': lambda: plistlib.UID('x'), 'uid negative': lambda: plistlib.UID(-1), 'uid large': lambda: plistlib.UID(1 << 64), 'str': lambda: plistlib.loads('<plist/>'), 'nothing': lambda: plistlib.loads(b''), 'text': lambda: plistlib.loads(b'just text'), 'cut': lambda: plistlib.loads(plistlib.dumps(settings, fmt=plistlib.FMT_BINARY)[:-10]), 'damaged': lambda: plistlib.loads(b'bplist00' + b'\xff' * 40),
                    'unclosed': lambda: plistlib.loads(b'<plist><dict>'), 'key alone': lambda: plistlib.loads(b'<plist><dict><key>a</key></dict></plist>'), 'value alone': lambda: plistlib.loads(b'<plist><dict><string>a</string></dict></plist>'), 'entity': lambda: plistlib.loads(b'<!DOCTYPE x [<!ENTITY e "x">]><plist><string>&e;</string></plist>'), 'integer': lambda: plistlib.loads(b'<plist><integer>x</integer></plist>'), 'date': lambda: plistlib.loads(b'<plist><date>x</date></plist>'), 'unknown': lambda: plistlib.loads(b'<plist><strange/></plist>')}.items():
    attempt(label, call)

with open('netrc', 'w') as file:
    file.write('# comment\nmachine a.example login ann password "se cret" account acc\nmachine b.example\n  login bob\n  password x#y\ndefault login guest password g\nmacdef init\ncd /pub\nls\n\nmachine c.example login "q\\"uote" password p\n')
found = netrc.netrc('netrc')
print(found.hosts, found.macros, found.authenticators('a.example'), found.authenticators('other'), found)
for text in ('machine', 'machine a login', 'machine a strange b', 'nonsense', 'machine a password p', 'default', '', 'macdef m\nnever ends', 'machine a login "x'):
    with open('bad', 'w') as file:
        file.write(text + '\n')
    attempt(repr(text), lambda: netrc.netrc('bad').hosts)
attempt('missing', netrc.netrc, 'none')
try:
    netrc.netrc('netrc').authenticators(5)
    raise netrc.NetrcParseError('why', 'file', 3)
except netrc.NetrcParseError as error:
    print(error, error.msg, error.filename, error.lineno)

types = mimetypes.MimeTypes(())
for name in ('a.txt', 'a.tar.gz', 'a.TGZ', 'a.html', 'a.unknown', 'a', 'http://x/y.png?q', 'data:text/html;base64,xx', 'data:,x', 'a.svgz', '.txt', 'a.b/c', 'dir.txt/', 'a.JSON', 'x.py', 'x.tar.xz', 'x.webp'):
    print(name, types.guess_type(name), types.guess_type(name, strict=False))
print(sorted(types.guess_all_extensions('text/plain')), types.guess_extension('text/html'), types.guess_extension('no/such'), types.guess_extension('image/jpeg'), types.add_type('x/own', '.own'), types.guess_type('a.own'), types.guess_all_extensions('x/own'), sorted(types.encodings_map))
types.readfp(io.StringIO('# comment\nx/new new1 new2 # more\nempty\n'))
print(types.guess_type('a.new2'), types.guess_extension('x/new'), types.guess_all_extensions('X/NEW'))
attempt('type', types.guess_type, 5)
text = 'Grüße = ok\tend \r\nlong ' + 'x' * 90 + '\n.dot\n'
encoded = quopri.encodestring(text.encode())
print(encoded, quopri.decodestring(encoded) == text.encode().replace(b'\r\n', b'\r\n'), quopri.encodestring(b'a b_c', header=True), quopri.decodestring(b'a_b=5F', header=True), quopri.encodestring(b'tab\tend\t', quotetabs=True), quopri.decodestring(b'soft=\nbreak =ZZ =4'))
out = io.BytesIO()
quopri.encode(io.BytesIO(b'\xe9 line\nnext'), out, False)
quopri.decode(io.BytesIO(out.getvalue()), out)
print(out.getvalue(), quopri.needsquoting(b'=', False, False), quopri.quote(b'='), quopri.ishex(b'A'), quopri.unhex(b'1F'))
attempt('quopri', quopri.encodestring, 'text')
os.remove('netrc')
