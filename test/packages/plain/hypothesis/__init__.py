"""Stands for hypothesis where a package's tests import it: tests that ask for generated values are skipped."""
import pytest

from . import strategies

HealthCheck = assume = note = strategies.anything


def example(*args, **kwargs):
    return lambda function: function


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
