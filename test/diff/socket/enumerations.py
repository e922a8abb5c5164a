# difftest: no-wasi (no sockets)
# The enumerations of socket, ssl and signal: their members in order of their values, and combined flags.
import signal
import socket
import ssl

for kind in (socket.AddressFamily, socket.SocketKind, socket.MsgFlag, socket.AddressInfo, ssl.Options, ssl.AlertDescription, ssl.SSLErrorNumber,
             ssl.VerifyFlags, ssl.VerifyMode, ssl.TLSVersion, signal.Signals, signal.Handlers, signal.Sigmasks):
    print(kind, list(kind))
    print(list(kind.__members__))
print(repr(ssl.create_default_context().options), repr(ssl.VERIFY_X509_STRICT | ssl.VERIFY_CRL_CHECK_CHAIN), repr(socket.MSG_PEEK | socket.MSG_OOB | socket.MSG_DONTWAIT))
