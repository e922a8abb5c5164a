# mock.patch of names in modules that the program does not import itself, as a call and as a decorator.
from unittest import mock

patcher = mock.patch('textwrap.dedent')
dedent = patcher.start()
dedent.return_value = 'replaced'
import textwrap
print(textwrap.dedent('  x'), dedent.call_args)
patcher.stop()
print(textwrap.dedent('  x'))


@mock.patch('html.parser.unescape', lambda text: text.upper())
@mock.patch('colorsys.rgb_to_hls')
def inside(rgb_to_hls):
    import sys
    sys.modules['colorsys'].rgb_to_hls(1, 2, 3)
    return sys.modules['html.parser'].unescape('<a>'), rgb_to_hls.mock_calls


print(inside())
for name in 'no_such_module.name', 'textwrap.no_such_name', 'plain', 'http://example.com':
    try:
        with mock.patch(name):
            print('patched', name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
with mock.patch('string.digits', '01'):
    import string
    print(string.digits)
