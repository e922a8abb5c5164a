# difftest: no-wasi (WASI has no sockets: imaplib and its like)
"""The package email: parsing, building, headers, charsets, MIME, policies, utilities; mailbox; imaplib's, smtplib's and ftplib's parsing."""
import email
import email.charset
import email.encoders
import email.errors
import email.generator
import email.header
import email.headerregistry
import email.iterators
import email.message
import email.parser
import email.policy
import email.utils
import io
import datetime
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.audio import MIMEAudio
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


raw = b'''From: =?iso-8859-1?q?J=F6rg?= <joerg@example.org>
To: "A, B" <a@b.c>, d@e.f
Subject: =?utf-8?b?R3LDvMOfZQ==?= from
 far away
Date: Mon, 02 Jan 2023 03:04:05 +0200
Message-ID: <1@x>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="XX"
X-Two: 1
X-Two: 2

preamble
--XX
Content-Type: text/plain; charset="windows-1252"
Content-Transfer-Encoding: quoted-printable

gr=FC=DFe =80 =
soft
--XX
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''n%C3%A4me.html

PGI+w6Q8L2I+
--XX
Content-Type: message/rfc822

Subject: inner

body
--XX--
epilogue
'''
message = email.message_from_bytes(raw)
print(message['subject'], message['From'], message.get_all('x-two'), message.get_content_type(), message.get_boundary())
print(message.is_multipart(), len(message.get_payload()), message.preamble, message.epilogue, message.defects, len(message))
for part in message.walk():
    print(part.get_content_type(), part.get_content_maintype(), part.get_content_charset(), part.get_filename(),
          part.get_content_disposition(), part.get_params())
    if not part.is_multipart():
        print(part.get_payload(decode=True), repr(part.get_payload()))
print(email.header.decode_header(message['subject']), email.header.make_header(email.header.decode_header(message['subject'])))
print(message.as_bytes() == raw, message.as_string()[:60])
modern = email.message_from_bytes(raw, policy=email.policy.default)
print(modern['subject'], modern['from'].addresses, modern['to'].addresses[0].display_name, modern['date'].datetime)
print(modern.get_body().get_content(), [part.get_filename() for part in modern.iter_attachments()])
print(modern.get_body(('html',)) is None, next(modern.iter_attachments()).get_content())
email.iterators._structure(message)
print(list(email.iterators.typed_subpart_iterator(message, 'text', 'html'))[0].get_payload())

