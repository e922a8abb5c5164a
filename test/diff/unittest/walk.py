# difftest: no-wasi (only to save time)
"""unittest: cases, fixtures, assertions, subtests, skips, suites, loaders, runners, async cases, mock."""
import asyncio
import io
import logging
import unittest
import warnings
from unittest import mock
import re
import sys


class Basics(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        self.addCleanup(print, "cleanup", self._testMethodName)

    def test_assertions(self):
        self.assertEqual(1, 1)
        self.assertNotEqual(1, 2)
        self.assertTrue(1)
        self.assertFalse(0)
        self.assertIs(None, None)
        self.assertIsNot(1, 2)
        self.assertIsNone(None)
        self.assertIsNotNone(1)
        self.assertIn(1, [1])
        self.assertNotIn(2, [1])
        self.assertIsInstance(1, int)
        self.assertNotIsInstance(1, str)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertNotAlmostEqual(1, 2)
        self.assertGreater(2, 1)
        self.assertGreaterEqual(2, 2)
        self.assertLess(1, 2)
        self.assertLessEqual(1, 1)
        self.assertRegex("abc", "b")
        self.assertNotRegex("abc", "z")
        self.assertCountEqual([1, 2], [2, 1])
        self.assertMultiLineEqual("a\nb", "a\nb")
        self.assertSequenceEqual([1], (1,))
        self.assertListEqual([1], [1])
        self.assertTupleEqual((1,), (1,))
        self.assertSetEqual({1}, {1})
        self.assertDictEqual({1: 2}, {1: 2})
        with self.assertRaises(ValueError) as context:
            int("x")
        self.assertIn("invalid", str(context.exception))
        with self.assertRaisesRegex(KeyError, "nam."):
            {}["name"]
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertWarns(UserWarning) as warned:
            warnings.warn("careful")
        self.assertEqual(str(warned.warning), "careful")
        with self.assertWarnsRegex(DeprecationWarning, "old"):
            warnings.warn("old thing", DeprecationWarning)
        with self.assertLogs("unit", level="INFO") as logs:
            logging.getLogger("unit").info("hello")
        self.assertEqual(logs.output, ["INFO:unit:hello"])
        with self.assertNoLogs("unit"):
            pass

    def test_failures(self):
        for label, check in (
                ("eq", lambda: self.assertEqual(1, 2)), ("eqmsg", lambda: self.assertEqual(1, 2, "why")),
                ("str", lambda: self.assertEqual("one\ntwo", "one\ntoo")), ("list", lambda: self.assertEqual([1, 2, 3], [1, 3])),
                ("dict", lambda: self.assertEqual({"a": 1, "b": 2}, {"a": 1, "b": 3})), ("set", lambda: self.assertEqual({1}, {2})),
                ("tuple", lambda: self.assertEqual((1, 2), (1,))), ("true", lambda: self.assertTrue([])), ("in", lambda: self.assertIn(1, [])),
                ("is", lambda: self.assertIs(1, None)), ("almost", lambda: self.assertAlmostEqual(1, 1.1)), ("delta", lambda: self.assertAlmostEqual(1, 2, delta=0.5)),
                ("gt", lambda: self.assertGreater(1, 2)), ("count", lambda: self.assertCountEqual([1, 1], [1, 2])), ("regex", lambda: self.assertRegex("a", "b")),
                ("isinst", lambda: self.assertIsInstance(1, str)), ("raises", lambda: self.assertRaises(ValueError, int, "1")), ("fail", lambda: self.fail("no")),
                ("logs", self.check_logs), ("warns", self.check_warns)):
            try:
                check()
            except AssertionError as error:
                print(label, "|", error)

    def check_logs(self):
        with self.assertLogs("unit"):
            pass

    def check_warns(self):
        with self.assertWarns(UserWarning):
            pass

    def test_subtests(self):
        for i in range(4):
            with self.subTest("sub", i=i):
                self.assertNotEqual(i, 2)

    @unittest.skip("not now")
    def test_skipped(self):
        pass

    @unittest.skipIf(True, "condition")
    def test_skipped_if(self):
        pass

    @unittest.skipUnless(True, "fine")
    def test_not_skipped(self):
        """The first line of the docstring.

        More."""

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_error(self):
        raise RuntimeError("broken")

    def test_skip_inside(self):
        self.skipTest("inside")

    def test_context(self):
        class Manager:
            def __enter__(self):
                print("enter")
                return 5

            def __exit__(self, *args):
                print("exit")

        self.assertEqual(self.enterContext(Manager()), 5)


@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test_never(self):
        raise AssertionError


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        print("asyncSetUp", asyncio.get_running_loop().is_running())
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        await asyncio.sleep(0)
        print("async cleanup")

    async def asyncTearDown(self):
        print("asyncTearDown")

    async def test_sleep(self):
        await asyncio.sleep(0.001)
        self.assertEqual(await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)), [1, 2])

    async def test_fails(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(5), 0.001)
        self.assertTrue(False, "async failure")

    def test_plain(self):
        self.assertTrue(True)

    async def test_async_mock(self):
        fake = mock.AsyncMock(return_value=3)
        self.assertEqual(await fake(1, k=2), 3)
        fake.assert_awaited_once_with(1, k=2)
        fake.side_effect = [1, ValueError("second")]
        self.assertEqual(await fake(), 1)
        with self.assertRaises(ValueError):
            await fake()


class Thing:
    attribute = "original"

    def method(self, x):
        return x

    @staticmethod
    def static():
        return "static"


def helper():
    return "real"


