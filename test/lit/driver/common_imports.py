# What most programs import brings few modules with it: less than 2 MB of code and data, which with the runtime makes an
# executable of less than 3 MB. Neither the machines of pickle nor tables of encodings and translations are in it.

# RUN: %pyasyncc --imports -o %t.exe %s | FileCheck %s

import re, json, logging, argparse, dataclasses

# CHECK-NOT: {{ (_pickle_machines|_compat_pickle|codecs|_codecs|copy|gettext|locale|inspect|ast):}}
# CHECK: modules without the runtime: {{1?[0-9][0-9][0-9][0-9][0-9][0-9]}} bytes