new = EmailMessage()
new['Subject'] = 'Grüße ' * 12
new['From'] = email.headerregistry.Address('Jörg Müller', 'joerg', 'example.org')
new['To'] = ['a@b.c', '"d, e" <d@e.f>']
new['Date'] = datetime.datetime(2023, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
new['X-Long'] = 'word ' * 30
new.set_content('plain tëxt\nline\n')
new.add_alternative('<p>html</p>', subtype='html')
new.add_attachment(b'\x00\x01data', maintype='application', subtype='octet-stream', filename='näme.bin')
new.add_attachment('attached', filename='a.txt')
text = new.as_string()
import re
for boundary in re.findall('boundary="(.*)"', text):
    text = text.replace(boundary, 'BOUNDARY')
print(text)
again = email.message_from_string(new.as_string(), policy=email.policy.default)
print(again['subject'] == new['subject'], again['from'], again.get_body(('plain',)).get_content())
for action in (lambda: new.__setitem__('Subject', 'second'), lambda: new.__setitem__('X', 'a\nb'), lambda: new.set_content(3),
               lambda: email.headerregistry.Address('x', addr_spec='no'), lambda: email.message_from_string('a: b\n\nx', policy=email.policy.strict)['a'],
               lambda: MIMEText('x\ud800'), lambda: new.add_header('A', 'b', filename='c d', n=None)):
    attempt(action)
print(new['A'])
for policy in (email.policy.SMTP, email.policy.HTTP, email.policy.compat32, email.policy.default.clone(max_line_length=30)):
    simple = EmailMessage(policy=policy) if policy is not email.policy.compat32 else email.message.Message()
    simple['Subject'] = 'some words that are long enough to be folded äöü'
    simple.set_payload('text')
    out = io.BytesIO()
    email.generator.BytesGenerator(out, policy=policy).flatten(simple)
    print(out.getvalue())

outer = MIMEMultipart('related', boundary='B1')
outer.attach(MIMEText('tëxt', 'plain', 'utf-8'))
outer.attach(MIMEText('text'))
outer.attach(MIMEText('tëxt', 'plain', 'latin-1'))
outer.attach(MIMEApplication(b'\x01\x02'))
outer.attach(MIMEImage(b'\x89PNG\r\n\x1a\n0000'))
outer.attach(MIMEAudio(b'xx', 'basic'))
outer.attach(MIMEMessage(simple))
base = MIMEBase('application', 'x-test', name='n')
base.set_payload(b'data' * 30)
email.encoders.encode_base64(base)
outer.attach(base)
print(outer.as_string())
header = email.header.Header('Grüße und mehr', 'iso-8859-1', maxlinelen=40, header_name='Subject')
header.append('weiter', 'us-ascii')
header.append('Привет', 'koi8-r')
print(header.encode(), str(header), repr(header == 'x'))
print(email.charset.Charset('latin-1').body_encode('ä'), email.charset.Charset('utf-8').header_encode('ä'), email.charset.Charset('koi8-r').get_output_charset())

print(email.utils.parseaddr('"A \\"q\\" B" <a@b>'), email.utils.parseaddr('a (comment) @b'), email.utils.formataddr(('Jörg', 'a@b')), email.utils.formataddr(('A, B', 'a@b')))
print(email.utils.getaddresses(['a@b, "C" <c@d>', 'group: x@y, z@w;']), email.utils.quote('a"b'), email.utils.unquote('"a\\"b"'))
print(email.utils.parsedate('Mon, 02 Jan 2023 03:04:05 +0200'), email.utils.parsedate_tz('2 Jan 23 03:04 EST'), email.utils.parsedate('x'))
print(email.utils.parsedate_to_datetime('Mon, 02 Jan 2023 03:04:05 -0330'), email.utils.format_datetime(datetime.datetime(2020, 1, 2), usegmt=False), email.utils.formatdate(0, usegmt=True))
print(email.utils.decode_rfc2231("utf-8'en'a%20b"), email.utils.encode_rfc2231('ä b', 'utf-8', 'de'), email.utils.collapse_rfc2231_value(('utf-8', '', 'x')))
print(email.utils.mktime_tz((2023, 1, 2, 3, 4, 5, 0, 1, -1, 7200)))
for text in ('no colon\n\nbody', 'A: b\nbad line\nC: d\n\nx', 'Content-Type: multipart/mixed; boundary=x\n\n--x\nA: b\n\npart', ' starts with space\nA: b\n\n', 'Content-Type: text/plain; charset=nope\nContent-Transfer-Encoding: base64\n\n!!!'):
    broken = email.message_from_string(text)
    print([type(defect).__name__ for defect in broken.defects], broken.items(), repr(broken.get_payload())[:20])
    attempt(lambda: broken.get_payload(decode=True))
feed = email.parser.BytesFeedParser(policy=email.policy.default)
for start in range(0, len(raw), 50):
    feed.feed(raw[start:start + 50])
print(feed.close()['subject'], email.parser.HeaderParser().parsestr('A: b\n\nbody').get_payload(), email.parser.BytesHeaderParser().parsebytes(b'A: b\n\n')['a'])
message.replace_header('X-Two', 'changed')
del message['to']
message.add_header('Content-Language', 'de')
message.set_param('charset', 'x', 'Content-Language')
message.set_type('multipart/related')
message.set_boundary('NEW')
message.del_param('charset', 'Content-Language')
print(message.items())
attempt(lambda: message.replace_header('nope', 'x'))

import ftplib
import imaplib
import poplib
import smtplib
print(ftplib.parse227('227 Entering Passive Mode (1,2,3,4,5,6)'), ftplib.parse229('229 ok (|||123|)', ('h', 1)), ftplib.parse257('257 "a ""b""" created'), ftplib.parse150('150 x (12 bytes)'))
print(imaplib.Internaldate2tuple(b'INTERNALDATE "01-Jan-2000 11:12:13 +0000"') is not None, imaplib.Int2AP(100), imaplib.ParseFlags(b'FLAGS (a b)'))
print(smtplib.quoteaddr('A <a@b>'), smtplib.quotedata('.x\ny'), smtplib.SMTPResponseException(500, 'no').args)
print(poplib.POP3_PORT)
