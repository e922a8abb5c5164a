"""Sources of functions and classes: decorators, lambdas, statements of one line, comments at the end, nested and conditional classes."""
# difftest: no-wasi (the source is not there)
import inspect


def wrap(*args):
    return lambda function: function


# about one
def one(a,
        b=(1,
           2)): return a  # in one line


@wrap(lambda x: x)
@wrap(
    ')', """
    def not_this(): pass
    """)
async def two():
    """class three: in a text"""
    if one:
        return 1
    # a comment of the body

  # not of it


three = lambda a, \
    b: a + b
four = [
    lambda: 1,
    2,
]
if True:
    class Five:
        class Inner:
            """class Five:"""

            @wrap()
            class Deep: x = 1

        def method(self): return 1

        # the end of Five
else:
    class Five: pass


@wrap('class Six')
class Six(Five):

    @property
    def value(self):
        return (1 +
                2)


def outer():
    class Local:
        y = 2
    return Local


for thing in (one, two, three, four[0], Five, Five.Inner, Five.Inner.Deep, Five.method, Six, Six.value.fget, outer, outer()):
    lines, number = inspect.getsourcelines(thing)
    print(number, ''.join(lines), repr(inspect.getcomments(thing)))
print(inspect.getsource(two).count('\n'), inspect.getblock(['x = 1\n', 'y = 2\n']), inspect.getblock(['class A:\n', '  pass\n', ' z\n']))
try:
    inspect.getsource(type('Made', (), {'__module__': '__main__'}))
except OSError as error:
    print(error)
