"""Hash functions by name; the work is done by the native module _hashes."""

from _hashes import (blake2b, blake2s, openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224,
                     openssl_sha256 as sha256, openssl_sha384 as sha384, openssl_sha512 as sha512,
                     openssl_sha3_224 as sha3_224, openssl_sha3_256 as sha3_256, openssl_sha3_384 as sha3_384,
                     openssl_sha3_512 as sha3_512, openssl_shake_128 as shake_128, openssl_shake_256 as shake_256,
                     pbkdf2_hmac, scrypt as _scrypt)

_CONSTRUCTORS = {
    'md5': md5, 'sha1': sha1, 'sha224': sha224, 'sha256': sha256, 'sha384': sha384, 'sha512': sha512,
    'blake2b': blake2b, 'blake2s': blake2s, 'sha3_224': sha3_224, 'sha3_256': sha3_256, 'sha3_384': sha3_384,
    'sha3_512': sha3_512, 'shake_128': shake_128, 'shake_256': shake_256,
}
algorithms_guaranteed = set(_CONSTRUCTORS)
algorithms_available = set(_CONSTRUCTORS)
__all__ = tuple(_CONSTRUCTORS) + ('new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac', 'file_digest', 'scrypt')


def new(name, data=b'', **kwargs):
    """A hash object of the function with this name, fed with data."""
    if not isinstance(name, str):
        raise TypeError('new() argument \'name\' must be str, not ' + type(name).__name__)
    constructor = _CONSTRUCTORS.get(name) or _CONSTRUCTORS.get(name.lower().replace('-', '_'))
    if constructor is None:
        raise ValueError('unsupported hash type ' + name)  # CPython: 166 __hash_new, 123 __get_builtin_constructor
    return constructor(data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The hash object of what a file holds from its position on."""
    digestobj = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        digestobj.update(fileobj.getbuffer())
        return digestobj
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")  # CPython: 286
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        digestobj.update(view[:size])
    return digestobj


_MOST = 2 ** 31 - 1
_MEMORY = 32 * 2 ** 20  # what may be used if maxmem does not say


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    """A key from a password, by much memory and time (RFC 7914)."""
    if salt is None:
        raise TypeError('salt is required')
    for name, number in (('n', n), ('r', r), ('p', p)):
        if number is not None and not isinstance(number, int):
            raise TypeError(f"scrypt() argument '{name}' must be int, not {type(number).__name__}")
        if number is None or number < 0:
            raise TypeError(name + ' is required and must be an unsigned int')
        if name == 'n' and (n < 2 or n & (n - 1)):
            raise ValueError('n must be a power of 2.')
    if not 0 <= maxmem <= _MOST:
        raise ValueError(f'maxmem must be positive and smaller than {_MOST}')
    if not 1 <= dklen <= _MOST:
        raise ValueError(f'dklen must be greater than 0 and smaller than {_MOST}')
    if not r or not p or n.bit_length() > 16 * r:
        raise ValueError('Invalid parameter combination for n, r, p, maxmem.')
    if 128 * r * (p + n + 2) > (maxmem or _MEMORY):
        raise ValueError('[digital envelope routines] memory limit exceeded')
    return _scrypt(password, salt, n, r, p, dklen)
