"""oauthlib, toml, distro, crcmod and lazr.uri in small ways."""
import io

import crcmod
import crcmod.predefined
import distro
import toml
from lazr.uri import URI
from oauthlib import oauth1, oauth2
from oauthlib.common import add_params_to_uri, extract_params, urldecode, urlencode
from oauthlib.oauth1.rfc5849 import signature
from oauthlib.oauth2.rfc6749 import parameters, tokens


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


print(extract_params('a=1&b=2'), urldecode('a=%20b'), urlencode([('a', 'b c')]), add_params_to_uri('http://h/p?x=1', {'y': 2}))
attempt(urldecode, 'a=%zz')
print(signature.signature_base_string('POST', signature.base_string_uri('http://Example.com:80/r?x'), signature.normalize_parameters([('b', '2'), ('a', '1'), ('a', '0')])))
print(signature.sign_hmac_sha1_with_client('GET&x&y', oauth1.Client('key', client_secret='secret')) if hasattr(signature, 'sign_hmac_sha1_with_client') else None)
client = oauth1.Client('key', client_secret='secret', resource_owner_key='token', resource_owner_secret='hush', timestamp='123', nonce='n')
print(client.sign('http://example.com/a?b=c', http_method='POST', body='d=e', headers={'Content-Type': 'application/x-www-form-urlencoded'}))
web = oauth2.WebApplicationClient('id')
print(web.prepare_request_uri('https://h/auth', redirect_uri='https://me/cb', scope=['a', 'b'], state='s'), web.prepare_request_body(code='c'))
print(web.parse_request_uri_response('https://me/cb?code=abc&state=s', state='s'))
attempt(web.parse_request_uri_response, 'https://me/cb?error=access_denied', state=None)
attempt(web.parse_request_uri_response, 'http://me/cb?code=x')
print(web.parse_request_body_response('{"access_token": "t", "token_type": "Bearer", "scope": "a b"}'), web.add_token('https://h/x', headers={'X': 'y'}))
print(tokens.prepare_bearer_uri('t', 'https://h/?a=1'), tokens.OAuth2Token({'access_token': 't', 'scope': 'a'}, old_scope='a b').missing_scopes)

text = '''title = "x"
[owner]
name = "N"
dob = 1979-05-27T07:32:00Z
list = [ [1, 2], ["a", "b"] ]
[a.b]
c = 1.5
[[t]]
n = 1
[[t]]
n = 2
'''
data = toml.loads(text)
print(data['owner']['dob'].isoformat(), toml.dumps(data))
del data['owner']['dob']
print(data)
for bad in ('a = ', 'a = 1\na = 2', '[x', 'a = "x', '= 1'):
    attempt(toml.loads, bad)
print(toml.load(io.StringIO('k = true')), toml.dumps({'z': [1, {'a': 1}] and [1], 'd': {'e': {}}}))

print(crcmod.mkCrcFun(0x104c11db7, initCrc=0, xorOut=0xFFFFFFFF)(b'123456789') == 0xCBF43926, hex(crcmod.predefined.mkCrcFun('crc-16')(b'123456789')))
crc = crcmod.predefined.Crc('crc-ccitt-false')
crc.update(b'1234')
other = crc.copy()
other.update(b'56789')
print(crc.hexdigest(), other.hexdigest(), len(crc.digest()))
attempt(crcmod.mkCrcFun, 5)
attempt(crcmod.predefined.mkCrcFun, 'none')
print(distro.id(), bool(distro.name()), distro.version_parts(), sorted(distro.info()))
uri = URI('http://user@example.org:8080/a/../b?q#f')
print(uri, uri.host, uri.path, uri.ensureSlash(), uri.resolve('../c'), uri.underDomain('example.org'), repr(uri.append('x')))
attempt(URI, 'not a uri')
