"""Small packages for documents, text and numbers: semver, jsonpatch, json-pointer, rfc3986, furl, slugify, unidecode, termcolor, iso3166, docopt, packaging."""
import json
import semver, jsonpointer, jsonpatch, rfc3986, iso3166, docopt, termcolor, unidecode, slugify, expiringdict, furl, pythonjsonlogger.jsonlogger, deprecation, heapdict, zict
import logging, sys, io


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: semver.VersionInfo.parse("1.2.3-rc.1+b5").bump_minor())
attempt(lambda: semver.VersionInfo.parse("1.2"))
attempt(lambda: semver.compare("1.0.0", "1.0.0-a"))
attempt(lambda: sorted(["1.10.0", "1.9.0", "1.9.0-b"], key=semver.VersionInfo.parse))
document = {"a": [1, {"b/c": 2}], "k": None}
attempt(lambda: jsonpointer.resolve_pointer(document, "/a/1/b~1c"))
attempt(lambda: jsonpointer.resolve_pointer(document, "/a/7"))
attempt(lambda: jsonpointer.set_pointer(document, "/a/-", 9, inplace=False))
attempt(lambda: jsonpatch.make_patch({"a": 1, "l": [1, 2, 3]}, {"b": 1, "l": [1, 3]}))
attempt(lambda: jsonpatch.apply_patch(document, [{"op": "move", "from": "/k", "path": "/m"}, {"op": "test", "path": "/a/0", "value": 1}]))
attempt(lambda: jsonpatch.apply_patch(document, [{"op": "test", "path": "/a/0", "value": 2}]))
attempt(lambda: rfc3986.uri_reference("HTTP://u@Example.com:80/a/./b/../c?q#f").normalize().unsplit())
attempt(lambda: rfc3986.validators.Validator().require_presence_of("scheme").validate(rfc3986.uri_reference("//x")))
attempt(lambda: iso3166.countries.get("de"))
attempt(lambda: iso3166.countries.get("zz"))
attempt(lambda: docopt.docopt("Usage: p [-v] add <x>... [--n=<n>]\n\nOptions:\n  --n=<n>  N [default: 3].\n", ["add", "1", "2", "-v"]))
attempt(lambda: ascii(termcolor.colored("x", "red", attrs=["bold"])))
attempt(lambda: unidecode.unidecode("Žluťoučký kůň ☃ 北京"))
attempt(lambda: slugify.slugify("C'est déjà l'été!", max_length=12, word_boundary=True))
cache = expiringdict.ExpiringDict(max_len=2, max_age_seconds=100)
cache["a"] = 1; cache["b"] = 2; cache["c"] = 3
attempt(lambda: list(cache.keys()))
link = furl.furl("http://x.org/p/a?b=1&b=2#frag")
link.path /= "é"; link.args["c"] = "d e"; link.query.params.popvalue("b")
attempt(lambda: link.url)
attempt(lambda: furl.furl("http://x:99999/"))
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(pythonjsonlogger.jsonlogger.JsonFormatter("%(levelname)s %(name)s %(message)s", rename_fields={"levelname": "level"}))
log = logging.getLogger("svc"); log.addHandler(handler); log.setLevel("INFO")
log.info("hello %s", "w", extra={"user": {"id": 1}})
attempt(stream.getvalue)
queue = heapdict.heapdict(); queue.update(b=2, a=1, c=0); queue["b"] = -1
attempt(lambda: [queue.popitem() for _ in range(3)])
lru = zict.LRU(2, {}, on_evict=lambda k, v: print("evicted", k, v))
lru["x"] = 1; lru["y"] = 2; lru["x"]; lru["z"] = 3
attempt(lambda: sorted(lru))


@deprecation.deprecated(deprecated_in="1.0", removed_in="3.0", current_version="2.0", details="Use g.")
def f():
    """F."""


import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    f()
    print([str(w.message) for w in caught])
print(f.__doc__)
