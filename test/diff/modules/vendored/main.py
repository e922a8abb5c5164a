# A package finds what it carries along by an importer of its own: the program has those modules too.
import sys

import carrier

print(carrier.lone.NAME, carrier.parts.NAME, carrier.WHERE, carrier.more.NAME, carrier.natural.NAME)
print(carrier.parts is sys.modules['carrier._vendor.carried.parts'], sys.modules['carrier.extern.lone'] is carrier.lone)
try:
    from carrier.extern import lost
except ImportError as error:
    print(type(error).__name__, error)
try:
    from carrier.extern import unknown
except ImportError as error:
    print(type(error).__name__, str(error).split(' (')[0])
try:
    import carrier.extern.nowhere
except ImportError as error:
    print(type(error).__name__, error)
