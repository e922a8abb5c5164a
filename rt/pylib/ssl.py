"""TLS: the classes programs use, over the native module _ssl, which wraps OpenSSL.

SSLContext holds settings and certificates; it makes an SSLSocket, which is a socket, or an SSLObject, which talks through
two memory BIOs. Both only add names and rules to the native connection below them.
"""
import sys
import os
import errno
import warnings
from binascii import a2b_base64, b2a_base64
from collections import namedtuple
from enum import Enum, IntEnum, IntFlag

import _ssl
from _ssl import *
from _ssl import (_SSLContext, _DEFAULT_CIPHERS, _OPENSSL_API_VERSION, txt2obj as _txt2obj,
                  nid2obj as _nid2obj, RAND_status, RAND_add, RAND_bytes, RAND_pseudo_bytes as _random_bytes,
                  MemoryBIO, SSLSession, SSLError, SSLZeroReturnError, SSLWantReadError,
                  SSLWantWriteError, SSLSyscallError, SSLEOFError, SSLCertVerificationError)
import socket as _socket
from socket import (AF_INET, SOCK_STREAM, SO_TYPE, SOL_SOCKET, _GLOBAL_DEFAULT_TIMEOUT,
                    create_connection, socket)


def _collect(kind, name, prefix, without=()):
    """An enumeration of the constants with this prefix, which become its members."""
    members = {key: value for key, value in vars(_ssl).items()
               if key.startswith(prefix) and key not in without}
    ordered = sorted(members.items(), key=lambda item: (item[1], item[0]))
    made = kind(name, dict(ordered), module='ssl')
    globals().update({key: made[key] for key in members})
    return made


_SSLMethod = _collect(IntEnum, '_SSLMethod', 'PROTOCOL_', without=('PROTOCOL_SSLv23',))
Options = _collect(IntFlag, 'Options', 'OP_')
AlertDescription = _collect(IntEnum, 'AlertDescription', 'ALERT_DESCRIPTION_')
SSLErrorNumber = _collect(IntEnum, 'SSLErrorNumber', 'SSL_ERROR_')
VerifyFlags = _collect(IntFlag, 'VerifyFlags', 'VERIFY_')
VerifyMode = _collect(IntEnum, 'VerifyMode', 'CERT_')
PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}

HAS_NEVER_CHECK_COMMON_NAME = True
CHANNEL_BINDING_TYPES = ['tls-unique']
PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'
SOCK_STREAM = _socket.SOCK_STREAM
socket_error = OSError
CertificateError = SSLCertVerificationError
_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS


# Options whose setting is deprecated.
_NO_VERSIONS = OP_NO_SSLv2 | OP_NO_SSLv3 | OP_NO_TLSv1 | OP_NO_TLSv1_1 | OP_NO_TLSv1_2 | OP_NO_TLSv1_3


def _deprecated(message):
    """Warns the caller of this module's function, whose own calls do not count (see warnings.py)."""
    warnings.warn(message, DeprecationWarning)


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED = _ssl.PROTO_MINIMUM_SUPPORTED
    SSLv3 = _ssl.PROTO_SSLv3
    TLSv1 = _ssl.PROTO_TLSv1
    TLSv1_1 = _ssl.PROTO_TLSv1_1
    TLSv1_2 = _ssl.PROTO_TLSv1_2
    TLSv1_3 = _ssl.PROTO_TLSv1_3
    MAXIMUM_SUPPORTED = _ssl.PROTO_MAXIMUM_SUPPORTED


# -- names and paths ------------------------------------------------------------------------------------

class _ASN1Object(namedtuple('_ASN1Object', 'nid shortname longname oid')):
    __slots__ = ()

    def __new__(cls, oid):
        return super().__new__(cls, *_txt2obj(oid, name=False))  # CPython: 462

    @classmethod
    def fromnid(cls, nid):
        return super().__new__(cls, *_nid2obj(nid))  # CPython: 468

    @classmethod
    def fromname(cls, name):
        return super().__new__(cls, *_txt2obj(name, name=True))  # CPython: 474


class Purpose(_ASN1Object, Enum):
    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


DefaultVerifyPaths = namedtuple('DefaultVerifyPaths', 'cafile capath openssl_cafile_env '
                                'openssl_cafile openssl_capath_env openssl_capath')


