"""Certificates for the neighbours' tests, made by the openssl command.

Debian's updates of CPython 3.11 move lines of _ssl.c, which messages name, and warn of more.
"""
import builtins
import os
import re
import subprocess
import warnings

warnings.simplefilter("ignore", DeprecationWarning)

FOLDER = f"{os.environ.get('TMPDIR', '/tmp')}/tls-test-{os.getpid()}"
EXTENSIONS = """subjectAltName=DNS:localhost,DNS:*.example.org,IP:127.0.0.1,IP:::1,email:a@b.c,URI:http://x/y
authorityInfoAccess=OCSP;URI:http://ocsp/,caIssuers;URI:http://ca/
crlDistributionPoints=URI:http://crl/
"""


def path(name):
    return f"{FOLDER}/{name}"


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_certificates():
    """An authority (ca.pem), and a certificate from it (own.pem, own.key)."""
    os.mkdir(FOLDER)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-days", "3650", "-subj", "/O=Tests/CN=Test CA", "-keyout", path("ca.key"),
            "-out", path("ca.pem"))
    openssl("req", *key, "-subj", "/C=DE/O=Tests/CN=localhost", "-keyout", path("own.key"), "-out", path("own.csr"))
    with open(path("extensions"), "w") as file:
        file.write(EXTENSIONS)
    openssl("x509", "-req", "-in", path("own.csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
            "-CAcreateserial", "-days", "3650", "-extfile", path("extensions"), "-out", path("own.pem"))


def remove_certificates():
    for name in os.listdir(FOLDER):
        os.remove(path(name))
    os.rmdir(FOLDER)


def print(*values):
    """Prints them without the lines of _ssl.c."""
    builtins.print(*(re.sub(r"_ssl\.c:\d+", "_ssl.c", str(value)) for value in values))
