"""The part of warnings that CPython has in C."""

from warnings import filters, warn, warn_explicit