def get_default_verify_paths():
    file_env, file, folder_env, folder = _ssl.get_default_verify_paths()
    cafile = os.environ.get(file_env, file)
    capath = os.environ.get(folder_env, folder)
    return DefaultVerifyPaths(cafile if os.path.isfile(cafile) else None,
                              capath if os.path.isdir(capath) else None,
                              file_env, file, folder_env, folder)


def _as_member(kind, value):
    try:
        return kind(value)
    except ValueError:
        return value


# -- contexts ---------------------------------------------------------------------------------------------

class SSLContext(_SSLContext):
    """Settings, certificates and keys that connections have in common."""

    sslsocket_class = None
    sslobject_class = None

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            _deprecated('ssl.SSLContext() without protocol argument is deprecated.')
            protocol = PROTOCOL_TLS
        if protocol not in (PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER) and protocol in _PROTOCOL_NAMES:
            _deprecated('ssl.%s is deprecated' % _PROTOCOL_NAMES[protocol])
        return _SSLContext.__new__(cls, protocol)

    def _encode_hostname(self, hostname):
        if hostname is None:
            return None
        if isinstance(hostname, str):
            return hostname.encode('idna').decode('ascii')
        return hostname.decode('ascii')

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True,
                    suppress_ragged_eofs=True, server_hostname=None, session=None):
        return self.sslsocket_class._create(  # CPython: 517
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname,
            context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        return self.sslobject_class._create(  # CPython: 531
            incoming, outgoing, server_side=server_side,
            server_hostname=self._encode_hostname(server_hostname), session=session, context=self)

    def set_npn_protocols(self, npn_protocols):
        _deprecated('ssl NPN is deprecated, use ALPN instead')
        self._set_npn_protocols(npn_protocols)  # which OpenSSL does not have any more

    def set_servername_callback(self, server_name_callback):
        if server_name_callback is None:
            self.sni_callback = None
            return
        if not callable(server_name_callback):
            raise TypeError('not a callable object')  # CPython: 558

        def with_encoded_name(sslobj, servername, sslctx):
            return server_name_callback(sslobj, self._encode_hostname(servername), sslctx)

        self.sni_callback = with_encoded_name

    def set_alpn_protocols(self, alpn_protocols):
        packed = bytearray()
        for protocol in alpn_protocols:
            name = bytes(protocol, 'ascii')
            if not 0 < len(name) <= 255:
                raise SSLError('ALPN protocols must be 1 to 255 in length')  # CPython: 571
            packed.append(len(name))
            packed.extend(name)
        self._set_alpn_protocols(packed)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)  # CPython: 593
        self.set_default_verify_paths()

    @property
    def minimum_version(self):
        return TLSVersion(super().minimum_version)

    @minimum_version.setter
    def minimum_version(self, value):
        if value == TLSVersion.SSLv3:
            self.options &= ~Options.OP_NO_SSLv3
        _check_version(value)
        _SSLContext.minimum_version.__set__(self, value)

    @property
    def maximum_version(self):
        return TLSVersion(super().maximum_version)

    @maximum_version.setter
    def maximum_version(self, value):
        _check_version(value)
        _SSLContext.maximum_version.__set__(self, value)

    @property
    def options(self):
        return Options(super().options)

    @options.setter
    def options(self, value):
        if isinstance(value, int) and value & ~super().options & _NO_VERSIONS:
            _deprecated('ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated')
        _SSLContext.options.__set__(self, value)

    @property
    def hostname_checks_common_name(self):
        return not self._host_flags & _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        if value:
            self._host_flags &= ~_ssl.HOSTFLAG_NEVER_CHECK_SUBJECT
        else:
            self._host_flags |= _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @property
    def protocol(self):
        return _SSLMethod(super().protocol)

    @property
    def verify_flags(self):
        return VerifyFlags(super().verify_flags)

    @verify_flags.setter
    def verify_flags(self, value):
        _SSLContext.verify_flags.__set__(self, value)

    @property
    def verify_mode(self):
        return _as_member(VerifyMode, super().verify_mode)

    @verify_mode.setter
    def verify_mode(self, value):
        _SSLContext.verify_mode.__set__(self, value)


def _check_version(value):
    if value in (TLSVersion.SSLv3, TLSVersion.TLSv1, TLSVersion.TLSv1_1):
        _deprecated('ssl.TLSVersion.%s is deprecated' % TLSVersion(value).name)


