from re import error    # the package is imported before this module
