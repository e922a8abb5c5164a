# unittest: every assertion's failure text, subtests, skips, expected failures, fixtures, cleanups, results, mocks of plain use.
import io
import re
import unittest
import warnings
import logging


class Assertions(unittest.TestCase):
    maxDiff = None


t = Assertions()
failures = (lambda: t.assertEqual(1, 2), lambda: t.assertEqual('a\nb\n', 'a\nc\n'), lambda: t.assertEqual([1, 2], [1, 3, 4]), lambda: t.assertEqual({'a': 1}, {'a': 2, 'b': 3}), lambda: t.assertEqual({1, 2}, {2, 3}), lambda: t.assertEqual((1,), (1, 2)), lambda: t.assertNotEqual(1, 1, 'msg'), lambda: t.assertTrue(0), lambda: t.assertFalse([1]), lambda: t.assertIs([], []), lambda: t.assertIsNot(t, t) if False else t.assertIsNone(5), lambda: t.assertIsNotNone(None),
            lambda: t.assertIn(1, [2]), lambda: t.assertNotIn(1, [1]), lambda: t.assertIsInstance(1, str), lambda: t.assertNotIsInstance(1, int), lambda: t.assertAlmostEqual(1, 1.1), lambda: t.assertAlmostEqual(1, 1.5, delta=0.1), lambda: t.assertAlmostEqual(1, 1.01, 1) or t.assertNotAlmostEqual(1, 1.00000001), lambda: t.assertGreater(1, 2), lambda: t.assertLessEqual(3, 2), lambda: t.assertRegex('abc', 'x'), lambda: t.assertNotRegex('abc', re.compile('b')), lambda: t.assertCountEqual([1, 2, 2], [2, 1, 3]),
            lambda: t.assertRaises(ValueError, int, '5'), lambda: t.assertRaisesRegex(ValueError, 'nope', int, 'x'), lambda: t.assertMultiLineEqual('x', 'y'), lambda: t.assertSequenceEqual([1], (2,), seq_type=list), lambda: t.assertDictEqual({}, []), lambda: t.fail('given'), lambda: t.assertWarns(UserWarning, lambda: 0), lambda: t.assertLogs('x').__enter__() and 0, lambda: t.assertListEqual([[1] * 30], [[2] * 30]), lambda: t.assertEqual('x' * 100, 'x' * 99 + 'y'))
for failure in failures:
    try:
        print('ok', failure())
    except AssertionError as error:
        print(str(error).split('WatcherX')[0])
with t.assertRaises(KeyError) as caught:
    {}['k']
print(repr(caught.exception))
with t.assertWarnsRegex(UserWarning, 'wo+') as w:
    warnings.warn('woo')
print(w.warning)
with t.assertLogs('some', 'INFO') as logs:
    logging.getLogger('some.child').info('hello %d', 5)
print(logs.output, logs.records[0].getMessage())
try:
    with t.assertNoLogs('some'):
        logging.getLogger('some').error('bad')
except AssertionError as error:
    print(error)
events = []


class Life(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        events.append('setUpClass')
        cls.addClassCleanup(events.append, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        events.append('tearDownClass')

    def setUp(self):
        events.append('setUp ' + self._testMethodName)
        self.addCleanup(events.append, 'cleanup')

    def tearDown(self):
        events.append('tearDown')

    def test_a_ok(self):
        "short description"
        events.append(self.shortDescription())

    def test_b_fail(self):
        self.assertEqual(1, 2, 'custom')

    def test_c_error(self):
        raise KeyError('oops')

    @unittest.skip('no reason')
    def test_d_skip(self):
        pass

    @unittest.expectedFailure
    def test_e_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_f_unexpected(self):
        pass

    def test_g_sub(self):
        for i in range(3):
            with self.subTest('part', i=i):
                self.assertEqual(i, 1)

    def test_h_skip_inside(self):
        self.skipTest('inside')

    @unittest.skipIf(True, 'if')
    def test_i(self):
        pass

    @unittest.skipUnless(False, 'unless')
    def test_j(self):
        pass


stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Life))
text = re.sub(r'in \d+\.\d+s', 'in Xs', stream.getvalue())
print('\n'.join(line for line in text.splitlines() if not line.startswith(('  File', '    '))))
print(events, result, result.wasSuccessful(), [(str(test), reason) for test, reason in result.skipped], len(result.expectedFailures), [str(x) for x in result.unexpectedSuccesses])


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError('no class')

    def test_x(self):
        pass


suite = unittest.TestSuite([Broken('test_x'), unittest.FunctionTestCase(lambda: None, description='func')])
stream = io.StringIO()
print(suite.countTestCases(), unittest.TextTestRunner(stream, failfast=True).run(suite), stream.getvalue().splitlines()[1:3])
print(Life('test_a_ok').id(), Life('test_a_ok'), repr(Life('test_a_ok')), Life('test_a_ok') == Life('test_a_ok'), unittest.defaultTestLoader.getTestCaseNames(Life)[:3], unittest.TestSuite())
try:
    Life('nope')
except ValueError as error:
    print(error)
