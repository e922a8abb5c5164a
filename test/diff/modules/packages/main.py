"""A package with submodules, relative imports, __init__ exports, __all__ and star imports."""
import shop
import shop.prices
import shop.tools.text as text_tools
from shop import Cart, VERSION, prices as renamed
from shop.tools import *
from shop.tools.text import shout as loud, whisper

cart = Cart("ann")
cart.add("tea", 2)
cart.add("cake")
print(cart, cart.total(), VERSION)
print(shop.__name__, shop.prices.__name__, shop.tools.text.__name__, text_tools is shop.tools.text)
print(renamed is shop.prices, renamed.PRICES["tea"], loud("hi"), whisper("HO"))
print(exported(), "hidden" in globals(), __name__)
shop.prices.PRICES["tea"] = 10
print(cart.total())
print(sorted(name for name in vars(shop) if not name.startswith("_")))
try:
    from shop import nothing
except ImportError as error:
    print(type(error).__name__, str(error).partition(" (")[0])
try:
    import shop.absent
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    shop.unknown
except AttributeError as error:
    print(error)


def local_import():
    import shop.tools
    from shop.prices import price_of
    return price_of("cake"), shop.tools.__package__


print(local_import())
