# difftest: no-wasi (threads)
# An exception that ends a thread is reported, and the program goes on.
import sys
import threading


class Output:
    text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def fail():
    raise ValueError('lost')


def leave():
    sys.exit(3)


output = sys.stderr = Output()
for target in (fail, leave):
    thread = threading.Thread(target=target, name='worker')
    thread.start()
    thread.join()
print([line for line in output.text.splitlines() if not line.startswith('  ')])
