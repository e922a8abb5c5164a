"""unittest.mock: call records, specs, side effects, patch in all forms, mock_open, sentinels, async mocks, sealed mocks, messages of failed assertions."""
# difftest: options --dynamic
import asyncio
import unittest
from unittest import mock


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Shop:
    name = 'corner'

    def __init__(self, stock):
        self.stock = stock

    def buy(self, item, count=1):
        self.stock[item] -= count
        return self.stock[item]

    @staticmethod
    def greet(who):
        return 'hello ' + who

    async def order(self, item):
        return item


class Config:
    value = 1


m = mock.Mock(name='shop', return_value=5)
print(m(1, 2, key='v'), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.call_args == ((1, 2), {'key': 'v'}), m.call_args == mock.call(1, 2, key='v'))
m.method(3).chained.deep('x')
print(m.mock_calls, m.method_calls, m.method.return_value.chained.mock_calls)
print(mock.call.a(1).b.c(2), mock.call(1) == ((1,),), mock.call.x == mock.call.x, mock.call.a.b(1).call_list(), list(mock.call(1, a=2)))
for assertion, args, kwargs in (('assert_called_once', (), {}), ('assert_called_with', (9,), {}), ('assert_called_once_with', (1, 2), {'key': 'v'}), ('assert_not_called', (), {}), ('assert_any_call', ('none',), {}),
                                ('assert_has_calls', ([mock.call(1, 2, key='v'), mock.call('more')],), {}), ('assert_called', (), {})):
    attempt(assertion, getattr(m, assertion), *args, **kwargs)
attempt('misspelt', lambda: m.assert_called_one())
attempt('misspelt', lambda: m.asert_called())
m.reset_mock()
print(m.called, m.mock_calls, m())
m.reset_mock(return_value=True, side_effect=True)
print(type(m()).__name__)

for effect in ([1, ValueError('second'), mock.DEFAULT], KeyError, KeyError('instance'), lambda x=0: x * 2, lambda x=0: mock.DEFAULT):
    m = mock.Mock(return_value='dflt', side_effect=effect)
    for _ in range(4):
        attempt('effect', m, *([3] if callable(effect) and not isinstance(effect, type) else []))

spec = mock.Mock(spec=Shop)
print(isinstance(spec, Shop), spec.__class__, sorted(x for x in dir(spec) if x in ('buy', 'greet', 'name', 'stock', 'order')))
attempt('spec', lambda: spec.sell)
attempt('spec set', lambda: setattr(mock.Mock(spec_set=['a']), 'b', 1))
auto = mock.create_autospec(Shop)
shop = auto({})
shop.buy.return_value = 7
attempt('auto', shop.buy, 'a', 2)
attempt('auto', shop.buy, 'a', 2, 3)
attempt('auto', shop.buy, itme='a')
attempt('auto', auto)
attempt('auto', auto.greet, 'a', 'b')
print(shop.buy.mock_calls, isinstance(shop, Shop), auto.mock_calls)
function = mock.create_autospec(lambda a, /, b, *, c=1: None, return_value='made')
attempt('function', function, 1, 2)
attempt('function', function, 1, 2, 3)
attempt('function', function, a=1, b=2)

magic = mock.MagicMock()
magic.__len__.return_value = 3
magic.__getitem__.side_effect = lambda key: key * 2
magic.__iter__.return_value = iter('ab')
magic.__contains__.return_value = True
magic.__enter__.return_value = 'entered'
with magic as entered:
    print(entered, len(magic), magic[4], list(magic), 'x' in magic, bool(magic), int(magic), float(magic), hash(magic) == hash(magic), magic == magic, magic != 5, magic.__exit__.call_args)
attempt('less', lambda: magic < 1)
attempt('plain', lambda: len(mock.Mock()))
attempt('noncallable', lambda: mock.NonCallableMock()())
print(mock.sentinel.missing, mock.sentinel.missing is mock.sentinel.missing, mock.ANY == 5, mock.call(mock.ANY) == mock.call('x'), repr(mock.ANY), repr(mock.DEFAULT))
m = mock.Mock()
type(m).prop = mock.PropertyMock(side_effect=[1, 2])
print(m.prop, m.prop)
parent = mock.Mock()
parent.attach_mock(mock.Mock(), 'child')
parent.child(1)
parent.other(2)
print(parent.mock_calls)
parent.configure_mock(**{'a.b.return_value': 9, 'c': 1})
print(parent.a.b(), parent.c)
mock.seal(parent)
attempt('sealed', lambda: parent.new)

with mock.patch.object(Shop, 'buy', return_value='patched') as buy:
    print(Shop({}).buy('x'), buy.call_args, Shop.buy is buy)
print(Shop({'x': 5}).buy('x', 2))
with mock.patch.object(Config, 'value', 42), mock.patch.dict('os.environ', {'MOCKED': 'yes'}):
    import os
    print(Config.value, os.environ['MOCKED'])
print(Config.value, 'MOCKED' in os.environ)
data = {'a': 1}
with mock.patch.dict(data, b=2):
    print(data)
with mock.patch.dict(data, {'z': 0}, clear=True):
    print(data)
print(data)
with mock.patch.multiple(Config, value=mock.DEFAULT, create=False) as mocks:
    print(sorted(mocks), type(Config.value).__name__)
attempt('absent', lambda: mock.patch.object(Config, 'nothing').start())
created = mock.patch.object(Config, 'nothing', 'made', create=True)
created.start()
print(Config.nothing, created.stop(), hasattr(Config, 'nothing'))


@mock.patch.object(Config, 'value', new=3)
@mock.patch.object(Shop, 'greet')
def decorated(extra, greet):
    greet.return_value = 'mocked'
    return Config.value, Shop.greet('x'), extra


print(decorated('extra'), Config.value, Shop.greet('y'))

opener = mock.mock_open(read_data='line 1\nline 2\nrest')
with opener('file', 'r') as handle:
    print(handle.readline(), list(handle), handle.read(), opener.mock_calls[:2])
handle = mock.mock_open(read_data=b'bytes')()
print(handle.read(2), handle.read(), handle.write('x'), handle.write.call_args)


async def asynchronous():
    a = mock.AsyncMock(return_value=3)
    print(await a(1), a.await_count, a.await_args, a.await_args_list, asyncio.iscoroutinefunction(a))
    a.assert_awaited_once_with(1)
    attempt('awaited', a.assert_awaited_with, 2)
    attempt('awaited', a.assert_not_awaited)
    effects = mock.AsyncMock(side_effect=[1, OSError('x')])
    print(await effects())
    try:
        await effects()
    except OSError as error:
        print('raised', error)
    shop = mock.create_autospec(Shop, instance=True)
    shop.order.return_value = 'ordered'
    print(await shop.order('tea'), type(shop.order).__name__, type(shop.buy).__name__)
    context = mock.MagicMock()
    context.__aenter__.return_value = 'inside'
    context.__aiter__.return_value = [1, 2]
    async with context as inside:
        print(inside, [x async for x in context])


asyncio.run(asynchronous())
