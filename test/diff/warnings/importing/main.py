"""Modules that warn who imports them: of the library, and of the program."""

import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    import cgi, pipes
    from telnetlib import Telnet

    def later():
        import xdrlib as renamed
        from shop import prices
        import shop.prices as again
        return renamed, prices is again

    print(later()[1])
    import cgi
    import shop.stock
    from imp import reload
    shop.prices.old_price()


def place(filename):
    return "/".join(filename.split("/")[-2:])


for warning in seen:
    print(warning.category.__name__, str(warning.message)[:70], place(warning.filename), warning.lineno)

import chunk
