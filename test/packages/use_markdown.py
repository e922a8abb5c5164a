import markdown

text = """# Title

A *paragraph* with **strong** text, `code`, a [link](http://example.org "t") and an ![image](x.png).

* one
* two
    * nested

1. first
2. second

> quoted

    code block

---

| a | b |
|---|---|
| 1 | 2 |

Term
: Definition

[^1]: A note.

A footnote[^1].
"""
print(markdown.markdown(text))
print(markdown.markdown(text, extensions=["tables", "def_list", "footnotes", "toc", "fenced_code"]))
