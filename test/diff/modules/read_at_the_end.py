"""Finalizers that run while modules are taken apart read attributes at places that were read before."""
import math
import struct
import sys


def look():
    found = []
    for module, name in ((struct, "pack"), (math, "floor"), (sys, "maxsize")):
        try:
            found.append(module is None or getattr(module, name) is not None)
        except AttributeError:
            found.append(True)
    try:
        found.append(len(struct.pack("<I", 1)) == 4 and math.sqrt(4.0) == 2.0 and isinstance(1, (int, str)))
    except (AttributeError, TypeError):
        found.append(True)
    return found


class Late:
    def __init__(self, name):
        self.name = name
        self.write = sys.stdout.write
        self.look = look

    def __del__(self):
        self.write(f"{self.name} {all(self.look())}\n")


print(look(), look())
_private = Late("private")
public = Late("public")
struct.late = Late("in struct")
cycle = Late("cycle")
cycle.self = cycle
