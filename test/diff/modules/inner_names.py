# What packages import by the inner names of CPython's modules, and parts of typing that they build on.
import _collections_abc
import _frozen_importlib
import _frozen_importlib_external
import _imp
import _multibytecodec
import _warnings
import importlib.machinery
import importlib.util
import os
import tempfile
import typing
import warnings
import zipfile
import zipimport

print(_collections_abc.dict_keys is type({}.keys()), _collections_abc.tuple_iterator.__name__,
      _collections_abc.mappingproxy.__name__, _collections_abc.generator.__name__)
print(_frozen_importlib.ModuleSpec is importlib.machinery.ModuleSpec,
      _frozen_importlib_external.SourceFileLoader is importlib.machinery.SourceFileLoader)
print(_warnings.warn is warnings.warn, _warnings.filters is warnings.filters)
print(importlib.util.source_hash(b'hello world'), _imp.source_hash(7, b''), _imp.lock_held(), _imp.is_builtin('nothing'))
try:
    _multibytecodec.MultibyteIncrementalDecoder()
except AttributeError as error:
    print(type(error).__name__)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'parts.zip')
    with zipfile.ZipFile(path, 'w') as archive:
        archive.writestr('pack/__init__.py', 'X = 1\n')
        archive.writestr('pack/data.txt', 'some data')
    importer = zipimport.zipimporter(path)
    print(importer.archive == path, importer.is_package('pack'), importer.get_source('pack'),
          importer.get_data(os.path.join('pack', 'data.txt')))
    try:
        zipimport.zipimporter(folder)
    except zipimport.ZipImportError as error:
        print(type(error).__name__, str(error).startswith('not a Zip file'))

T = typing.TypeVar('T')
print(typing._type_check(int, 'message'), typing._type_check(None, 'message'), typing._type_check('name', 'message'))
print([isinstance(hint, kind) for hint, kind in (
    (typing.Optional[int], typing._UnionGenericAlias), (typing.List[int], typing._GenericAlias),
    (typing.List, typing._SpecialGenericAlias), (typing.Literal[1], typing._LiteralGenericAlias),
    (typing.Callable[[int], str], typing._CallableGenericAlias), (typing.Any, typing._SpecialForm),
    (typing.Callable, typing._CallableType), (typing.Tuple, typing._TupleType))])
print(type(typing.Union[int, str]).__name__, type(typing.Annotated[int, 1]).__name__)


class Form(typing._SpecialForm, _root=True):
    def __getitem__(self, parameters):
        return typing._GenericAlias(self, (typing._type_check(parameters, 'one type'),))


@Form
def Boxed(self, parameters):
    """A type in a box."""


print(Boxed[int].__args__, Boxed.__doc__, Boxed._name)
for base in (typing._GenericAlias, typing._SpecialForm, typing.TypeVar):
    try:
        type('Sub', (base,), {})
    except TypeError as error:
        print(error)


@typing._tp_cache
def doubled(value):
    return value * 2


print(doubled(4), typing._eval_type(typing.ForwardRef('int'), globals(), locals()))
