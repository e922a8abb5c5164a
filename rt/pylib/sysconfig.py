"""Where things of the Python installation stand. A compiled program brings its library along; these are the
places of the Python that it was compiled for, with the few configuration variables that do not speak of an
interpreter's build."""

import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path',
           'get_path_names', 'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names']

_KEYS = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')
_VERSION = '%d.%d' % sys.version_info[:2]
_SCHEMES = {
    'posix_local': {
        'stdlib': '{installed_base}/lib/python{py_version_short}',
        'platstdlib': '{platbase}/lib/python{py_version_short}',
        'purelib': '{base}/local/lib/python{py_version_short}/dist-packages',
        'platlib': '{platbase}/local/lib/python{py_version_short}/dist-packages',
        'include': '{installed_base}/include/python{py_version_short}',
        'platinclude': '{installed_base}/include/python{py_version_short}',
        'scripts': '{base}/local/bin',
        'data': '{base}/local',
    },
    'posix_prefix': {
        'stdlib': '{installed_base}/lib/python{py_version_short}',
        'platstdlib': '{platbase}/lib/python{py_version_short}',
        'purelib': '{base}/lib/python{py_version_short}/site-packages',
        'platlib': '{platbase}/lib/python{py_version_short}/site-packages',
        'include': '{installed_base}/include/python{py_version_short}',
        'platinclude': '{installed_base}/include/python{py_version_short}',
        'scripts': '{base}/bin',
        'data': '{base}',
    },
    'posix_user': {
        'stdlib': '{userbase}/lib/python{py_version_short}',
        'platstdlib': '{userbase}/lib/python{py_version_short}',
        'purelib': '{userbase}/lib/python{py_version_short}/site-packages',
        'platlib': '{userbase}/lib/python{py_version_short}/site-packages',
        'include': '{userbase}/include/python{py_version_short}',
        'scripts': '{userbase}/bin',
        'data': '{userbase}',
    },
}
_variables = None


def _make_variables():
    prefix = sys.prefix or '/usr'
    return {
        'prefix': prefix, 'exec_prefix': prefix, 'base': prefix, 'platbase': prefix, 'installed_base': prefix,
        'installed_platbase': prefix, 'projectbase': prefix + '/bin', 'py_version': sys.version.split()[0],
        'py_version_short': _VERSION, 'py_version_nodot': _VERSION.replace('.', ''), 'platlibdir': 'lib',
        'abiflags': '', 'userbase': os.path.expanduser('~/.local'), 'srcdir': prefix, 'SOABI': None,
        'EXT_SUFFIX': None, 'VERSION': _VERSION, 'Py_DEBUG': 0, 'Py_ENABLE_SHARED': 0, 'HAVE_FORK': 1,
        'TZPATH': '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
    }


def get_config_vars(*args):
    """All variables, or a list of those with these names."""
    global _variables
    if _variables is None:
        _variables = _make_variables()
    return [_variables.get(name) for name in args] if args else _variables


def get_config_var(name):
    """One variable, or None."""
    return get_config_vars().get(name)  # CPython: 757


def get_scheme_names():
    """The names of the known layouts of an installation."""
    return tuple(sorted(_SCHEMES))


def get_default_scheme():
    """The layout of this installation."""
    return 'posix_local'


def get_preferred_scheme(key):
    """The layout for 'prefix', 'home' or 'user'."""
    return {'prefix': 'posix_local', 'home': 'posix_prefix', 'user': 'posix_user'}[key]


def get_path_names():
    """The names of the paths of a layout."""
    return _KEYS


def get_paths(scheme='posix_local', vars=None, expand=True):
    """All paths of a layout."""
    if not expand:
        return dict(_SCHEMES[scheme])
    variables = dict(get_config_vars(), **(vars or {}))
    return {key: os.path.normpath(path.format(**variables)) for key, path in _SCHEMES[scheme].items()}


def get_path(name, scheme='posix_local', vars=None, expand=True):
    """One path of a layout."""
    return get_paths(scheme, vars, expand)[name]  # CPython: 662


def get_platform():
    """The system and machine, as in 'linux-x86_64'."""
    system = os.uname()
    return f'{system.sysname.lower()}-{system.machine}'


def get_python_version():
    """The version of the language, without the third number."""
    return _VERSION


def is_python_build(check_home=None):
    """Is this an interpreter in its build tree? No."""
    return False


def get_makefile_filename():
    """Where CPython's Makefile would be."""
    return os.path.join(get_path('stdlib'), 'config-' + _VERSION, 'Makefile')


def get_config_h_filename():
    """Where pyconfig.h would be."""
    return os.path.join(get_path('include'), 'pyconfig.h')
