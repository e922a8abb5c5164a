import warnings

warnings.warn("shop.prices is deprecated", DeprecationWarning, stacklevel=2)
warnings.warn("this module is deprecated", PendingDeprecationWarning)


def old_price():
    warnings.warn("old_price is deprecated", DeprecationWarning, stacklevel=2)
