"""email: policies compared and cloned, header objects of every kind, folding, generators, defects of damaged messages, content managers, iterators, addresses."""
# difftest: no-wasi (email.utils imports sockets)
import email
import email.errors
import email.generator
import email.headerregistry
import email.iterators
import email.message
import email.policy
import email.utils
import io
import re
from email.message import EmailMessage


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for name in ('default', 'compat32', 'SMTP', 'SMTPUTF8', 'HTTP', 'strict'):
    policy = getattr(email.policy, name)
    print(name, {field: getattr(policy, field, None) for field in ('max_line_length', 'linesep', 'cte_type', 'raise_on_defect', 'mangle_from_', 'utf8', 'refold_source')})
clone = email.policy.default.clone(max_line_length=40, linesep='\r\n')
print(clone.max_line_length, repr(clone.linesep), (email.policy.SMTP + clone).max_line_length, (clone + email.policy.compat32).mangle_from_, email.policy.strict.raise_on_defect)
attempt('clone', email.policy.default.clone, unknown=1)
attempt('assign', setattr, email.policy.default, 'utf8', True)

factory = email.headerregistry.HeaderRegistry()
for name, value in (('Subject', 'plain'), ('Subject', '=?utf-8?q?gr=C3=BC=C3=9Fe?= x'), ('Subject', '=?utf-8?b?w7w=?= =?utf-8?b?w7Y=?='), ('Subject', '=?bad?x?y?='), ('To', 'A B <a@b.c>, "C, D" <c@d.e>, plain@x.y'), ('To', 'group: a@b, c@d;, e@f'), ('To', ''), ('From', '=?utf-8?q?J=C3=B6rg?= <j@x.y>'), ('Sender', 'a@b, c@d'),
                    ('Date', 'Mon, 02 Jan 2023 03:04:05 +0200'), ('Date', 'nonsense'), ('Date', ''), ('Content-Type', 'text/html; charset="utf-8"; x=y'), ('Content-Type', 'nonsense'), ('Content-Type', "a/b; n*0=one; n*1=two; m*=utf-8'en'%C3%BC"), ('Content-Disposition', 'attachment; filename="a b.txt"'), ('Content-Transfer-Encoding', 'Base64'), ('MIME-Version', '1.0 (comment)'), ('MIME-Version', 'x'), ('Message-ID', '<a@b>'), ('Message-ID', 'bad'), ('X-Other', 'any thing')):
    header = factory(name, value)
    print(name, repr(value), repr(str(header)), type(header).__mro__[1].__name__, header.name, [type(d).__name__ for d in header.defects],
          *(f'{extra}={getattr(header, extra)!r}' for extra in ('addresses', 'groups', 'datetime', 'content_type', 'params', 'content_disposition', 'cte', 'major', 'version') if hasattr(header, extra)))
    print('  ', repr(header.fold(policy=clone)))
address = email.headerregistry.Address('Ünï Nämé', 'user', 'host.org')
print(address, repr(address), address.addr_spec, email.headerregistry.Address(addr_spec='"a b"@c.d'), email.headerregistry.Address('D. N', 'x y', 'z'), email.headerregistry.Group('team', (address,)), email.headerregistry.Group(None, [address]), address == email.headerregistry.Address('Ünï Nämé', addr_spec='user@host.org'))
attempt('address', email.headerregistry.Address, 'x', 'a', 'b', 'c@d')
attempt('address', email.headerregistry.Address, addr_spec='bad address')
attempt('address', email.headerregistry.Address, 'a\nb')

