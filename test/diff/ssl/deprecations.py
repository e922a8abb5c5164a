# difftest: no-wasi (no TLS)
# What ssl warns of as deprecated, and which line it names.
import socket
import ssl
import warnings

warnings.simplefilter('always')
shown = []
original = warnings.showwarning
warnings.showwarning = lambda message, category, filename, line, file=None, text=None: shown.append((category.__name__, str(message), line))


def context_of(protocol):
    return ssl.SSLContext(protocol)


def attempt(action):
    shown.clear()
    try:
        action()
    except (ValueError, OSError) as error:
        print(type(error).__name__, end=' ')
    print([each for each in shown if each[0] == 'DeprecationWarning'])


def set_options(context, on, off=0):
    context.options |= on
    context.options &= ~off


def set_versions(context, lowest, highest=None):
    context.minimum_version = lowest
    if highest is not None:
        context.maximum_version = highest


for protocol in ssl.PROTOCOL_TLS, ssl.PROTOCOL_SSLv23, ssl.PROTOCOL_TLSv1, ssl.PROTOCOL_TLSv1_1, ssl.PROTOCOL_TLSv1_2, ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER, 17:
    attempt(lambda: context_of(protocol))
attempt(lambda: ssl.SSLContext())
attempt(ssl.create_default_context)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
for on, off in ((ssl.OP_NO_TLSv1, 0), (ssl.OP_NO_TLSv1, 0), (ssl.OP_NO_TICKET, 0), (0, ssl.OP_NO_TLSv1), (ssl.OP_NO_SSLv2, 0), (ssl.OP_NO_TLSv1_1 | ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3, 0)):
    attempt(lambda: set_options(context, on, off))
for versions in ((ssl.TLSVersion.TLSv1,), (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3), (ssl.TLSVersion.TLSv1_1, ssl.TLSVersion.TLSv1_1), (ssl.TLSVersion.MINIMUM_SUPPORTED,)):
    attempt(lambda: set_versions(context, *versions))
attempt(lambda: ssl.match_hostname({}, 'localhost'))
attempt(lambda: ssl.RAND_pseudo_bytes(3))
left, right = socket.socketpair()
shown.clear()
try:
    ssl.wrap_socket(left, do_handshake_on_connect=False).close()
except OSError as error:
    print(error)
print([each for each in shown if 'wrap_socket' in each[1]])
right.close()
warnings.resetwarnings()
warnings.showwarning = original
context_of(ssl.PROTOCOL_TLS)
