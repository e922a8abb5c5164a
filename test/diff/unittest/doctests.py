"""Examples in docstrings, run by doctest: ones that hold, that fail, and that raise.

>>> 1 + 1
2
"""

import doctest
import unittest


class Stack:
    """A stack.

    >>> stack = Stack(); stack.push(1); stack.push(2)
    >>> stack.pop()
    2
    >>> len(stack)
    1
    >>> print(stack)
    Stack([1])
    >>> Stack().pop()
    Traceback (most recent call last):
        ...
    IndexError: pop from empty list
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        """
        >>> stack = Stack()
        >>> stack.push(5)
        >>> stack.pop() == 6
        True
        """
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"Stack({self.items})"


def factorial(number):
    """
    >>> [factorial(i) for i in range(4)]
    [1, 1, 2, 6]
    >>> factorial(30)  # doctest: +ELLIPSIS
    2652...
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> factorial("a")
    Traceback (most recent call last):
    TypeError: '<' not supported between instances of 'str' and 'int'
    >>> print("a   b")  # doctest: +NORMALIZE_WHITESPACE
    a b
    """
    return 1 if number < 2 else number * factorial(number - 1)


print(doctest.testmod(optionflags=doctest.REPORT_NDIFF))
doctest.run_docstring_examples(factorial, globals(), name="factorial")
result = unittest.TestResult()
doctest.DocTestSuite().run(result)
print(result.testsRun, len(result.failures), len(result.errors))
