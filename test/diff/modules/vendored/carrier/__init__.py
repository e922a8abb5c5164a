"""A package that carries others along: what it imports from carrier.extern an importer of its own finds, in
carrier._vendor or where they are installed (as setuptools does)."""
from carrier.extern import lone
from carrier.extern.carried import parts
from carrier.extern.spread.part import WHERE
import carrier.extern.natural

__import__('carrier.extern.carried.more')
more = carrier.extern.carried.more
natural = carrier.extern.natural
