"""__import__ with the level and the list of a relative import."""
import json.decoder
import xml.dom.minidom
import xml.etree.ElementTree


def attempt(*arguments, **keywords):
    try:
        print(__import__(*arguments, **keywords).__name__)
    except Exception as error:
        print(repr(error), getattr(error, "name", None))


package = {"__package__": "json"}
attempt("decoder", package, None, ["x"], 1)
attempt("decoder", package, None, [], 1)
attempt("", package, None, ["decoder"], 1)
attempt("", package, None, (), 1)
attempt("decoder", {"__name__": "json", "__path__": []}, None, ["JSONDecoder"], 1)
attempt("decoder", {"__name__": "json.other"}, level=1)
attempt("etree.ElementTree", {"__package__": "xml"}, None, [], 1)
attempt("dom.minidom", {"__package__": "xml.etree"}, None, ["x"], 2)
attempt("nosuch.part", package, None, ["x"], 1)
attempt("x", {}, None, ["x"], 1)
attempt("x", package, None, ["x"], 3)
attempt("", package, None, ["x"], 0)
attempt("x", None, None, ["x"], 1)
attempt("x", 5, None, ["x"], 1)
attempt("x", {"__package__": 5}, None, ["x"], 1)
attempt("x", {"__package__": ""}, None, ["x"], 1)
attempt("x", level=-1)
attempt("x", level="1")
attempt("json", fromlist=[1])
attempt(5)
attempt(None, level="x")
attempt(b"json", level=-1)
