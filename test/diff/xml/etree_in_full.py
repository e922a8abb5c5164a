# xml.etree.ElementTree: building, searching, namespaces, serialising, iterparse, indent, canonical form, errors.
# difftest: no-wasi (expat is native only)
import io
import xml.etree.ElementTree as ET

text = '''<?xml version="1.0"?><!-- top -->
<root xmlns="urn:d" xmlns:x="urn:x" a="1" x:b="2">text<x:child id="c1">é &amp; &lt;</x:child>tail
<child id="c2"><deep/><deep k="v">t</deep></child><?pi data?><!-- in --><empty></empty></root>'''
root = ET.fromstring(text)
print(root.tag, root.attrib, root.text, len(root), [c.tag for c in root], root[0].tail, root[0].text, root.get('a'), root.get('no', 'd'), list(root.keys()), list(root.items()), repr(root).split(' at ')[0])
ns = {'d': 'urn:d', 'q': 'urn:x'}
for path in ('d:child', 'q:child', '*', './/d:deep', 'd:child/d:deep[2]', './/*[@id]', ".//*[@id='c2']", ".//*[@id!='c2']", 'd:child[d:deep]', "d:child/d:deep[.='t']", ".//d:deep[last()]", './/d:deep[@k]/..', '{urn:d}child', '{*}child', '{urn:x}*', './/{}deep', '.', './/d:deep[1]', 'd:child//*', "d:child[d:deep='t']"):
    print(path, [(e.tag, e.attrib) for e in root.findall(path, ns)], root.findtext(path, 'none', ns))
for bad in ('/abs', 'a[', 'a[0]', '..x', 'a[@b=c]', '[x]', 'a[-1]'):
    try:
        print(bad, root.findall(bad))
    except (SyntaxError, KeyError, ValueError, TypeError) as error:
        print(bad, type(error).__name__, error)
print(ET.tostring(root), ET.tostring(root, encoding='unicode', default_namespace=None), ET.tostring(root[1], 'us-ascii', xml_declaration=True), ET.tostring(root[0], 'utf-8', method='text'), ET.tostring(ET.fromstring('<p><br/><script>a&lt;b</script></p>'), method='html'), ET.tostring(root[2], short_empty_elements=False))
ET.register_namespace('nice', 'urn:x')
print(ET.tostring(root[0], encoding='unicode'), ET.canonicalize('<b  z="1" a="2"><!-- c --><a/></b>'), ET.canonicalize('<a> x </a>', strip_text=True, with_comments=True))
e = ET.Element('top', {'k': 'v'}, extra='w')
sub = ET.SubElement(e, 'sub', n='1')
sub.text, sub.tail = 'T<', 'U>'
e.append(ET.Comment(' c '))
e.insert(0, ET.ProcessingInstruction('p', 'd'))
e.extend([ET.Element('x'), ET.Element('y')])
e.set('q"', '"&\n\t')
e.remove(e.find('x'))
print(ET.tostring(e), [x.tag if isinstance(x.tag, str) else x.tag.__name__ for x in e.iter()], len(list(e.iter('sub'))), e.find('sub') is sub, len(e), len(e[1:3]), bool(list(e)))
e[0] = ET.Element('replaced')
del e[1]
ET.indent(e, '  ')
print(ET.tostring(e, encoding='unicode'), ET.dump(e), e.makeelement('m', {}).tag, e.clear(), e.attrib, len(e))
for call in (lambda: ET.fromstring('<a>'), lambda: ET.fromstring(''), lambda: ET.fromstring('<a></b>'), lambda: ET.fromstring('<a>&nope;</a>'), lambda: ET.fromstring('<a b=1/>'), lambda: ET.fromstring('<a/><b/>'), lambda: ET.fromstring('<a\x00/>'), lambda: ET.fromstring('<x:a/>'), lambda: ET.tostring(ET.Element('{no')), lambda: ET.tostring(ET.Element(5)), lambda: e.remove(sub), lambda: ET.parse('no.xml'), lambda: ET.register_namespace('ns1', 'x'), lambda: ET.XML('<a b="1" b="2"/>'), lambda: ET.tostring('x')):
    try:
        print(call())
    except ET.ParseError as error:
        print(type(error).__name__, error, error.code, error.position)
    except Exception as error:
        print(type(error).__name__, error)
for event, element in ET.iterparse(io.BytesIO(b'<a xmlns:n="u"><b>1</b><!--c--><?p q?><b/></a>'), ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi')):
    print(event, getattr(element, 'tag', element) if not callable(getattr(element, 'tag', None)) else element.text)
pull = ET.XMLPullParser(['end'])
for piece in ('<r><i>1', '</i><i>', '2</i>', '</r>'):
    pull.feed(piece)
    print([(event, element.tag, element.text) for event, element in pull.read_events()])
tree = ET.ElementTree(ET.fromstring('<t><u>1</u></t>'))
out = io.BytesIO()
tree.write(out, encoding='utf-8', xml_declaration=True)
print(out.getvalue(), tree.getroot().tag, tree.find('u').text, tree.findtext('u'), [x.tag for x in tree.iter()], ET.iselement(tree.getroot()), ET.iselement(5), ET.QName('u', 'n').text, ET.QName('a') < ET.QName('b'), ET.fromstringlist(['<a>', '</a>']).tag, ET.XMLID('<a id="1"><b id="2"/></a>')[1].keys(), ET.tostringlist(ET.Element('z')))


class Target:
    def start(self, tag, attrib):
        print('start', tag, attrib)

    def end(self, tag):
        print('end', tag)

    def data(self, data):
        print('data', repr(data))

    def close(self):
        return 'closed'


parser = ET.XMLParser(target=Target())
parser.feed('<a k="v">x<b/>y</a>')
print(parser.close())
builder = ET.TreeBuilder(insert_comments=True)
builder.start('a', {})
builder.data('t')
builder.comment('c')
builder.end('a')
print(ET.tostring(builder.close()), ET.VERSION)
