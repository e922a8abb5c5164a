# email: building messages, multipart, attachments, headers of several encodings, parsing broken ones, policies, utilities.
import email
import email.message
import email.policy
import email.utils
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

m = EmailMessage()
m['Subject'] = 'Grüße aus Köln'
m['From'] = 'Ännie <a@example.com>'
m['To'] = ['b@example.com', 'C <c@example.org>'] and 'b@example.com, "C, D" <c@example.org>'
m.set_content('Héllo\nworld\n')
print(m.as_string())
m.add_alternative('<p>Hi</p>', subtype='html')
m.add_attachment(b'\x00\x01', maintype='application', subtype='octet-stream', filename='ä.bin')
m.set_boundary('BOUND')
print(m.get_content_type(), m.is_multipart(), [p.get_content_type() for p in m.walk()], [p.get_filename() for p in m.iter_attachments()], m.get_body(('plain',)).get_content(), m['to'].addresses, m['from'].addresses[0].display_name, m.get_boundary())
for call in (lambda: m.__setitem__('Subject', 'twice'), lambda: m.__setitem__('X', 'a\nb'), lambda: m.get_content(), lambda: m.__setitem__('From', 'bad <'), lambda: EmailMessage().get_content(), lambda: m.set_content(5), lambda: m.add_header('X-H', 'v', a='1', b_c=None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
old = MIMEMultipart('mixed', boundary='OLD')
old['Subject'] = Header('Ünï', 'utf-8')
old.attach(MIMEText('plain é', 'plain', 'utf-8'))
old.attach(MIMEApplication(b'data', Name='x'))
old.preamble = 'pre'
print(old.as_string(), old.get_payload(0).get_payload(decode=True), len(old.get_payload()))
text = '''Received: by a
 ; folded
From: "Joe" <joe@x.org>
Subject: =?utf-8?q?caf=C3=A9?= =?iso-8859-1?b?6Q==?=
Content-Type: multipart/mixed; boundary="xx"
MIME-Version: 1.0

pre
--xx
Content-Type: text/plain; charset="latin-1"
Content-Transfer-Encoding: quoted-printable

caf=E9=
 more
--xx
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''%c3%a9.txt

aGVsbG8=
--xx--
epi
'''
for policy in (email.policy.compat32, email.policy.default):
    p = email.message_from_string(text, policy=policy)
    print(type(p).__name__, p['subject'], p.keys(), p.get_all('received'), p.preamble, p.epilogue, p.defects, p.get_param('boundary'), p.get_params())
    for part in p.get_payload():
        print(part.get_content_type(), part.get_content_charset(), part.get_filename(), part.get_payload(decode=True), part.get_content_disposition(), part['content-transfer-encoding'])
print(decode_header('=?utf-8?q?caf=C3=A9?= x =?b?='), make_header(decode_header('=?utf-8?b?w6k=?=')), Header('a' * 80, maxlinelen=30).encode(), Header('é', 'utf-8').encode(), str(Header('x', 'us-ascii')))
broken = email.message_from_string('No colon here\nA: b\n\nbody', policy=email.policy.default)
print(broken.defects, broken.items(), broken.get_payload())
print(email.message_from_bytes(b'Subject: \xff\n\nx')['subject'], email.message_from_string('Content-Type: multipart/mixed\n\nx').defects)
u = email.utils
print(u.parseaddr('Joe Q <joe@x>'), u.parseaddr('x'), u.formataddr(('Jöe', 'j@x')), u.formataddr(('a"b', 'c@d')), u.getaddresses(['a@b, "C" <d@e>', 'g: x@y;']), u.quote('a"b\\'), u.unquote('"a"'), u.parsedate('Mon, 20 Nov 1995 19:12:08 -0500'), u.parsedate_tz('20 Nov 95 19:12 EST'), u.mktime_tz((1995, 11, 20, 19, 12, 8, 0, 1, 0, -18000)), u.formatdate(0), u.formatdate(0, usegmt=True), u.parsedate_to_datetime('Mon, 20 Nov 1995 19:12:08 -0500'), u.decode_rfc2231("utf-8'en'%c3%a9"), u.encode_rfc2231('é', 'utf-8'), u.collapse_rfc2231_value(('utf-8', 'en', 'x')), u.parsedate('junk'))
m2 = EmailMessage(policy=email.policy.SMTP.clone(max_line_length=40))
m2['Subject'] = 'word ' * 15
m2['X-Long'] = 'x' * 60
m2.set_content('line\r\n.dot\n' + 'é' * 50, cte='quoted-printable')
print(m2.as_bytes(), str(email.policy.default), m2['missing'], m2.get('missing', 'd'), 'subject' in m2, len(m2))
m2.replace_header('subject', 'new')
del m2['x-long']
print(m2.items(), m2.get_charset(), m2.get_content_charset(), bytes(m2)[:20])
