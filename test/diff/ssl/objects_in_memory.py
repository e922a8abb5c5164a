"""TLS without sockets: two SSLObjects over MemoryBIOs, contexts' settings, what is read of certificates, names, options and errors."""
# difftest: no-wasi (TLS is not there)
import os
import ssl


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' (_ssl.c')[0])


bio = ssl.MemoryBIO()
print(bio.pending, bio.eof, bio.write(b'hello'), bio.pending, bio.read(2), bio.read(), bio.read(5), bio.write(bytearray(b'x')), bio.write(memoryview(b'yz')), bio.read(-1), bio.write_eof(), bio.eof, bio.read(), bio.pending)
attempt('after the end', bio.write, b'x')
attempt('text', ssl.MemoryBIO().write, 'x')
attempt('size', ssl.MemoryBIO().read, 'x')
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
print(context.verify_mode, context.check_hostname, context.protocol, context.minimum_version, context.maximum_version, context.verify_flags, context.post_handshake_auth, context.hostname_checks_common_name, context.sni_callback, context.num_tickets, context.security_level >= 0, context.cert_store_stats(), context.get_ca_certs(), context.session_stats()['number'])
attempt('no certificates', setattr, context, 'verify_mode', ssl.CERT_NONE)
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
print(context.verify_mode, context.check_hostname)
context.check_hostname = True
print(context.verify_mode)
context.minimum_version = ssl.TLSVersion.TLSv1_2
context.maximum_version = ssl.TLSVersion.TLSv1_3
context.options |= ssl.OP_NO_COMPRESSION
print(context.minimum_version, repr(context.maximum_version), bool(context.options & ssl.OP_NO_COMPRESSION), type(context.options).__name__, len(context.get_ciphers()) > 3, sorted(context.get_ciphers()[0]))
default = ssl.create_default_context()
server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
print(default.verify_mode, default.check_hostname, server.verify_mode, server.check_hostname, server.protocol, ssl.Purpose.SERVER_AUTH.oid, ssl.Purpose.CLIENT_AUTH.shortname, ssl._create_unverified_context().verify_mode)
for label, call in {'protocol': lambda: ssl.SSLContext(99), 'verify_mode': lambda: setattr(context, 'verify_mode', 9), 'verify type': lambda: setattr(context, 'verify_mode', 'x'), 'version': lambda: setattr(context, 'minimum_version', 5), 'ciphers': lambda: context.set_ciphers('no-such-cipher'), 'ciphers type': lambda: context.set_ciphers(5), 'alpn': lambda: context.set_alpn_protocols(['h2', 'http/1.1']), 'alpn empty': lambda: context.set_alpn_protocols(['']), 'alpn long': lambda: context.set_alpn_protocols(['x' * 256]), 'chain': lambda: context.load_cert_chain('none.pem'), 'chain type': lambda: context.load_cert_chain(5), 'verify': lambda: context.load_verify_locations(), 'verify file': lambda: context.load_verify_locations('none.pem'), 'verify data': lambda: context.load_verify_locations(cadata='garbage'), 'verify empty': lambda: context.load_verify_locations(cadata=b''), 'sni': lambda: setattr(context, 'sni_callback', 5), 'options': lambda: setattr(context, 'options', 'x'), 'wrap server': lambda: context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_side=True),
                    'wrap type': lambda: context.wrap_bio(5, 6, server_hostname='x'), 'object': lambda: ssl.SSLObject(), 'socket': lambda: ssl.SSLSocket(), 'name empty': lambda: context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname=''), 'name dot': lambda: context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname='.x'), 'ecdh': lambda: context.set_ecdh_curve('no-such'), 'tickets': lambda: setattr(context, 'num_tickets', 2), 'default': lambda: ssl.create_default_context('x'), 'keylog': lambda: setattr(context, 'keylog_filename', '/no/such/folder/x')}.items():
    attempt(label, call)

anonymous = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client = client_context.wrap_bio(incoming, outgoing, server_hostname='example.org')
print(client.server_side, client.server_hostname, client.context is client_context, client.pending(), client.version(), client.cipher(), client.compression(), client.selected_alpn_protocol(), client.session, client.session_reused)
attempt('handshake', client.do_handshake)
print(outgoing.pending > 100, outgoing.read(3)[:1], client.version())
attempt('read early', client.read, 10)
attempt('peer', client.getpeercert)
incoming.write(b'HTTP/1.0 400 nonsense\r\n\r\n')
attempt('not TLS', client.do_handshake)
there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
client = client_context.wrap_bio(back, there, server_hostname='example.org')
peer = anonymous.wrap_bio(there, back, server_side=True)
attempt('client', client.do_handshake)
attempt('no certificate', peer.do_handshake)
attempt('client told', client.do_handshake)
ended = client_context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname='x')
ended_in = ssl.MemoryBIO()
ended_in.write_eof()
attempt('ended', client_context.wrap_bio(ended_in, ssl.MemoryBIO(), server_hostname='x').do_handshake)
attempt('unwrap', ended.unwrap)
attempt('write', ended.write, b'x')

certificate = {'subject': ((('commonName', 'example.org'),),), 'notBefore': 'Jan  5 09:34:43 2018 GMT'}
print(ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'), ssl.DER_cert_to_PEM_cert(b'\x30\x03\x02\x01\x05'), ssl.PEM_cert_to_DER_cert(ssl.DER_cert_to_PEM_cert(b'abc' * 30)) == b'abc' * 30, ssl.RAND_status(), len(ssl.RAND_bytes(8)), ssl.RAND_add(b'x', 1.0), ssl.HAS_SNI, ssl.HAS_TLSv1_3, ssl.HAS_ALPN, ssl.get_protocol_name(ssl.PROTOCOL_TLS_CLIENT), ssl.OPENSSL_VERSION.startswith('OpenSSL'), len(ssl.OPENSSL_VERSION_INFO), sorted(ssl.get_default_verify_paths()._fields))
for label, call in {'time': lambda: ssl.cert_time_to_seconds('Foo 5 2018'), 'pem': lambda: ssl.PEM_cert_to_DER_cert('nothing'), 'pem end': lambda: ssl.PEM_cert_to_DER_cert('-----BEGIN CERTIFICATE-----\nxx'), 'rand': lambda: ssl.RAND_bytes(-1), 'rand type': lambda: ssl.RAND_bytes('x'), 'enum': lambda: (ssl.AlertDescription.ALERT_DESCRIPTION_HANDSHAKE_FAILURE, ssl.SSLErrorNumber.SSL_ERROR_WANT_READ, ssl.VerifyMode(2), ssl.TLSVersion.TLSv1_3.name), 'enum bad': lambda: ssl.VerifyMode(9), 'classes': lambda: [issubclass(kind, ssl.SSLError) for kind in (ssl.SSLWantReadError, ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLCertVerificationError, ssl.CertificateError)], 'base': lambda: (issubclass(ssl.SSLError, OSError), ssl.socket_error is OSError), 'str': lambda: str(ssl.SSLError(5, 'why')), 'server certificate': lambda: ssl.get_server_certificate(('127.0.0.1', 1)), 'server type': lambda: ssl.get_server_certificate(5)}.items():
    attempt(label, call)
