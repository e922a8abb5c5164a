"""What pickles and unpickles, of the C part of pickle. What that takes from modules written in Python is handed over
here."""
import _compat_pickle
import _io  # where the classes of io say they are from
import codecs
import copyreg
import functools

from _pickle_native import Pickler, Unpickler, dump, dumps, load, loads, setup

# what the machines look up in objects by themselves
_ASKED_FOR = ('__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', _io.__name__)

setup(copyreg.dispatch_table, copyreg._extension_registry, copyreg._inverted_registry, copyreg._extension_cache,
      _compat_pickle.NAME_MAPPING, _compat_pickle.IMPORT_MAPPING, _compat_pickle.REVERSE_NAME_MAPPING,
      _compat_pickle.REVERSE_IMPORT_MAPPING, codecs.encode, functools.partial)
