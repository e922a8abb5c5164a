"""A newsletter by email's new interface: headers, addresses, alternatives, attachments, policies, parsing damaged mails, a dry run."""
import email
import email.policy
import email.utils
from email.headerregistry import Address, Group
from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


def compose(reader, number):
    mail = EmailMessage()
    mail['Subject'] = f'Issue {number}: Grüße für {reader.display_name}'
    mail['From'] = Address('The Editor', 'editor', 'example.org')
    mail['To'] = reader
    mail['Message-ID'] = f'<{number}@example.org>'
    mail['Date'] = email.utils.format_datetime(email.utils.parsedate_to_datetime('Mon, 01 Jan 2024 10:00:00 +0100'))
    mail.set_content(f'Dear {reader.display_name},\n\n' + 'long line ' * 12 + '\nübrigens\n')
    mail.add_alternative(f'<p>Dear <b>{reader.display_name}</b></p>', subtype='html')
    mail.get_payload()[1].add_related(b'\x89PNG', 'image', 'png', cid='<logo>')
    mail.add_attachment(b'a;b\n1;2\n', maintype='text', subtype='csv', filename='zahlen für alle.csv')
    mail.add_attachment('plain notes', filename='notes.txt')
    for part in mail.walk():
        if part.is_multipart():
            part.set_boundary(f'=={part.get_content_subtype()}==')
    return mail


readers = [Address('Ann Müller', 'ann', 'example.com'), Address(display_name='Bob "B" Smith', addr_spec='bob@example.net')]
for number, reader in enumerate(readers, 1):
    mail = compose(reader, number)
    print(mail.as_string() if number == 1 else mail.as_bytes(policy=email.policy.SMTP)[:400])
back = email.message_from_bytes(compose(readers[0], 1).as_bytes(), policy=email.policy.default)
print(back['subject'], back['to'].addresses[0], back['from'].addresses[0].domain, back['date'].datetime, back['message-id'], back.get_content_type(), back.is_multipart(), [part.get_content_type() for part in back.walk()])
print(back.get_body(('plain',)).get_content().splitlines()[0], back.get_body(('html',)).get_content(), [(part.get_filename(), part.get_content_disposition(), part.get_content()) for part in back.iter_attachments()], [part.get_content_type() for part in back.iter_parts()])
back.replace_header('Subject', 'other')
back['X-Extra'] = 'yes'
del back['date']
print(back.keys(), back.get('none', 'default'), back.get_all('x-extra'), len(back), 'TO' in back, back.defects)
for label, call in {'twice': lambda: back.__setitem__('Subject', 'x'), 'newline': lambda: back.__setitem__('X', 'a\nb'), 'replace': lambda: back.replace_header('None', 'x'), 'content': lambda: EmailMessage().set_content(5), 'bytes': lambda: EmailMessage().set_content(b'x'), 'multipart': lambda: back.get_content(), 'attachment': lambda: EmailMessage().add_attachment(5), 'address': lambda: Address('x', 'a b', 'c\n'), 'address both': lambda: Address(username='a', addr_spec='b@c'), 'address bad': lambda: Address(addr_spec='nothing'), 'related': lambda: back.make_related(), 'parse int': lambda: email.message_from_string(5), 'charset': lambda: EmailMessage().set_content('é', charset='ascii'), 'group': lambda: str(Group('friends', readers)), 'addr': lambda: str(Address('', 'lonely', 'example.org'))}.items():
    attempt(label, call)

raw = b'''From: =?utf-8?q?J=C3=B6rg?= <joerg@example.org>, "Last, First" <l@example.org>
To: undisclosed-recipients:;
Subject: =?iso-8859-1?Q?caf=E9?= and =?utf-8?b?w7xiZXI=?=
Received: from a
 by b
Received: from c
Content-Type: multipart/mixed; boundary="XX"

preamble
--XX
Content-Type: text/plain; charset="latin-1"
Content-Transfer-Encoding: quoted-printable

caf=E9 =
soft
--XX
Content-Type: application/octet-stream; name*=utf-8''f%C3%BCr.bin
Content-Transfer-Encoding: base64

AAEC
/w==
--XX
Content-Type: message/rfc822

Subject: inner

the inner body
--XX--
epilogue
'''
mail = email.message_from_bytes(raw)
print(mail['subject'], email.header.decode_header(mail['subject']), str(email.header.make_header(email.header.decode_header(mail['subject']))), mail.get_all('received'), mail.preamble, mail.epilogue, mail.get_boundary(), mail.get_params(), mail.get_unixfrom())
for part in mail.walk():
    print(part.get_content_type(), part.get_content_charset(), part.get_filename(), part.get('content-transfer-encoding'), part.get_payload(decode=True))
modern = email.message_from_bytes(raw, policy=email.policy.default)
print(modern['subject'], [(a.display_name, a.addr_spec) for a in modern['from'].addresses], modern['to'].groups, modern.get_payload(0).get_content(), modern.get_payload(1).get_content(), modern.get_payload(1).get_filename(), modern.get_payload(2).get_content()['subject'])
for broken in (b'no headers at all', b'Subject x\n\nbody', b'Content-Type: multipart/mixed\n\nno boundary', b'Content-Type: multipart/mixed; boundary=Z\n\n--Z\n\nno end', b'A: b\n c\nBad Line\nD: e\n\nx', b'Content-Type: text/plain; charset=nope\nContent-Transfer-Encoding: base64\n\n!!!!=', b''):
    mail = email.message_from_bytes(broken, policy=email.policy.default)
    print(mail.items(), mail.get_payload() if not mail.is_multipart() else len(mail.get_payload()), [type(defect).__name__ for defect in mail.defects])
old = MIMEMultipart('alternative', boundary='B')
old['Subject'] = email.header.Header('ä' * 40, 'utf-8')
old.attach(MIMEText('plain', _charset='us-ascii'))
old.attach(MIMEText('größer', 'html', 'utf-8'))
old.preamble = 'look at the parts'
print(old.as_string(unixfrom=False), Message().as_string())
print(email.utils.parseaddr('"A, B" <a@b>'), email.utils.formataddr(('Jörg', 'j@x')), email.utils.getaddresses(['a@b, C <c@d>', 'x']), email.utils.parsedate_tz('Mon, 01 Jan 2024 10:00:00 -0230'), email.utils.parsedate('nonsense'), email.utils.quote('a"b\\'), email.utils.unquote('"x"'), email.utils.decode_rfc2231("utf-8'en'%C3%A4"), email.utils.encode_rfc2231('ä', 'utf-8'), email.utils.collapse_rfc2231_value(('utf-8', '', '%C3')), email.utils.formatdate(0), email.utils.mktime_tz(email.utils.parsedate_tz('Thu, 01 Jan 1970 00:00:10 +0000')))
