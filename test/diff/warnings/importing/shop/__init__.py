"""A package with a module that is deprecated."""