def _new_context(protocol):
    """A context that this module asks for: CPython's warnings then name ssl.py and are not shown."""
    return _SSLContext.__new__(SSLContext, protocol)


def _log_keys(context):
    path = os.environ.get('SSLKEYLOGFILE')
    if path and not sys.flags.ignore_environment:
        context.keylog_filename = path


def _load_authorities(context, purpose, cafile, capath, cadata):
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)  # CPython: -
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with safe settings: for clients it checks certificates and names of hosts."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)  # CPython: 754
    if purpose == Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
        context.verify_mode = CERT_REQUIRED
        context.check_hostname = True
    elif purpose == Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    else:
        raise ValueError(purpose)  # CPython: 767
    _load_authorities(context, purpose, cafile, capath, cadata)  # CPython: 770
    _log_keys(context)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None,
                               cafile=None, capath=None, cadata=None):
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)  # CPython: 795
    if purpose == Purpose.SERVER_AUTH:
        protocol = PROTOCOL_TLS_CLIENT if protocol is None else protocol
    elif purpose == Purpose.CLIENT_AUTH:
        protocol = PROTOCOL_TLS_SERVER if protocol is None else protocol
    else:
        raise ValueError(purpose)  # CPython: 808
    context = _new_context(protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')  # CPython: 818
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    _load_authorities(context, purpose, cafile, capath, cadata)
    _log_keys(context)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


# -- connections over memory BIOs ----------------------------------------------------------------------------

class SSLObject:
    """A connection without a socket: what it receives and sends goes through two MemoryBIOs."""

    def __init__(self, *args, **kwargs):
        raise TypeError('%s does not have a public constructor. Instances are returned by '  # CPython: 861
                        'SSLContext.wrap_bio().' % self.__class__.__name__)

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None,
                context=None):
        if context.check_hostname and server_hostname is None:
            _deprecated('check_hostname requires server_hostname')
        self = cls.__new__(cls)
        self._sslobj = context._wrap_bio(incoming, outgoing, server_side=server_side,
                                         server_hostname=server_hostname, owner=self,
                                         session=session)
        return self

    @property
    def context(self):
        return self._sslobj.context

    @context.setter
    def context(self, ctx):
        self._sslobj.context = ctx

    @property
    def session(self):
        return self._sslobj.session

    @session.setter
    def session(self, session):
        self._sslobj.session = session

    @property
    def session_reused(self):
        return self._sslobj.session_reused

    @property
    def server_side(self):
        return self._sslobj.server_side

    @property
    def server_hostname(self):
        return self._sslobj.server_hostname

    def read(self, len=1024, buffer=None):
        if buffer is not None:
            return self._sslobj.read(len, buffer)
        return self._sslobj.read(len)

    def write(self, data):
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        return self._sslobj.getpeercert(binary_form)  # CPython: 939

    def selected_npn_protocol(self):
        return None

    def selected_alpn_protocol(self):
        return self._sslobj.selected_alpn_protocol()  # CPython: 955

    def cipher(self):
        return self._sslobj.cipher()  # CPython: 960

    def shared_ciphers(self):
        return self._sslobj.shared_ciphers()  # CPython: 966

    def compression(self):
        return self._sslobj.compression()  # CPython: 971

    def pending(self):
        return self._sslobj.pending()  # CPython: 975

    def do_handshake(self):
        self._sslobj.do_handshake()  # CPython: 979

    def unwrap(self):
        return self._sslobj.shutdown()  # CPython: 983

    def get_channel_binding(self, cb_type='tls-unique'):
        return self._sslobj.get_channel_binding(cb_type)  # CPython: 989

    def version(self):
        return self._sslobj.version()  # CPython: 994

    def verify_client_post_handshake(self):
        return self._sslobj.verify_client_post_handshake()  # CPython: 997


# -- connections over sockets -----------------------------------------------------------------------------------

def _early_data(sock):
    """What a peer sent to a socket that is not connected any more."""
    blocking = sock.getblocking()
    sock.setblocking(False)
    try:
        data = sock.recv(1)
    except OSError as error:
        if error.errno not in (errno.ENOTCONN, errno.EINVAL):
            raise
        data = b''
    sock.setblocking(blocking)
    return data


