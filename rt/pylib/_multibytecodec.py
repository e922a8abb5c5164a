"""The classes that incremental codecs and streams of East Asian encodings derive from. The runtime has none of these
encodings, so there is nothing that their attribute `codec` could be."""

__all__ = []


class _Multibyte:
    def __new__(cls, *args, **kwargs):
        cls.codec    # AttributeError, as of a class without one
        raise TypeError('codec is unexpected type')


class MultibyteIncrementalEncoder(_Multibyte):
    """Encodes text that comes in pieces."""


class MultibyteIncrementalDecoder(_Multibyte):
    """Decodes bytes that come in pieces."""


class MultibyteStreamReader(_Multibyte):
    """Decodes what it reads."""


class MultibyteStreamWriter(_Multibyte):
    """Encodes what is written."""
