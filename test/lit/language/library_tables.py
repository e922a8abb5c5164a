# Statements of the library that only bind names wait like its functions do: shutil's table of
# archive formats leads to tarfile and zipfile, its guarded imports to bz2 and lzma, and nothing here
# asks for them. What asks for the table gets its entries.

# RUN: %pyasyncc --emit=ir %s -o - | FileCheck %s --implicit-check-not='module "{{tarfile|zipfile|bz2|lzma|fnmatch}}"' --implicit-check-not="function @py.shutil._make_tarball"
# RUN: %run %s | FileCheck %s --check-prefix=OUT
# RUN: %pyasyncc --emit=ir %S/Inputs/archive_formats.py -o - | FileCheck %s --check-prefix=ASKED
# RUN: %run %S/Inputs/archive_formats.py | FileCheck %s --check-prefix=FORMATS

import shutil

print(shutil.get_terminal_size((1, 1)).columns > 0)

# CHECK: module "shutil"
# OUT: True
# ASKED: module "shutil"
# ASKED: function @py.shutil._make_tarball
# FORMATS: 'tar'
