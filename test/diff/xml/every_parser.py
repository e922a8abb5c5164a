# difftest: no-wasi (the C library expat is not there)
"""XML by pyexpat, ElementTree, minidom, pulldom and SAX; plistlib and xmlrpc, which stand on them."""
import io
import plistlib
import datetime
import xml.dom.minidom
import xml.dom.pulldom
import xml.etree.ElementTree as ET
import xml.sax
import xml.sax.handler
import xml.sax.saxutils
import xmlrpc.client
from xml.parsers import expat

document = b'''<?xml version="1.0" encoding="iso-8859-1" standalone="yes"?>
<!DOCTYPE root SYSTEM "root.dtd" [
  <!ELEMENT root (item+, other?)>
  <!ATTLIST item id ID #REQUIRED kind (a|b) "a">
  <!ENTITY name "value &#38;#38; more">
  <!ENTITY pic SYSTEM "pic.gif" NDATA gif>
  <!NOTATION gif PUBLIC "-//GIF" "gif.exe">
]>
<?target some data?>
<!-- comment -->
<root xmlns:x="urn:x" x:attr="1">
  <item id="one">text \xe4 &amp; &name;</item>
  <item id="two" kind="b"><![CDATA[<raw>]]></item>
  <x:other/>
</root>
'''

# pyexpat itself
events = []
parser = expat.ParserCreate()
handlers = '''StartElementHandler EndElementHandler ProcessingInstructionHandler CharacterDataHandler UnparsedEntityDeclHandler
NotationDeclHandler StartNamespaceDeclHandler EndNamespaceDeclHandler CommentHandler StartCdataSectionHandler
EndCdataSectionHandler StartDoctypeDeclHandler EndDoctypeDeclHandler EntityDeclHandler XmlDeclHandler ElementDeclHandler
AttlistDeclHandler SkippedEntityHandler'''.split()


def note(name):
    def handler(*args):
        events.append((name, args))
    return handler


for name in handlers:
    print(name, getattr(parser, name), end=' ')
    setattr(parser, name, note(name))
print(parser.buffer_text, parser.buffer_size, parser.ordered_attributes, parser.specified_attributes)
parser.buffer_text = True
print(parser.Parse(document, True), parser.CurrentLineNumber, parser.CurrentByteIndex, parser.ErrorCode)
for event in events:
    print(*event)
events.clear()
parser = expat.ParserCreate(namespace_separator=' ')
parser.ordered_attributes = True
parser.namespace_prefixes = True
for name in ('StartElementHandler', 'EndElementHandler', 'StartNamespaceDeclHandler', 'CharacterDataHandler'):
    setattr(parser, name, note(name))
for start in range(0, len(document), 7):
    parser.Parse(document[start:start + 7])
parser.Parse(b'', True)
print(len(events), [event for event in events if event[0] != 'CharacterDataHandler'])
for bad in ('<a><b></a>', '', '<a>&nope;</a>', '<a', 'x', '<a b="1" b="2"/>', '<?xml version="1.0" encoding="nope"?><a/>'):
    parser = expat.ParserCreate()
    try:
        parser.Parse(bad, True)
    except expat.ExpatError as error:
        print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code))
    except LookupError as error:
        print('LookupError', error)


class Stop(Exception):
    pass


def fail(*args):
    raise Stop(*args)


parser = expat.ParserCreate()
parser.StartElementHandler = fail
try:
    parser.Parse('<a><b/></a>', True)
except Stop as error:
    print('raised', error.args, parser.StartElementHandler)
parser = expat.ParserCreate()
parser.StartElementHandler = note('start')
events.clear()
print(parser.ParseFile(io.BytesIO(b'<a q="1"><b/></a>')), events)
print(expat.errors.XML_ERROR_SYNTAX, expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH],
      expat.model.XML_CTYPE_SEQ, expat.native_encoding)
