from importlib.metadata import PackageNotFoundError, version

__version__ = version('fake-dist')
try:
    other = version(__name__ + '-other')
except PackageNotFoundError as error:
    other = str(error)


def first():
    return 'first'


def main():
    return 'main'
