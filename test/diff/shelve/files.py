# difftest: no-wasi (it has no umask, which dbm.dumb asks for)
"""Shelves and databases in files, which dbm opens by the first of its modules that there is."""
import dbm
import os
import shelve
import tempfile
from pathlib import PurePosixPath

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "state")
    with shelve.open(path) as db:
        db["list"] = [1, {"k": (2, 3)}]
        db["path"] = PurePosixPath("/x/y")
    with shelve.open(path, "r") as db:
        print(sorted(db), db["path"].parent, db["list"], "nothing" in db)
    with shelve.open(path, writeback=True) as db:
        db["list"].append("more")
    with shelve.open(path) as db:
        print(db["list"], db.get("missing", "none"))
        del db["path"]
        print(len(db))
    try:
        shelve.open(os.path.join(folder, "nowhere"), "r")
    except dbm.error as error:
        print(type(error).__name__, error)
    with dbm.open(os.path.join(folder, "plain"), "n") as db:
        db["key"] = "value"
        db[b"\xff"] = b"\x00"
        print(sorted(db.keys()), db["key"], db.get("missing"))
    print(dbm.whichdb(os.path.join(folder, "none")), dbm.whichdb(path) is not None)
