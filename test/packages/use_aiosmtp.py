import asyncio, aiosmtplib
import logging; logging.disable(logging.CRITICAL)
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from email.message import EmailMessage
class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if not address.endswith("@ok.org"): return "550 not relaying"
        envelope.rcpt_tos.append(address); return "250 OK"
    async def handle_DATA(self, server, session, envelope):
        print("from", envelope.mail_from, "to", envelope.rcpt_tos, session.host_name)
        print(envelope.content.decode("utf8", "replace")); return "250 accepted"
async def main():
    loop = asyncio.get_running_loop()
    s = await loop.create_server(lambda: SMTP(Handler(), hostname="srv", ident="test", enable_SMTPUTF8=True), "127.0.0.1", 0)
    port = s.sockets[0].getsockname()[1]
    m = EmailMessage(); m["From"] = "a@ok.org"; m["To"] = "b@ok.org"; m["Subject"] = "Hi é"; m.set_content("body\n.dot\n")
    print(await aiosmtplib.send(m, hostname="127.0.0.1", port=port))
    c = aiosmtplib.SMTP(hostname="127.0.0.1", port=port)
    print(await c.connect()); print(await c.ehlo("me")); print(sorted(c.esmtp_extensions.items()))
    print(await c.noop(), await c.vrfy("x@ok.org"))
    try: await c.sendmail("a@ok.org", ["x@bad.org"], "text")
    except aiosmtplib.SMTPRecipientsRefused as e: print(e.recipients)
    print(await c.sendmail("a@ok.org", ["x@bad.org", "y@ok.org"], "Subject: s\r\n\r\ntext"))
    try: await c.execute_command(b"WHAT")
    except aiosmtplib.SMTPException as e: print(repr(e))
    else: print(await c.execute_command(b"WHAT"))
    try: await c.login("u", "p")
    except aiosmtplib.SMTPException as e: print(repr(e))
    print(await c.help() if 0 else await c.rset(), await c.quit())
    s.close(); await s.wait_closed()
asyncio.run(main())
