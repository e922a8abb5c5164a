"""The element of xml.etree.ElementTree as CPython has it in C: lists where the module's own answers views, checks of
what becomes a child, texts of comments in itertext(). The parser and the builder are the module's own."""
from xml.etree import ElementPath as _path

__all__ = ['Element', 'SubElement']



def _set_factories(comment, processing_instruction):
    """CPython's parser in C has to know them; the one in Python does."""


def _check_attributes(attrib):
    if not isinstance(attrib, dict):
        raise TypeError('attrib must be dict, not ' + type(attrib).__name__)


def _check_element(function, element):
    if not isinstance(element, Element):
        raise TypeError('%s must be xml.etree.ElementTree.Element, not %s' % (function, type(element).__name__))


class Element:
    """A tag with attributes, text and children."""
    __slots__ = ('tag', 'attrib', 'text', 'tail', '_children', '__dict__', '__weakref__')
    __module__ = 'xml.etree.ElementTree'

    def __init__(self, tag, attrib={}, **extra):
        _check_attributes(attrib)
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return '<%s %r at %#x>' % (type(self).__name__, self.tag, id(self))

    def makeelement(self, tag, attrib, /):
        return type(self)(tag, attrib)

    def __copy__(self):
        twin = type(self)(self.tag, self.attrib)
        twin.text, twin.tail = self.text, self.tail
        twin._children[:] = self._children
        return twin

    def __deepcopy__(self, memo):
        from copy import deepcopy
        twin = Element(deepcopy(self.tag, memo), deepcopy(self.attrib, memo))
        twin.text, twin.tail = deepcopy(self.text, memo), deepcopy(self.tail, memo)
        twin._children[:] = [deepcopy(child, memo) for child in self._children]
        memo[id(self)] = twin
        return twin

    def __getstate__(self):
        return {'tag': self.tag, '_children': list(self._children), 'attrib': self.attrib, 'text': self.text,
                'tail': self.tail}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("The behavior of this method will change in future versions.  Use specific 'len(elem)' or "
                      "'elem is not None' test instead.", FutureWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None
        except TypeError:
            raise TypeError('element indices must be integers') from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for child in element:
                if not isinstance(child, Element):
                    raise TypeError('expected an Element, not %s' % type(child).__name__)
        elif not isinstance(element, Element):
            raise TypeError('expected an Element, not %s' % type(element).__name__)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def append(self, subelement, /):
        _check_element('append() argument', subelement)
        self._children.append(subelement)

    def extend(self, elements, /):
        try:
            elements = list(elements)
        except TypeError:
            raise TypeError('expected sequence, not "%.200s"' % type(elements).__name__) from None
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError('expected an Element, not "%.200s"' % type(element).__name__)
            self._children.append(element)

    def insert(self, index, subelement, /):
        _check_element('insert() argument 2', subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        _check_element('remove() argument', subelement)
        for place, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[place]
                return
        raise ValueError('list.remove(x): x not in list')

    def find(self, path, namespaces=None):
        return _path.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return _path.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        return _path.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        return _path.iterfind(self, path, namespaces)

    def clear(self):
        self.attrib = {}
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag == '*':
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


def SubElement(parent, tag, attrib={}, **extra):
    """A new last child."""
    if not isinstance(parent, Element):
        raise TypeError('SubElement() argument 1 must be xml.etree.ElementTree.Element, not ' + type(parent).__name__)
    _check_attributes(attrib)
    element = parent.makeelement(tag, {**attrib, **extra}) if type(parent) is not Element else Element(tag, attrib, **extra)
    parent._children.append(element)
    return element
