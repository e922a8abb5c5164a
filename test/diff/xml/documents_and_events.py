"""ElementTree, minidom, pull parsing, SAX and expat over one document: building, searching, namespaces, writing, damage, errors."""
# difftest: no-wasi (expat is not there)
import io
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.parsers.expat
import xml.sax
import xml.sax.saxutils


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


TEXT = '''<?xml version="1.0" encoding="utf-8"?>
<!-- catalogue --><?style sheet?>
<cat:items xmlns:cat="urn:cat" xmlns="urn:plain" count="2">
  <item id="1" cat:kind="b&quot;o"><name>Ünï &amp; co</name><price>1.50</price></item>
  <item id="2"><name><![CDATA[<raw>]]></name>tail</item><empty/>
</cat:items>'''
root = ET.fromstring(TEXT.encode())
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0].attrib, root[1][0].text, repr(root[1][0].tail), root[0].get('{urn:cat}kind'), root[0].items(), list(root[0].keys()))
NS = {'p': 'urn:plain', 'c': 'urn:cat', '': 'urn:plain'}
for path in ('p:item', 'item', '*', '.', '..', './/p:name', 'p:item/p:name', "p:item[@id='2']", 'p:item[2]', 'p:item[last()]', 'p:item[last()-1]', 'p:item[p:price]', "p:item[p:price='1.50']", ".//p:name[.='<raw>']", 'p:item[@id]', "p:item[@id!='1']", '{urn:plain}item', '{*}item', '{urn:plain}*', './/{}x', "p:item[@{urn:cat}kind]", 'none', './/p:name/..', 'p:item//p:name'):
    attempt(path, lambda: [(element.tag.split('}')[-1], element.get('id')) for element in root.findall(path, NS)])
for path in ('/x', 'p:item[', 'p:item[0]', 'p:item[-1]', 'p:item[x y]', 'q:item', 'p:item[last()+1]', "p:item[text()='x']", ''):
    attempt(path, root.findall, path, NS)
print(root.findtext('p:item/p:price', namespaces=NS), root.findtext('none'), root.findtext('none', 'default'), root.find('none'), [element.tag[11:] for element in root.iter('{urn:plain}name')], ''.join(root.itertext()).split())
tree = ET.Element('root', {'b': '2', 'a': '1'}, c='3')
child = ET.SubElement(tree, 'child', name='x<y>"z"')
child.text, child.tail = 'text & more', '\n'
tree.append(ET.Comment(' note -- '))
tree.insert(0, ET.ProcessingInstruction('target', 'data'))
tree.extend([ET.Element('e1'), ET.Element('e2')])
tree[1:2] = [child, ET.Element('put')]
print(ET.tostring(tree), ET.tostring(tree, 'unicode', short_empty_elements=False), ET.tostring(tree, 'ascii', xml_declaration=True)[:40], ET.tostring(tree, method='text'), ET.tostring(tree, method='html'), ET.tostringlist(tree, 'unicode')[:1])
tree.set('d', '4')
del tree[0], tree.attrib['a']
tree.remove(tree[-1])
ET.indent(tree, '  ')
print(ET.tostring(tree, 'unicode'), bool(tree.find('e1') is not None), tree.find('put').clear(), tree.attrib, child in tree, list(tree).index(child), repr(tree).split(' at ')[0])
ET.register_namespace('cat', 'urn:cat')
print(ET.tostring(root, 'unicode', default_namespace=None)[:120], ET.canonicalize(TEXT)[:150], ET.canonicalize('<b  z="1" a="2"><c/></b>', strip_text=True))
events = ET.iterparse(io.BytesIO(TEXT.encode()), ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'))
print([(event, value.tag.split('}')[-1] if isinstance(getattr(value, 'tag', None), str) else value if isinstance(value, tuple) else getattr(value, 'text', None)) for event, value in events], events.root.tag)
parser = ET.XMLPullParser(['end'])
for piece in (TEXT[:200], TEXT[200:]):
    parser.feed(piece)
    print([element.tag.split('}')[-1] for _, element in parser.read_events()])
parser.close()


class Upper(ET.TreeBuilder):
    def data(self, data):
        super().data(data.upper())


print(ET.tostring(ET.fromstring('<a>x<b>y</b>z</a>', ET.XMLParser(target=Upper()))), ET.tostring(ET.fromstring('<a><!--c--><?p i?></a>', ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True)))), ET.XML('<x/>').tag, ET.XMLID('<a id="1"><b id="2"/></a>')[1].keys(), ET.iselement(root), ET.fromstringlist(['<a', '>', '</a>']).tag)
BAD = ('', '<a>', '<a></b>', '<a b=1/>', '<a b="1" b="2"/>', 'text', '<a>&none;</a>', '<a>\x01</a>', '<a/><b/>', '<1/>', '<a><![CDATA[</a>', '<?xml version="9"?><a/>', '<a xmlns:x=""/>', '<x:a/>', '<a>&#xFFFFFF;</a>', '<a>]]></a>', '<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>', '<a b="<"/>', '<a\n\n  b/>')
for text in BAD:
    try:
        print(ascii(text), ET.tostring(ET.fromstring(text)))
    except ET.ParseError as error:
        print(ascii(text), error, error.code, error.position)
    attempt('  dom', lambda: xml.dom.minidom.parseString(text).documentElement.tagName)
