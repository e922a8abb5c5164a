"""State machines are not run."""
import unittest

from .strategies import anything

Bundle = initialize = multiple = precondition = rule = invariant = anything


class RuleBasedStateMachine:
    TestCase = unittest.TestCase
