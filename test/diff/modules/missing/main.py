"""Imports that cannot be resolved fail where they execute, so a program can do without."""
try:
    import surely_not_installed
except ImportError as error:
    print(type(error).__name__, error, error.name)
    surely_not_installed = None
try:
    from surely_not_installed_either import thing
except ModuleNotFoundError as error:
    print(error)

    def thing():
        return "fallback"
try:
    import present.missing_part
except ModuleNotFoundError as error:
    print(error)
try:
    from present import missing_name
except ImportError as error:
    print(str(error).partition(" (")[0])
import present

print(thing(), surely_not_installed, present.VALUE)


def optional(name):
    if name == "a":
        try:
            import another_absent_module
        except ImportError:
            return "no a"
    return "fine"


print(optional("a"), optional("b"))
try:
    from . import sibling
except ImportError as error:
    print(error)
