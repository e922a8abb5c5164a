"""Modules that import each other: partially initialised modules, late imports, the error's words."""

import alpha

print("main", alpha.name, alpha.use_beta(), alpha.beta.use_alpha())
try:
    import gamma
except ImportError as error:
    print(type(error).__name__, str(error).split(" (/")[0])
try:
    import epsilon
except AttributeError as error:
    print(str(error))
import sys
print(sorted(n for n in sys.modules if n in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")))
