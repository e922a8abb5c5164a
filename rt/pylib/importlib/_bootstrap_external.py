"""What code asks of CPython's import system by its inner name: the classes that load modules from files."""

import os

from importlib.machinery import (BYTECODE_SUFFIXES, DEBUG_BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, ExtensionFileLoader,
                                 FileFinder, FileLoader, NamespaceLoader, OPTIMIZED_BYTECODE_SUFFIXES, PathFinder,
                                 SOURCE_SUFFIXES, SourceFileLoader, SourcelessFileLoader, WindowsRegistryFinder,
                                 _LoaderBasics)
from importlib.util import MAGIC_NUMBER, cache_from_source, decode_source, source_from_cache, spec_from_file_location

path_sep = os.sep
path_separators = os.sep
_NamespaceLoader = NamespaceLoader
_RAW_MAGIC_NUMBER = int.from_bytes(MAGIC_NUMBER, 'little')
_path_stat = os.stat
_path_split = os.path.split


def _path_join(*parts):
    return path_sep.join([part.rstrip(path_separators) for part in parts if part])


def _path_isfile(path):
    return os.path.isfile(path)


def _path_isdir(path):
    return os.path.isdir(path or '.')


def _unpack_uint32(data):
    return int.from_bytes(data, 'little')


_unpack_uint16 = _unpack_uint32
