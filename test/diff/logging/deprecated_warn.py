"""logger.warn names the line that calls it, in a program that keeps no stack."""

import logging
import sys
import warnings

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(lineno)d %(funcName)s %(message)s")
log = logging.getLogger("service")


class Job:
    def run(self):
        log.warn("in a method")
        log.info("not shown")


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    log.warn("first")
    logging.warn("on the module")
    Job().run()
    log.warning("not deprecated")
    for number in range(2):
        log.warn("again %d",
                 number)
for warning in seen:
    print(warning.category.__name__, warning.message, warning.filename == __file__, warning.lineno)
