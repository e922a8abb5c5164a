# Functions of installed packages import other packages for features that most programs do not use: these join the
# program only if code that may run mentions the function, also by the beginning of its name.

# RUN: %pyasyncc -I %S/Inputs/dist-packages --imports -o %t %s 2>&1 | FileCheck %s --check-prefix=TREE
# RUN: %pyasyncc -I %S/Inputs/dist-packages -o %t %s && %t | FileCheck %s
# TREE-NOT: painter.brush
# TREE-NOT: painter.air
# TREE: painter.red
# TREE-NOT: painter.brush
# TREE-NOT: painter.air
import plotter

plot = plotter.Plot()
# CHECK: plain
print(plot.plain())
# CHECK: red of painter.red
print(plot.draw("red"))
