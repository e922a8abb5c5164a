# difftest: no-wasi (WASI has no sockets, so no TLS)
"""Contexts, certificates and connections over memory BIOs."""
import ssl

from _certificates import make_certificates, path, print, remove_certificates


make_certificates()
ctx=ssl.create_default_context()
print(ctx.minimum_version, ctx.maximum_version, ctx.options, ctx.verify_flags, ctx.verify_mode, ctx.security_level, ctx.num_tickets)
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__mro__[:3], repr(e), str(e), getattr(e,'reason',0), getattr(e,'library',0), e.args)
tr(ctx.load_cert_chain,path('missing'))
tr(ctx.load_cert_chain,path('ca.pem'),path('own.key'))
tr(ctx.load_cert_chain,path('own.key'))
tr(ctx.load_cert_chain,path('extensions'))
tr(ctx.load_verify_locations)
tr(ctx.load_verify_locations,path('extensions'))
tr(ctx.load_verify_locations,path('missing'))
tr(ctx.load_verify_locations,cadata='xx')
tr(ctx.load_verify_locations,cadata=b'xx')
tr(ctx.load_verify_locations,cadata='')
tr(ctx.set_ciphers,'bogus')
tr(ctx.set_ecdh_curve,'bogus')
tr(ctx.set_ecdh_curve,'prime256v1')
tr(ssl.SSLContext,99)
tr(ctx.wrap_bio,ssl.MemoryBIO(),ssl.MemoryBIO(),server_side=True)
tr(ctx.wrap_bio,ssl.MemoryBIO(),ssl.MemoryBIO(),server_hostname='')
tr(ctx.wrap_bio,ssl.MemoryBIO(),ssl.MemoryBIO(),server_hostname='.x')
tr(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).wrap_bio,ssl.MemoryBIO(),ssl.MemoryBIO())
tr(setattr,ctx,'verify_mode',0)
tr(setattr,ctx,'verify_mode',7)
tr(setattr,ctx,'check_hostname',True)
tr(setattr,ctx,'minimum_version',5)
ctx.load_verify_locations(path('ca.pem'))
print(ctx.cert_store_stats()['crl'])
print(ctx.get_ca_certs()[-1]['subject'])
print(ctx.session_stats())
print(len(ctx.get_ciphers()), ctx.get_ciphers()[0])
import _ssl
d=_ssl._test_decode_cert(path('own.pem')); d.pop('serialNumber'); d.pop('notBefore'); d.pop('notAfter'); print(d)
def pump(c,s,ci,co,si,so):
    pass
def pair(cctx,sctx,host):
    a,b=ssl.MemoryBIO(),ssl.MemoryBIO()
    c=cctx.wrap_bio(a,b,server_hostname=host); s=sctx.wrap_bio(b,a,server_side=True)
    for i in range(6):
        for x in (c,s):
            try: x.do_handshake()
            except ssl.SSLWantReadError as e: 
                if i==0: print(repr(e), e.args)
            except Exception as e: print('HS', type(e), e, e.args, e.__dict__)
    return c,s
sctx=ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
sctx.load_cert_chain(path('own.pem'),path('own.key'))
cctx=ssl.create_default_context(cafile=path('ca.pem'))
c,s=pair(cctx,sctx,'localhost')
print(c.version(),c.cipher(),s.shared_ciphers()[:1],c.compression(),c.selected_alpn_protocol())
print(c.getpeercert()['subject'], s.getpeercert(), len(c.getpeercert(True))>100)
c.write(b'hello'); print(s.read(10), s.pending())
tr(s.read,10)
tr(c.unwrap); tr(s.read,10); tr(s.unwrap); tr(c.unwrap)
tr(c.write, b'x')
pair(cctx,sctx,'wrong.host')
pair(cctx,sctx,'127.0.0.2')
c,s=pair(cctx,sctx,'127.0.0.1'); print(c.server_hostname, s.server_hostname)
pair(ssl.create_default_context(),sctx,'localhost')
a,b=ssl.MemoryBIO(),ssl.MemoryBIO()
s=sctx.wrap_bio(a,b,server_side=True); a.write(b'GET / HTTP/1.0\r\n\r\n'); tr(s.do_handshake)
tr(s.getpeercert)
s=sctx.wrap_bio(a:=ssl.MemoryBIO(),b,server_side=True); a.write_eof(); tr(s.do_handshake); tr(a.write,b'')
print(ssl.get_default_verify_paths())
print(ssl.Purpose.SERVER_AUTH, ssl.OPENSSL_VERSION_INFO[:2])
print(ssl.RAND_status(), len(ssl.RAND_bytes(5)))
remove_certificates()