message = EmailMessage()
message['Subject'] = 'Ein sehr langer Betreff mit Ümläuten, der umgebrochen werden muss, weil er nicht passt'
message['To'] = [address, email.headerregistry.Address('Second', 'second', 'example.com')]
message['X-Long'] = 'word ' * 30
attempt('twice', message.__setitem__, 'Subject', 'again')
attempt('newline', message.__setitem__, 'X', 'a\nb')
message.set_content('Zeile eins\nFrom here\n' + 'lang ' * 40 + '\nünï\n')
message.add_alternative('<p>html</p>', subtype='html')
message.add_attachment(b'\x00\x01binary', maintype='application', subtype='x-y', filename='däta.bin')
message.add_attachment('text', filename='a.txt', disposition='inline', params={'extra': 'x y'}, headers=['X-H: v'])
message.set_boundary('BOUND')
message.get_payload(0).set_boundary('INNER')
print(message.as_string())
print(message.as_bytes(policy=email.policy.SMTP)[-120:], message.as_string(unixfrom=True, maxheaderlen=30).splitlines()[1:4], message.is_multipart(), message.get_content_type(), [part.get_content_type() for part in message.walk()])
print(message.get_body(('html',)).get_content(), message.get_body(('plain',)).get_content()[:10], [part.get_filename() for part in message.iter_attachments()], [type(part.get_content()).__name__ for part in message.iter_attachments()], [len(list(part.iter_parts())) for part in message.iter_parts() if part.is_multipart()])
attempt('content', message.get_content)
attempt('alternative', message.make_alternative)
attempt('kind', EmailMessage().set_content, 5)
attempt('bytes', EmailMessage().set_content, b'x')
for kwargs in ({'cte': '7bit'}, {'cte': '8bit'}, {'cte': 'base64'}, {'cte': 'quoted-printable'}, {'charset': 'latin-1'}, {'subtype': 'csv', 'params': {'header': 'present'}}):
    part = EmailMessage()
    try:
        part.set_content('größe\n', **kwargs)
        print(kwargs, part.items(), repr(part.get_payload()), repr(part.get_content()))
    except Exception as error:
        print(kwargs, type(error).__name__, error)

for raw in ('no header at all', 'Subject: x\n\nbody', 'Subject x\nTo: y\n\nbody', ' folded first\nA: b\n\n', 'Content-Type: multipart/mixed\n\nbody', 'Content-Type: multipart/mixed; boundary=B\n\npre\n--B\n\none\n--B', 'Content-Type: multipart/mixed; boundary=B\n\nnothing', 'Content-Transfer-Encoding: base64\n\n!!!!', 'Content-Type: text/plain; charset=nonsense\n\nx', 'From x\nA: b\n\nc', 'A: b\n\xa0c\n\nd', 'Content-Type: message/rfc822\n\nSubject: inner\n\nx', 'Content-Type: multipart/digest; boundary=B\n\n--B\n\nSubject: d\n\n--B--\nepilogue'):
    parsed = email.message_from_string(raw, policy=email.policy.default)
    print(repr(raw[:30]), parsed.items(), repr(parsed.get_payload())[:60] if not parsed.is_multipart() else [part.get_content_type() for part in parsed.walk()], [type(d).__name__ for d in parsed.defects], parsed.preamble, parsed.epilogue)
    attempt('  content', lambda: re.sub('0x[0-9a-f]+', '0x', str(parsed.get_content())))
    attempt('  strict', lambda: email.message_from_string(raw, policy=email.policy.strict).keys())
output = io.StringIO()
email.iterators._structure(message, output)
print(output.getvalue(), [line for line in email.iterators.body_line_iterator(message)][:2], len(list(email.iterators.typed_subpart_iterator(message, 'text'))))
output = io.StringIO()
email.generator.Generator(output, mangle_from_=True, maxheaderlen=0).flatten(email.message_from_string('A: b\n\nFrom x\n.\n'))
email.generator.DecodedGenerator(output, fmt='[%(type)s %(filename)s]').flatten(message)
print(output.getvalue())
print(email.utils.parseaddr('A (c) <a@b>'), email.utils.parseaddr('a@b c'), email.utils.getaddresses(['x <y@z>, b', 'c@d (E)']), email.utils.formataddr(('Jörg', 'a@b')), email.utils.formataddr(('a"b', 'c@d')), email.utils.quote('a"\\'), email.utils.unquote('"a\\"b"'), email.utils.collapse_rfc2231_value(('utf-8', '', 'x%20')), email.utils.decode_rfc2231("utf-8'en'a"), email.utils.encode_rfc2231('ä', 'utf-8'), email.utils.parsedate_tz('Mon, 2 Jan 2023 3:4 -0130'), email.utils.parsedate('x'), email.utils.format_datetime(email.utils.parsedate_to_datetime('2 Jan 2023 3:04:05 GMT'), True))
