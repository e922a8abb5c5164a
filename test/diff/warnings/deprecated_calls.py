"""What the library warns of as deprecated names the line that calls it, without the program mentioning stacklevel."""
import configparser
import locale
import logging
import threading
import unittest

logging.basicConfig(format="%(levelname)s %(message)s")
log = logging.getLogger("service")


class Job:
    def __init__(self):
        self.log = log

    def run(self):
        self.log.warn("in a method")


log.warn("first")
logging.warn("on the module")
Job().run()
thread = threading.Thread(target=Job().run, name="worker")
thread.setDaemon(True)
print(thread.isDaemon(), thread.getName(), threading.currentThread() is threading.main_thread())
condition = threading.Condition()
with condition:
    condition.notifyAll()
configparser.SafeConfigParser().add_section("x")
locale.getdefaultlocale()


class Old(unittest.TestCase):
    def test(self):
        self.assertEquals(1, 1)
        self.assert_(2)
        self.assertRaisesRegexp(ValueError, "x", int, "x")


result = unittest.TestResult()
Old("test").run(result)
print(result.wasSuccessful())
