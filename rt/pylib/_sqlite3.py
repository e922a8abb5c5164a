"""SQLite: the native module, and what of it is better said in Python."""
# CPython: file -
from _sqlite3_native import *
from _sqlite3_native import Connection as _Connection
from sys import _dotted_name


@_dotted_name
class Connection(_Connection):
    """SQLite database connection object."""
    __module__ = 'sqlite3'

    def iterdump(self):
        """The statements that make the database anew."""
        self.total_changes  # refuses closed databases, and this one is asked before the thread is
        from sqlite3.dump import _iterdump
        return _iterdump(self)


def connect(*args, **kwargs):
    """Opens the database file, ':memory:' for one that is not kept; the arguments are those of Connection."""
    factory = kwargs.get('factory', args[5] if len(args) > 5 else Connection)
    return factory(*args, **kwargs)
