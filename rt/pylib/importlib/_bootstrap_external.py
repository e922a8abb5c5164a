"""What code asks of CPython's import system by its inner name: the classes that load modules from files."""

from importlib.machinery import (BYTECODE_SUFFIXES, DEBUG_BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, ExtensionFileLoader,
                                 FileFinder, OPTIMIZED_BYTECODE_SUFFIXES, PathFinder, SOURCE_SUFFIXES,
                                 SourceFileLoader, SourcelessFileLoader)
from importlib.util import spec_from_file_location
