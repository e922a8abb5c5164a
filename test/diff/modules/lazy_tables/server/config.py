"""A module, no package, with tables for the helper: uvicorn's protocols are named so."""
from server.importer import import_from_string

KINDS: dict = {
    "plain": "server.kinds.plain:Plain",
    "fancy": "server.kinds.fancy:Fancy",
}
LIFE = {"on": "server.life:Life", "off": None}


class Config:
    def __init__(self, kind="plain", *, life="on"):
        self.kind = import_from_string(KINDS[kind])
        self.life = import_from_string(LIFE[life])
