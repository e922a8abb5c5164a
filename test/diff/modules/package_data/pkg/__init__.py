from importlib import resources
TEXT = resources.read_text(__package__, 'data.txt')
