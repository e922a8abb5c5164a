"""What installers noted about packages. A compiled program carries the metadata of the distributions that it asks
for by name, and if it asks for all or computes names, of those whose modules it has."""

import re
from importlib import import_module
from pathlib import PurePosixPath

try:
    from _program_data import DISTRIBUTIONS as _carried
except ImportError:
    _carried = {}

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'distribution',
           'distributions', 'entry_points', 'files', 'metadata', 'packages_distributions', 'requires', 'version']


class PackageNotFoundError(ModuleNotFoundError):
    """The program carries nothing about the package."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        (name,) = self.args
        return name


def _normalized(name):
    return re.sub(r'[-_.]+', '-', name).lower().replace('-', '_')


class EntryPoint:
    """A name for an object that a distribution offers."""

    _pattern = re.compile(r'(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$')
    dist = None

    def __init__(self, name, value, group):
        self.__dict__.update(name=name, value=value, group=group)

    def load(self):
        match = self._pattern.match(self.value)
        result = import_module(match.group('module'))
        for attribute in filter(None, (match.group('attr') or '').split('.')):
            result = getattr(result, attribute)
        return result

    @property
    def module(self):
        return self._pattern.match(self.value).group('module')

    @property
    def attr(self):
        return self._pattern.match(self.value).group('attr')

    @property
    def extras(self):
        return re.findall(r'\w+', self._pattern.match(self.value).group('extras') or '')

    def matches(self, **params):
        return all(getattr(self, name) == value for name, value in params.items())

    def _for(self, dist):
        self.__dict__['dist'] = dist
        return self

    def _key(self):
        return self.name, self.value, self.group

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __setattr__(self, name, value):
        raise AttributeError('EntryPoint objects are immutable.')

    def __repr__(self):
        return f'EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})'


class EntryPoints(list):
    """Several of them."""

    __slots__ = ()

    def __getitem__(self, name):
        if isinstance(name, int):
            return super().__getitem__(name)
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name) from None

    def select(self, **params):
        return EntryPoints(entry for entry in self if entry.matches(**params))

    @property
    def names(self):
        return {entry.name for entry in self}

    @property
    def groups(self):
        return {entry.group for entry in self}


class SelectableGroups(dict):
    """All entry points by their group."""

    @classmethod
    def load(cls, entries):
        groups = {}
        for entry in sorted(entries, key=lambda entry: entry.group):
            groups.setdefault(entry.group, []).append(entry)
        return cls((group, EntryPoints(some)) for group, some in groups.items())

    @property
    def _all(self):
        return EntryPoints(entry for some in self.values() for entry in some)

    @property
    def groups(self):
        return self._all.groups

    @property
    def names(self):
        return self._all.names

    def select(self, **params):
        return self._all.select(**params) if params else self


def _sections(text):
    """(section, line) of a file with [section] lines."""
    section = None
    for line in (text or '').splitlines():
        line = line.strip()
        if line.startswith('[') and line.endswith(']'):
            section = line[1:-1]
        elif line and not line.startswith('#'):
            yield section, line


class FileHash:
    """A file's hash, as RECORD has it."""

    def __init__(self, text):
        self.mode, _, self.value = text.partition('=')

    def __repr__(self):
        return f'<FileHash mode: {self.mode} value: {self.value}>'


class PackagePath(PurePosixPath):
    """A file of a distribution."""

    hash = size = dist = None

    def locate(self):
        return self.dist.locate_file(self)

    def read_text(self, encoding='utf-8'):
        with open(self.locate(), encoding=encoding) as stream:
            return stream.read()

    def read_binary(self):
        with open(self.locate(), 'rb') as stream:
            return stream.read()


class Distribution:
    """One distribution that the program carries the metadata of."""

    def __init__(self, entry):
        self._entry = entry

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError('A distribution name is required.')
        for entry in _carried:
            found = PathDistribution(entry)
            if _normalized(found.name) == _normalized(name):
                return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        return (PathDistribution(entry) for entry in _carried)

    @staticmethod
    def at(path):
        return PathDistribution(str(path))

    def read_text(self, filename):
        data = _carried[self._entry].get(filename)
        return None if data is None else data.decode('utf-8')

    def locate_file(self, path):
        return PurePosixPath('.') / path

    def _header(self, wanted):
        """The first header of this name; what else metadata tells needs the package email."""
        for line in self._metadata_text().splitlines():
            name, colon, value = line.partition(':')
            if not line or not colon:
                break
            if name.lower() == wanted:
                return value.strip()
        return None

    def _metadata_text(self):
        return self.read_text('METADATA') or self.read_text('PKG-INFO') or ''

    @property
    def metadata(self):
        import email
        return email.message_from_string(self._metadata_text())

    @property
    def name(self):
        return self._header('name')

    @property
    def version(self):
        return self._header('version')

    @property
    def entry_points(self):
        entries = []
        for group, line in _sections(self.read_text('entry_points.txt')):
            name, equals, value = line.partition('=')
            entries.append(EntryPoint(name.strip(), value.strip(), group)._for(self))
        return EntryPoints(entries)

    @property
    def files(self):
        rows = self._record() or self._sources()
        return rows or None

    def _record(self):
        text = self.read_text('RECORD')
        if not text:
            return []
        import csv
        return [self._file(*row) for row in csv.reader(text.splitlines())]

    def _sources(self):
        return [self._file(line) for line in (self.read_text('SOURCES.txt') or '').splitlines()]

    def _file(self, name, hash='', size=''):
        path = PackagePath(name)
        path.hash = FileHash(hash) if hash else None
        path.size = int(size) if size else None
        path.dist = self
        return path

    @property
    def requires(self):
        listed = [line.partition(':')[2].strip() for line in self._metadata_text().splitlines()
                  if line.lower().startswith('requires-dist:')]
        if listed:
            return listed
        text = self.read_text('requires.txt')
        return None if text is None else list(self._egg_requires(text))

    @staticmethod
    def _egg_requires(text):
        """requires.txt has the conditions as sections: [extra:marker]."""
        for section, line in _sections(text):
            extra, colon, marker = (section or '').partition(':')
            if extra and marker:
                marker = f'({marker})'
            conditions = [part for part in (marker, extra and f'extra == "{extra}"') if part]
            space = ' ' if '@' in line else ''
            yield line + space + ('; ' + ' and '.join(conditions) if conditions else '')


class PathDistribution(Distribution):
    """A distribution in a folder of its own."""


class DistributionFinder:
    """Finds distributions; a compiled program needs none."""

    class Context:
        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)


class PackageMetadata:
    """What Distribution.metadata gives: an email.message.Message."""


def distribution(distribution_name):
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    return distribution(distribution_name).version


def entry_points(**params):
    entries = (entry for dist in distributions() for entry in dist.entry_points)
    return SelectableGroups.load(entries).select(**params)


def files(distribution_name):
    return distribution(distribution_name).files


def requires(distribution_name):
    return distribution(distribution_name).requires


def packages_distributions():
    """The distributions that each top-level package comes from."""
    result = {}
    for dist in distributions():
        tops = (dist.read_text('top_level.txt') or '').split()
        if not tops:
            tops = sorted({str(file).partition('/')[0].removesuffix('.py') for file in dist.files or ()
                           if str(file).endswith('.py')})
        for top in tops:
            result.setdefault(top, []).append(dist.name)
    return result