class Mocks(unittest.TestCase):
    def test_mock(self):
        m = mock.Mock(return_value=5, name="named")
        self.assertEqual(m(1, a=2), 5)
        m.assert_called_once_with(1, a=2)
        m.method.return_value = "x"
        self.assertEqual(m.method(3), "x")
        print(m.mock_calls, m.call_args, m.call_count, m.called, repr(m.call_args_list))
        m.reset_mock()
        print(m.called, m.mock_calls)
        with self.assertRaises(AssertionError) as context:
            m.assert_called()
        print(context.exception)
        m("x")
        with self.assertRaises(AssertionError) as context:
            m.assert_called_with("y")
        print(context.exception)
        m.side_effect = KeyError("k")
        self.assertRaises(KeyError, m)
        m.side_effect = lambda v: v + 1
        self.assertEqual(m(1), 2)
        m.side_effect = iter([1, 2])
        self.assertEqual([m(), m()], [1, 2])
        self.assertEqual(mock.call(1, 2), mock.call(1, mock.ANY))
        print(mock.call.a.b(1).c, mock.sentinel.thing, mock.DEFAULT)
        attached = mock.Mock(**{"a.return_value": 1, "b.side_effect": ValueError})
        self.assertEqual(attached.a(), 1)
        with self.assertRaises(ValueError):
            attached.b()

    def test_magic(self):
        m = mock.MagicMock()
        m.__len__.return_value = 3
        m.__getitem__.side_effect = lambda k: k * 2
        m.__enter__.return_value = "entered"
        self.assertEqual((len(m), m[4]), (3, 8))
        with m as value:
            self.assertEqual(value, "entered")
        self.assertEqual(list(mock.MagicMock(__iter__=mock.Mock(return_value=iter([1, 2])))), [1, 2])
        m.__str__.return_value = "text"
        print(str(m), int(m), bool(m), m < 1 if False else "")

    def test_spec(self):
        m = mock.Mock(spec=Thing)
        m.method(1)
        with self.assertRaises(AttributeError) as context:
            m.nothing
        print(context.exception, isinstance(m, Thing))
        auto = mock.create_autospec(Thing)
        instance = auto()
        instance.method.return_value = 9
        self.assertEqual(instance.method(1), 9)
        with self.assertRaises(TypeError):
            instance.method(1, 2, 3)

    def test_patch(self):
        with mock.patch.object(Thing, "attribute", "patched"):
            self.assertEqual(Thing.attribute, "patched")
        self.assertEqual(Thing.attribute, "original")
        with mock.patch.object(Thing, "method", return_value=7) as patched:
            self.assertEqual(Thing().method(1), 7)
        patched.assert_called_once_with(1)
        with mock.patch.dict({"a": 1}, {"b": 2}) as d:
            print(d)
        with mock.patch("sys.stdout", new_callable=io.StringIO) as out:
            print("captured")
        self.assertEqual(out.getvalue(), "captured\n")
        with mock.patch.multiple(Thing, attribute=1, static=mock.DEFAULT) as values:
            print(Thing.attribute, list(values))
        with mock.patch.object(Thing, "prop", new_callable=mock.PropertyMock, create=True) as prop:
            prop.return_value = 4
            self.assertEqual(Thing().prop, 4)
        opener = mock.mock_open(read_data="line1\nline2\n")
        with mock.patch("builtins.open", opener):
            pass
        with opener("name") as file:
            print(file.read(), opener.call_args)
        patcher = mock.patch.object(Thing, "static")
        patcher.start()
        self.addCleanup(patcher.stop)
        Thing.static()

    @mock.patch.object(Thing, "attribute", new=3)
    @mock.patch.object(Thing, "static")
    def test_decorated(self, fake):
        self.assertEqual(Thing.attribute, 3)
        self.assertIs(Thing.static, fake)


def load(*classes):
    suite = unittest.TestSuite()
    for cls in classes:
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(cls))
    return suite


def clean(text):
    text = re.sub(r"in \d+\.\d+s", "in TIME", text)
    text = re.sub(r"id='\d+'", "id", text)
    text = re.sub(r'(?m)^  File ".*/(runners|base_events).py".*\n.*\n', '', text)
    text = re.sub(r'File ".*/', 'File "', text)
    return re.sub(r"(?m)^ *[\^~]+\n", "", text)


for verbosity in (1, 2):
    output = io.StringIO()
    result = unittest.TextTestRunner(output, verbosity=verbosity).run(load(Basics, Skipped, Async, Mocks))
    print(clean(output.getvalue()))
    print(result, result.wasSuccessful(), len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses))
print(sorted(unittest.TestLoader().getTestCaseNames(Basics))[:3], unittest.TestLoader().loadTestsFromName("Mocks.test_mock", sys.modules["__main__"]).countTestCases())
case = unittest.FunctionTestCase(lambda: None, description="a function")
print(case.shortDescription(), case.run().wasSuccessful(), Basics("test_error").id(), str(Basics("test_error")))
output = io.StringIO()
unittest.TextTestRunner(output, failfast=True, buffer=True, descriptions=False).run(load(Basics))
print(clean(output.getvalue()))
program = unittest.main(module="__main__", argv=["prog", "-v", "Mocks.test_magic", "Async.test_plain"], exit=False,
                        testRunner=unittest.TextTestRunner(sys.stdout if False else io.StringIO()))
print(program.result.testsRun)
try:
    unittest.main(argv=["prog", "-k", "*magic*", "-q"], testRunner=unittest.TextTestRunner(io.StringIO()))
except SystemExit as error:
    print("exit", error.code)
