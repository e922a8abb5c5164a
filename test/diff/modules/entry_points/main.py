"""Entry points: what installed distributions offer is part of the program where it asks for the group."""
import hostkit

WANTED = "upper"

for entry in hostkit.plugins():
    print(entry.name, entry.value, entry.group, entry.module, entry.attr, entry.extras)
    try:
        print(entry.load()("abc"))
    except ImportError as error:
        print(type(error).__name__, error)