for label, call in {'parse': lambda: ET.parse('none.xml'), 'none': lambda: ET.fromstring(None), 'int': lambda: ET.fromstring(5), 'tag': lambda: ET.tostring(ET.Element(5)), 'text': lambda: ET.tostring((lambda e: (setattr(e, 'text', 5), e)[1])(ET.Element('a'))), 'attribute': lambda: ET.tostring(ET.Element('a', {'x': 5})), 'append': lambda: tree.append('x'), 'remove': lambda: tree.remove(ET.Element('x')), 'index': lambda: tree[99], 'encoding': lambda: ET.tostring(tree, 'no-such'), 'method': lambda: ET.tostring(tree, method='q'), 'register': lambda: ET.register_namespace('ns5', 'x'), 'default ns': lambda: ET.tostring(tree, default_namespace='urn:x'), 'closed': lambda: parser.feed('x'), 'events': lambda: ET.XMLPullParser(['q'])}.items():
    attempt(label, call)

dom = xml.dom.minidom.parseString(TEXT.encode())
print(dom.documentElement.tagName, dom.firstChild.data, dom.childNodes[1].target, [node.getAttribute('id') for node in dom.getElementsByTagName('item')], dom.getElementsByTagNameNS('urn:plain', 'name')[0].firstChild.data, dom.documentElement.getAttributeNS('urn:cat', 'x'), dom.documentElement.hasAttribute('count'), dom.documentElement.attributes.length)
item = dom.createElement('new')
item.setAttribute('k', 'a"<&')
item.appendChild(dom.createTextNode('t < u'))
dom.documentElement.insertBefore(item, dom.documentElement.firstChild)
print(item.toxml(), item.toprettyxml(indent=' '), dom.documentElement.cloneNode(True).isSameNode(dom.documentElement), item.parentNode.removeChild(item) is item, item.nodeType, dom.createComment('c').toxml(), dom.toxml()[:60], len(dom.toprettyxml().splitlines()))
attempt('dom', dom.appendChild, item)
attempt('dom', dom.documentElement.removeChild, item)


class Handler(xml.sax.ContentHandler):
    def __init__(self):
        self.seen = []

    def startElement(self, name, attributes):
        self.seen.append(('start', name, dict(attributes), self.locator.getLineNumber()))

    def endElement(self, name):
        self.seen.append(('end', name))

    def characters(self, text):
        if text.strip():
            self.seen.append(text)

    def setDocumentLocator(self, locator):
        self.locator = locator


handler = Handler()
xml.sax.parseString('<a x="1">hi\n<b/>there</a>', handler)
print(handler.seen)
for text in ('<a>', '<a></b>', ''):
    try:
        xml.sax.parseString(text, Handler())
    except xml.sax.SAXParseException as error:
        print(error, error.getLineNumber(), error.getColumnNumber(), error.getMessage())
out = io.StringIO()
xml.sax.parseString(TEXT.encode(), xml.sax.saxutils.XMLGenerator(out, 'utf-8', short_empty_elements=True))
print(out.getvalue()[:200], xml.sax.saxutils.escape('<a>&"', {'"': '&q;'}), xml.sax.saxutils.unescape('&lt;&amp;&q;', {'&q;': '"'}), xml.sax.saxutils.quoteattr('a"b\'c\n'))
expat = xml.parsers.expat.ParserCreate(namespace_separator=' ')
seen = []
expat.StartElementHandler = lambda name, attributes: seen.append((name, attributes, expat.CurrentLineNumber, expat.CurrentColumnNumber, expat.CurrentByteIndex))
expat.CharacterDataHandler = seen.append
expat.buffer_text, expat.ordered_attributes = True, True
print(expat.Parse('<a xmlns="u" p="1">te', False), expat.Parse('xt<b/></a>', True), seen, expat.ErrorCode, expat.buffer_size, expat.specified_attributes)
attempt('finished', expat.Parse, 'x', True)
attempt('expat type', xml.parsers.expat.ParserCreate().Parse, 5)
attempt('handler', lambda: (lambda p: (setattr(p, 'StartElementHandler', lambda *a: 1 / 0), p.Parse('<a/>')))(xml.parsers.expat.ParserCreate()))
attempt('attribute', lambda: setattr(expat, 'nothing', 1))
print(xml.parsers.expat.ErrorString(3), xml.parsers.expat.errors.XML_ERROR_SYNTAX, xml.parsers.expat.errors.codes['syntax error'])
