"""importlib._bootstrap_external by the name it has in the interpreter."""

from importlib._bootstrap_external import *
from importlib._bootstrap_external import (_LoaderBasics, _NamespaceLoader, _RAW_MAGIC_NUMBER, _path_isdir, _path_isfile,
                                           _path_join, _path_split, _path_stat, _unpack_uint16, _unpack_uint32)
