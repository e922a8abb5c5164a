import html5lib

document = html5lib.parse("<p>One<p>Two <b>bold<i>both</b>it</i> &amp; <table><td>x", namespaceHTMLElements=False)
print(html5lib.serialize(document))
print(html5lib.serialize(html5lib.parseFragment("<a href=x onclick=y>t</a><br>", treebuilder="dom"), tree="dom", quote_attr_values="always"))
