"""Stands for hypothesis where a package's tests import it: tests that ask for generated values are skipped."""
import pytest


class _Anything:
    """Any strategy, or decorator of one: it can be called, and has every attribute."""

    def __call__(self, *args, **kwargs):
        return args[0] if args and callable(args[0]) else self

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self

    def __or__(self, other):
        return self


strategies = _Anything()
HealthCheck = _Anything()
example = assume = note = strategies


def settings(*args, **kwargs):
    return lambda function: function


settings.register_profile = settings.load_profile = lambda *args, **kwargs: None


def given(*args, **kwargs):
    def mark(function):
        def test_given(self=None):
            pytest.skip('needs hypothesis')

        test_given.__name__ = function.__name__
        return test_given

    return mark