for action in (lambda: setattr(parser, 'buffer_size', 0), lambda: setattr(parser, 'buffer_size', 'x'),
               lambda: delattr(parser, 'StartElementHandler'), lambda: parser.Parse(3), lambda: expat.ParserCreate(1),
               lambda: expat.ParserCreate(None, 'ab'), lambda: parser.nothing, lambda: setattr(parser, 'nothing', 1)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
windows = '<?xml version="1.0" encoding="windows-1252"?><a>\u20ac</a>'.encode('cp1252')
print(ET.fromstring(windows).text, ET.fromstring('<a>\u20ac</a>').text)

# ElementTree
tree = ET.parse(io.BytesIO(document))
root = tree.getroot()
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0].text, root[1].get('kind'))
print(ET.tostring(root), ET.tostring(root, encoding='unicode', short_empty_elements=False))
print(root.find("item[@id='two']").text, root.findtext('item'), [item.get('id') for item in root.findall('.//item')])
print([element.tag for element in root.iter()], list(root.itertext()))
new = ET.Element('new', {'a': '<"&>'}, b='2')
sub = ET.SubElement(new, 'sub')
sub.text, sub.tail = 'text', 'tail'
ET.indent(new)
new.append(ET.Comment('note'))
new.append(ET.ProcessingInstruction('pi', 'data'))
print(ET.tostring(new, xml_declaration=True, encoding='utf-8').decode())
out = io.BytesIO()
ET.ElementTree(new).write(out, encoding='us-ascii', xml_declaration=True)
print(out.getvalue())
print([(event, element.tag if isinstance(getattr(element, 'tag', None), str) else getattr(element, 'text', element))
       for event, element in ET.iterparse(io.BytesIO(document), ['start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'])])
pull = ET.XMLPullParser(['end'])
pull.feed('<a><b>1</b>')
print([element.tag for event, element in pull.read_events()])
pull.feed('</a>')
print([element.tag for event, element in pull.read_events()])
ET.register_namespace('n', 'urn:n')
print(ET.tostring(ET.fromstring('<a xmlns="urn:n"><b/></a>')))
print(ET.canonicalize('<a  z="1" b="2"><!-- c --><d></d></a>'))
try:
    ET.fromstring('<a><b></a>')
except ET.ParseError as error:
    print('ParseError', error, error.code, error.position)

# minidom, pulldom
dom = xml.dom.minidom.parseString(document)
print(dom.documentElement.tagName, dom.doctype.name, dom.doctype.systemId, len(dom.getElementsByTagName('item')))
print(dom.toxml()[:200])
item = dom.getElementsByTagName('item')[0]
item.setAttribute('new', 'a"b')
item.appendChild(dom.createTextNode('<added>'))
print(item.toxml(), item.getAttribute('id'), item.firstChild.data)
print(xml.dom.minidom.parseString('<a><b>1</b><c/></a>').toprettyxml(indent=' '))
for event, node in xml.dom.pulldom.parseString('<a><b x="1">t</b></a>'):
    print(event, node.nodeName, end=' ')
print()


# SAX
class Handler(xml.sax.ContentHandler):
    def startDocument(self):
        print('start')

    def startElement(self, name, attrs):
        print('<', name, dict(attrs.items()), end=' ')

    def endElement(self, name):
        print('>', name, end=' ')

    def characters(self, content):
        print(repr(content), end=' ')

    def endDocument(self):
        print('end')


xml.sax.parseString(b'<a><b x="1">text</b></a>', Handler())
reader = xml.sax.make_parser()
reader.setFeature(xml.sax.handler.feature_namespaces, True)


class NamespaceHandler(xml.sax.ContentHandler):
    def startElementNS(self, name, qname, attrs):
        print(name, qname, dict(attrs.items()))


reader.setContentHandler(NamespaceHandler())
reader.parse(io.BytesIO(b'<a xmlns="urn:q"><b c="1"/></a>'))
try:
    xml.sax.parseString(b'<a>', Handler())
except xml.sax.SAXParseException as error:
    print('\nSAX', error.getMessage(), error.getLineNumber(), error.getColumnNumber())
print(xml.sax.saxutils.escape('<a & b>'), xml.sax.saxutils.quoteattr('a"b'), xml.sax.saxutils.unescape('&lt;'))
out = io.StringIO()
generator = xml.sax.saxutils.XMLGenerator(out, 'utf-8')
xml.sax.parseString(b'<a><b x="1">text</b></a>', generator)
print(out.getvalue())

# plistlib, xmlrpc
value = {'text': 'a<b', 'number': 3, 'real': 1.5, 'yes': True, 'data': b'\x00\x01', 'list': [1, 'two'],
         'date': datetime.datetime(2020, 1, 2, 3, 4, 5)}
data = plistlib.dumps(value)
print(data.decode(), plistlib.loads(data) == value)
data = plistlib.dumps(value, fmt=plistlib.FMT_BINARY)
print(len(data), plistlib.loads(data) == value)
data = xmlrpc.client.dumps((1, 'two', 3.5, True, None, [1, {'a': 'x'}]), 'method', allow_none=True)
print(data)
print(xmlrpc.client.loads(data))
print(xmlrpc.client.dumps(xmlrpc.client.Fault(4, 'failed')))
try:
    xmlrpc.client.loads(xmlrpc.client.dumps(xmlrpc.client.Fault(4, 'failed')))
except xmlrpc.client.Fault as fault:
    print(fault, fault.faultCode, fault.faultString)
