"""Stands for aiounittest, whose AsyncTestCase the standard library has had since."""
from unittest import IsolatedAsyncioTestCase as AsyncTestCase
