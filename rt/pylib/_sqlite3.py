"""SQLite: the native module, and what of it is better said in Python."""
from _sqlite3_native import *
from _sqlite3_native import Connection as _Connection


class Connection(_Connection):
    """SQLite database connection object."""
    __module__ = 'sqlite3'

    def iterdump(self):
        """The statements that make the database anew."""
        from sqlite3.dump import _iterdump
        return _iterdump(self)


def connect(database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True,
            factory=Connection, cached_statements=128, uri=False):
    """Opens the database file, ':memory:' for one that is not kept."""
    return factory(database, timeout, detect_types, isolation_level, check_same_thread, factory,
                   cached_statements, uri)
