"""faulthandler, syslog and readline, as scripts use them."""
# difftest: no-wasi (signals, syslog)
import faulthandler
import os
import readline
import signal
import sys
import syslog
import tempfile
import time


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled())
print(faulthandler.disable(), faulthandler.disable())
with tempfile.TemporaryFile() as file:
    faulthandler.dump_traceback_later(0.01, file=file)
    while not os.fstat(file.fileno()).st_size:
        time.sleep(0.01)
    faulthandler.cancel_dump_traceback_later()
    file.seek(0)
    print(file.read()[:30])
    faulthandler.register(signal.SIGUSR1, file=file)
    os.kill(os.getpid(), signal.SIGUSR1)
    print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
attempt(lambda: faulthandler.dump_traceback_later(0))
attempt(lambda: faulthandler.register(signal.SIGSEGV))
attempt(lambda: faulthandler.register(0))
attempt(lambda: faulthandler.enable('x'))

syslog.openlog('test', syslog.LOG_PID, syslog.LOG_USER)
print(syslog.LOG_MASK(3), syslog.LOG_UPTO(3), syslog.setlogmask(0))
syslog.syslog(syslog.LOG_DEBUG, 'a message')
syslog.syslog('another')
syslog.closelog()
attempt(lambda: syslog.syslog(3))
attempt(lambda: syslog.openlog(3))

readline.add_history('first')
readline.add_history('second')
readline.parse_and_bind('tab: complete')
readline.set_completer(lambda text, state: None)
print(readline.get_current_history_length(), readline.get_history_item(1), readline.get_history_item(5))
with tempfile.TemporaryDirectory() as folder:
    readline.write_history_file(folder + '/history')
    readline.clear_history()
    readline.read_history_file(folder + '/history')
    print(readline.get_history_item(2), readline.get_history_length(), readline.get_completer() is not None)
attempt(lambda: readline.remove_history_item(-1))
attempt(lambda: readline.remove_history_item(9))
attempt(lambda: readline.set_completer(3))

sys.stdout.flush()
if os.fork() == 0:
    faulthandler.enable(file=open(os.devnull, 'w'))
    os.kill(os.getpid(), signal.SIGABRT)
print(os.waitstatus_to_exitcode(os.wait()[1]))
