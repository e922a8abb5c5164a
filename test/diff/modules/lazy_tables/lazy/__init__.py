from .helper import lazy_import

lazy_import(globals(), {
    "connect": ".tools.wire",
    "saw": ".tools",
    "unused": ".missing_part",
}, old={"Old": ".history"})
