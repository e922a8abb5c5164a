# The source line, a caret under the right column (tabs and wide characters counted), and a hint.

# RUN: not %pyasyncc --emit=ast -o - %s 2>&1 | FileCheck %s --strict-whitespace --match-full-lines
# RUN: not %pyasyncc --diagnostics=json --emit=ast -o - %s 2>&1 | FileCheck %s --check-prefix=JSON

if x:
	f("日本", a=1, a=2)
# CHECK:{{.*}}layout.py:7:15: error: keyword argument repeated: a [argument]
# CHECK-NEXT:    	f("日本", a=1, a=2)
# CHECK-NEXT:    	               ^~~
# JSON: {"file":"{{.*}}layout.py","line":7,"column":15,"severity":"error","name":"argument","message":"keyword argument repeated: a","hint":null}
