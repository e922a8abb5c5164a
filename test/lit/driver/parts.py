# The parts of asyncio that are written in Python are compiled into programs that mention them, and into no others.

# RUN: rm -rf %t && mkdir -p %t && cd %t
# RUN: echo "import asyncio; asyncio.run(asyncio.sleep(0))" > plain.py
# RUN: %pyasyncc -c -MD plain.py -o plain.o
# RUN: FileCheck %s --input-file=plain.d --check-prefix=PLAIN
# PLAIN-NOT: asyncio/

# RUN: echo "import asyncio; print(asyncio.start_server)" > server.py
# RUN: %pyasyncc -c -MD server.py -o server.o
# RUN: FileCheck %s --input-file=server.d --check-prefix=SERVER
# SERVER-DAG: asyncio/streams.py
# SERVER-DAG: asyncio/base_events.py
# RUN: FileCheck %s --input-file=server.d --check-prefix=LEAN
# LEAN-NOT: asyncio/unix_events.py
# LEAN-NOT: asyncio/subprocess.py
# LEAN-NOT: enum.py

# RUN: echo "from asyncio.protocols import Protocol" > submodule.py
# RUN: %pyasyncc -c -MD submodule.py -o submodule.o
# RUN: FileCheck %s --input-file=submodule.d --check-prefix=SUBMODULE
# SUBMODULE-NOT: asyncio/streams.py
# SUBMODULE: asyncio/protocols.py
# SUBMODULE-NOT: asyncio/streams.py