class SSLSocket(socket):
    """A socket that speaks TLS."""

    def __init__(self, *args, **kwargs):
        raise TypeError('%s does not have a public constructor. Instances are returned by '  # CPython: 1012
                        'SSLContext.wrap_socket().' % self.__class__.__name__)

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True,
                suppress_ragged_eofs=True, server_hostname=None, context=None, session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')  # CPython: 1023
        if server_side:
            if server_hostname:
                raise ValueError('server_hostname can only be specified in client mode')  # CPython: 1026
            if session is not None:
                raise ValueError('session can only be specified in client mode')  # CPython: 1029
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')  # CPython: 1032
        self = cls.__new__(cls)
        socket.__init__(self, sock.family, sock.type, sock.proto, sock.fileno())
        timeout = sock.gettimeout()
        sock.detach()
        self._context = context
        self._session = session
        self._closed = False
        self._sslobj = None
        self.server_side = server_side
        self.server_hostname = context._encode_hostname(server_hostname)  # CPython: 1048
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        connected = self._find_connected()
        self.settimeout(timeout)
        self._connected = connected
        if connected:
            try:
                self._wrap(server_side)
                if do_handshake_on_connect:
                    if self.gettimeout() == 0.0:
                        raise ValueError('do_handshake_on_connect should not be specified for '  # CPython: 1107
                                         'non-blocking sockets')
                    self.do_handshake()  # CPython: 1108
            except (OSError, ValueError):
                self.close()
                raise
        return self

    def _wrap(self, server_side):
        self._sslobj = self._context._wrap_socket(self, server_side, self.server_hostname,
                                                  owner=self, session=self._session)

    def _find_connected(self):
        try:
            self.getpeername()
            return True
        except OSError as error:
            if error.errno != errno.ENOTCONN:
                raise
            number = error.errno
        if _early_data(self):
            reason = 'Closed before TLS handshake with data in recv buffer.'
            problem = SSLError(number, reason)
            vars(problem).update(reason=reason, library=None)
            try:
                self.close()
            except OSError:
                pass
            raise problem
        return False

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, ctx):
        self._context = ctx
        self._sslobj.context = ctx

    @property
    def session(self):
        if self._sslobj is not None:
            return self._sslobj.session

    @session.setter
    def session(self, session):
        self._session = session
        if self._sslobj is not None:
            self._sslobj.session = session

    @property
    def session_reused(self):
        if self._sslobj is not None:
            return self._sslobj.session_reused

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % self.__class__.__name__)  # CPython: 1143

    def _check_connected(self):
        if not self._connected:
            self.getpeername()

    def read(self, len=1024, buffer=None):
        if self._sslobj is None:
            raise ValueError('Read on closed or unwrapped SSL socket.')  # CPython: 1164
        try:
            if buffer is not None:
                return self._sslobj.read(len, buffer)  # CPython: 1167
            return self._sslobj.read(len)  # CPython: 1169
        except SSLError as error:
            if error.args[0] == SSL_ERROR_EOF and self.suppress_ragged_eofs:
                return b'' if buffer is None else 0
            raise

    def write(self, data):
        if self._sslobj is None:
            raise ValueError('Write on closed or unwrapped SSL socket.')  # CPython: 1185
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        self._check_connected()  # CPython: 1191
        return self._sslobj.getpeercert(binary_form)  # CPython: 1192

    def selected_npn_protocol(self):
        return None

    def selected_alpn_protocol(self):
        return None if self._sslobj is None else self._sslobj.selected_alpn_protocol()

    def cipher(self):
        return None if self._sslobj is None else self._sslobj.cipher()

    def shared_ciphers(self):
        return None if self._sslobj is None else self._sslobj.shared_ciphers()

    def compression(self):
        return None if self._sslobj is None else self._sslobj.compression()

    def version(self):
        return None if self._sslobj is None else self._sslobj.version()

    def pending(self):
        return 0 if self._sslobj is None else self._sslobj.pending()

    def get_channel_binding(self, cb_type='tls-unique'):
        if self._sslobj is not None:
            return self._sslobj.get_channel_binding(cb_type)  # CPython: 1434
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError('%s channel binding type not implemented' % cb_type)  # CPython: 1437

    def _refuse_flags(self, flags, name):
        if flags != 0:
            raise ValueError('non-zero flags not allowed in calls to %s() on %s'
                             % (name, self.__class__))

    def send(self, data, flags=0):
        if self._sslobj is None:
            return super().send(data, flags)
        self._refuse_flags(flags, 'send')
        return self._sslobj.write(data)

    def sendall(self, data, flags=0):
        if self._sslobj is None:
            return super().sendall(data, flags)  # CPython: 1277
        self._refuse_flags(flags, 'sendall')
        with memoryview(data) as view, view.cast('B') as octets:
            sent = 0
            while sent < len(octets):
                sent += self.send(octets[sent:])

    def sendto(self, data, flags_or_addr, addr=None):
        if self._sslobj is not None:
            raise ValueError('sendto not allowed on instances of %s' % self.__class__)  # CPython: 1250
        if addr is None:
            return super().sendto(data, flags_or_addr)  # CPython: 1253
        return super().sendto(data, flags_or_addr, addr)  # CPython: 1255

    def recv(self, buflen=1024, flags=0):
        if self._sslobj is None:
            return super().recv(buflen, flags)  # CPython: 1298
        self._refuse_flags(flags, 'recv')
        return self.read(buflen)  # CPython: 1296

    def recv_into(self, buffer, nbytes=None, flags=0):
        if nbytes is None:
            nbytes = len(buffer) if buffer else 1024
        if self._sslobj is None:
            return super().recv_into(buffer, nbytes, flags)  # CPython: 1313
        self._refuse_flags(flags, 'recv_into')
        return self.read(nbytes, buffer)  # CPython: 1311

    def recvfrom(self, buflen=1024, flags=0):
        if self._sslobj is not None:
            raise ValueError('recvfrom not allowed on instances of %s' % self.__class__)  # CPython: 1318
        return super().recvfrom(buflen, flags)  # CPython: 1321

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._sslobj is not None:
            raise ValueError('recvfrom_into not allowed on instances of %s' % self.__class__)  # CPython: 1326
        return super().recvfrom_into(buffer, nbytes, flags)  # CPython: 1329

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError('sendmsg not allowed on instances of %s' % self.__class__)  # CPython: 1260

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError('recvmsg not allowed on instances of %s' % self.__class__)  # CPython: 1332

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError('recvmsg_into not allowed on instances of %s' % self.__class__)  # CPython: 1336

    def shutdown(self, how):
        self._sslobj = None
        super().shutdown(how)  # CPython: 1350

    def unwrap(self):
        if not self._sslobj:
            raise ValueError('No SSL wrapper around ' + str(self))  # CPython: 1359
        below = self._sslobj.shutdown()
        self._sslobj = None
        return below

    def verify_client_post_handshake(self):
        if not self._sslobj:
            raise ValueError('No SSL wrapper around ' + str(self))  # CPython: 1366
        return self._sslobj.verify_client_post_handshake()  # CPython: 1364

    def _real_close(self):
        self._sslobj = None
        super()._real_close()  # CPython: 1370

    def do_handshake(self, block=False):
        self._check_connected()  # CPython: 1374
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._sslobj.do_handshake()  # CPython: 1379
        finally:
            self.settimeout(timeout)

    def _real_connect(self, addr, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")  # CPython: 1385
        if self._connected or self._sslobj is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')  # CPython: 1389
        self._wrap(False)
        try:
            if connect_ex:
                code = super().connect_ex(addr)
            else:
                code = None
                super().connect(addr)  # CPython: 1399
            if not code:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()  # CPython: 1403
            return code
        except (OSError, ValueError):
            self._sslobj = None
            raise

    def connect(self, addr):
        self._real_connect(addr, False)  # CPython: 1412

    def connect_ex(self, addr):
        return self._real_connect(addr, True)  # CPython: 1417

    def accept(self):
        connection, address = super().accept()
        return self.context.wrap_socket(
            connection, server_side=True, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs), address


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


# -- functions -------------------------------------------------------------------------------------------------

def wrap_socket(sock, keyfile=None, certfile=None, server_side=False, cert_reqs=CERT_NONE,
                ssl_version=PROTOCOL_TLS, ca_certs=None, do_handshake_on_connect=True,
                suppress_ragged_eofs=True, ciphers=None):
    if server_side and not certfile:
        raise ValueError('certfile must be specified for server-side operations')  # CPython: 1467
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')  # CPython: 1470
    _deprecated('ssl.wrap_socket() is deprecated, use SSLContext.wrap_socket()')
    context = _new_context(ssl_version)
    context.verify_mode = cert_reqs
    if ca_certs:
        context.load_verify_locations(ca_certs)
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    if ciphers:
        context.set_ciphers(ciphers)
    return context.wrap_socket(sock=sock, server_side=server_side,
                               do_handshake_on_connect=do_handshake_on_connect,
                               suppress_ragged_eofs=suppress_ragged_eofs)


def cert_time_to_seconds(cert_time):
    """Seconds since the epoch of a time as getpeercert() shows it, such as 'Jan  5 09:34:43 2018 GMT'."""
    months = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
    try:
        month = months.index(cert_time[:3].title()) + 1
        day, clock, year, zone = cert_time[3:].split()
        hour, minute, second = (int(part) for part in clock.split(':'))
        if zone != 'GMT' or not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 62):
            raise ValueError
        year, day = int(year), int(day)
    except ValueError:
        raise ValueError('time data %r does not match format "%%b %%d %%H:%%M:%%S %%Y GMT"'
                         % cert_time) from None
    early = month <= 2    # years begin in March here, so that leap days come last
    years = year - early
    days = years * 365 + years // 4 - years // 100 + years // 400
    days += (153 * (month + (9 if early else -3)) + 2) // 5 + day - 1 - 719468
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def DER_cert_to_PEM_cert(der_cert_bytes):
    text = b2a_base64(der_cert_bytes, newline=False).decode('ascii')
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return '\n'.join([PEM_HEADER, *lines, PEM_FOOTER, ''])


