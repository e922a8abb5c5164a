# -MD writes a make rule that names every file the program was read from.

# RUN: rm -rf %t && mkdir -p "%t/with space" && cd %t
# RUN: echo "import helper" > main.py
# RUN: echo "x = 1" > "with space/helper.py"
# RUN: %pyasyncc -c -MD -I "with space" main.py -o main.o
# RUN: FileCheck %s --input-file=main.d
# CHECK:      main.o:
# CHECK-DAG:  {{^}} main.py
# CHECK-DAG:  with\ space/helper.py

# RUN: %status 2 %pyasyncc -S -MD main.py -o - 2>&1 | FileCheck %s --check-prefix=STREAM
# STREAM: error: -MD needs an output file to stand beside
