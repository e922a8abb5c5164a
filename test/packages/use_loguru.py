import sys
from loguru import logger
logger.remove()
logger.add(sys.stdout, format="{level} {name}:{function}:{line} {message} {extra}", colorize=False, level="DEBUG")
def f(x):
    logger.info("value {}", x)
    logger.bind(user="me").warning("bound {n}", n=3)
f(1)
logger.debug("top")
with logger.contextualize(task=7): logger.error("ctx")
@logger.catch(reraise=False, message="caught")
def g(): return 42
print(g())
logger.add(sys.stdout, format="J {message}", serialize=False, filter=lambda r: r["level"].no >= 40)
logger.critical("both")
logger.level("FOO", no=33); logger.log("FOO", "custom")
