"""Where log records come from: the program's own lines, whatever called the logger; fileConfig, handlers with files."""
import logging
import logging.config
import logging.handlers
import math
import os
import sys
import tempfile


class Service:
    log = logging.getLogger('service')

    def run(self):
        self.log.info('in a method')
        logging.info('by the module')
        logging.log(logging.ERROR, '%s', math.log(1.0))
        self.log.debug('not shown')
        for name in ('warning', 'error'):
            getattr(self.log, name)  # looked up only
        logging.LoggerAdapter(self.log, {}).critical('by an adapter')


def function():
    try:
        1 / 0
    except ZeroDivisionError:
        logging.getLogger('function').exception('failed')
    return [logging.getLogger('comprehension').warning('%d', i) for i in range(2)]


CONFIGURATION = """\
[loggers]
keys=root,x
[handlers]
keys=h
[formatters]
keys=f
[logger_root]
level=DEBUG
handlers=h
[logger_x]
level=INFO
handlers=h
qualname=x
propagate=0
[handler_h]
class=StreamHandler
args=(sys.stdout,)
formatter=f
[formatter_f]
format=%(name)s-%(levelname)s-%(message)s-%(funcName)s
"""


def from_file():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'log.ini')
        with open(path, 'w') as file:
            file.write(CONFIGURATION)
        logging.config.fileConfig(path, disable_existing_loggers=False)
    logging.getLogger('x').info('from x')
    logging.getLogger('x').debug('not shown')
    logging.getLogger('y').debug('from y')


def rotating():
    with tempfile.TemporaryDirectory() as folder:
        handler = logging.handlers.RotatingFileHandler(os.path.join(folder, 'r.log'), maxBytes=60, backupCount=2)
        logger = logging.getLogger('rotating')
        logger.addHandler(handler)
        logger.propagate = False
        for i in range(12):
            logger.warning('message number %d', i)
        handler.close()
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name)) as file:
                print(name, file.read().split('\n'))


logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s %(name)s %(funcName)s:%(lineno)d '
                    '%(filename)s %(module)s %(message)s')
Service().run()
function()
logging.getLogger().info('at the end')
rotating()
from_file()