def PEM_cert_to_DER_cert(pem_cert_string):
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s' % PEM_HEADER)  # CPython: 1535
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)  # CPython: 1538
    return a2b_base64(pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)].encode('ASCII'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None,
                           timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """The certificate of the server at `addr` as PEM; checked if there are `ca_certs`."""
    context = _create_stdlib_context(ssl_version,
                                     cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED,
                                     cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock:
        with context.wrap_socket(sock, server_hostname=addr[0]) as sslsock:
            return DER_cert_to_PEM_cert(sslsock.getpeercert(True))


def RAND_pseudo_bytes(n, /):
    _deprecated('ssl.RAND_pseudo_bytes() is deprecated')
    return _random_bytes(n)


def get_protocol_name(protocol_code):
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')


def match_hostname(cert, hostname):
    """Raises CertificateError unless the dict `cert` is for `hostname`; connections check by themselves."""
    _deprecated('ssl.match_hostname() is deprecated')
    if not cert:
        raise ValueError('empty or no certificate, match_hostname needs a SSL socket or SSL '  # CPython: 395
                         'context with either CERT_OPTIONAL or CERT_REQUIRED')
    address = _packed_address(hostname)
    names = []
    for kind, value in cert.get('subjectAltName', ()):
        if kind == 'DNS':
            if address is None and _dnsname_match(value, hostname):
                return
            names.append(value)
        elif kind == 'IP Address':
            if address is not None and _packed_address(value.rstrip()) == address:
                return
            names.append(value)
    if not names:
        for attributes in cert.get('subject', ()):
            for key, value in attributes:
                if key == 'commonName':
                    if _dnsname_match(value, hostname):
                        return
                    names.append(value)
    if len(names) > 1:
        raise CertificateError("hostname %r doesn't match either of %s"  # CPython: 426
                               % (hostname, ', '.join(map(repr, names))))
    if names:
        raise CertificateError("hostname %r doesn't match %r" % (hostname, names[0]))  # CPython: 430
    raise CertificateError('no appropriate commonName or subjectAltName fields were found')  # CPython: 434


def _packed_address(name):
    for family in (AF_INET, _socket.AF_INET6):
        try:
            return _socket.inet_pton(family, name)
        except OSError:
            continue
    return None


def _dnsname_match(pattern, hostname):
    if not pattern:
        return False
    if '*' not in pattern:
        return pattern.lower() == hostname.lower()
    first, dot, rest = pattern.partition('.')
    if pattern.count('*') > 1:
        raise CertificateError('too many wildcards in certificate DNS name: %r.' % pattern)  # CPython: 299
    if '*' in rest:
        raise CertificateError('wildcard can only be present in the leftmost label: %r.' % pattern)  # CPython: 306
    if not dot:
        raise CertificateError('sole wildcard without additional labels are not support: %r.'  # CPython: 312
                               % pattern)
    if first != '*':
        raise CertificateError('partial wildcards in leftmost label are not supported: %r.'  # CPython: 318
                               % pattern)
    host_first, dot, host_rest = hostname.partition('.')
    return bool(host_first and dot) and rest.lower() == host_rest.lower()
