# difftest: no-wasi (the text of these lines is read from the installed library)
"""Errors that come out of the library's modules for data, files and processes."""

import argparse
import ast
import base64
import collections
import concurrent.futures
import configparser
import copy
import csv
import dataclasses
import datetime
import decimal
import fractions
import graphlib
import inspect
import io
import ipaddress
import json
import os
import pathlib
import queue
import random
import re
import secrets
import shlex
import shutil
import socket
import sqlite3
import string
import statistics
import subprocess
import threading
import tomllib
import urllib.parse
import uuid
import sys
import traceback


@dataclasses.dataclass
class P:
    x: int


def pool():
    with concurrent.futures.ThreadPoolExecutor(1) as ex:
        return ex.submit(lambda: 1//0).result()


def poolmap():
    with concurrent.futures.ThreadPoolExecutor(1) as ex:
        return list(ex.map(lambda x: 1//x, [0]))


def parse(*a):
    p=argparse.ArgumentParser(exit_on_error=False); p.add_argument("--n",type=int); return p.parse_args(list(a))


def gr():
    g=graphlib.TopologicalSorter({1:{2},2:{1}}); g.prepare()


def cfg():
    c=configparser.ConfigParser(); c.read_string("[a]\nx=1\n"); return c.get("a","y")


def cfg2():
    c=configparser.ConfigParser(); c.read_string("x=1\n")


def cfg3():
    c=configparser.ConfigParser(); c.read_string("[a]\nx=z\n"); return c.getint("a","x")


def strp(): return datetime.datetime.strptime("x","%Y")


def iso(): return datetime.date.fromisoformat("x")


async def bad(): raise ValueError("bad")


CASES = {
    'json1': lambda: json.loads("{bad"),
    'json2': lambda: json.loads(""),
    'json3': lambda: json.dumps({1}),
    'json4': lambda: json.loads(b"\xff"),
    'json5': lambda: json.dumps({(1,):2}),
    'json6': lambda: json.load(io.StringIO("[1,")),
    'json9': lambda: json.dump({1},io.StringIO()),
    'sub1': lambda: subprocess.run(["false"],check=True),
    'sub2': lambda: subprocess.run(["/nonexistent"]),
    'sub3': lambda: subprocess.check_output(["false"]),
    'path1': lambda: pathlib.Path("/nonexistent").read_text(),
    'path2': lambda: pathlib.Path("/nonexistent").open(),
    'path4': lambda: pathlib.Path("a").relative_to("b"),
    'path5': lambda: list(pathlib.Path("/nonexistent").iterdir()),
    'path7': lambda: pathlib.Path("a").with_suffix("x"),
    'cfg': cfg,
    'cfg2': cfg2,
    'cfg3': cfg3,
    'frac': lambda: fractions.Fraction("x"),
    'frac2': lambda: fractions.Fraction(1,0),
    'stat': lambda: statistics.mean([]),
    'stat2': lambda: statistics.stdev([1]),
    'strp': strp,
    'iso': iso,
    'dt': lambda: datetime.datetime(2020,13,1),
    'dec': lambda: decimal.Decimal("x"),
    'dec2': lambda: decimal.Decimal(1)/0,
    're1': lambda: re.compile("("),
    're3': lambda: re.match(3,"a"),
    're4': lambda: re.compile("a").match(3),
    're5': lambda: re.compile("*a"),
    're6': lambda: re.sub("(", "", "a"),
    're7': lambda: re.search("a", 5),
    're8': lambda: re.findall([], "a"),
    're9': lambda: re.compile(re.compile("a"), re.I),
    're10': lambda: re.compile("a", "i"),
    're11': lambda: re.sub("a", r"\g<q>", "a"),
    're12': lambda: re.nope,
    'shu': lambda: shutil.copy("/nonexistent","/tmp/x"),
    'mkd': lambda: os.makedirs("/proc/x/y"),
    'ope': lambda: open("/nonexistent"),
    'getenv': lambda: os.environ["NOPE_X"],
    'envset': lambda: os.environ.__setitem__(1,"x"),
    'fsp': lambda: os.path.join(1),
    'fsp2': lambda: os.fspath(3),
    'envset2': lambda: os.environ.__setitem__("A_NAME", 5),
    'envset3': lambda: os.environ.__setitem__("A=B", "x"),
    'envget': lambda: os.getenv(5),
    'envdel': lambda: os.environ.__delitem__(5),
    'join': lambda: os.path.join("a", 5),
    'join2': lambda: os.path.join("a", b"b"),
    'basename': lambda: os.path.basename(None),
    'dirname': lambda: os.path.dirname(None),
    'split': lambda: os.path.split(None),
    'splitext': lambda: os.path.splitext(None),
    'exists': lambda: os.path.exists(None),
    'isfile': lambda: os.path.isfile(None),
    'isdir': lambda: os.path.isdir(None),
    'islink': lambda: os.path.islink(None),
    'getsize': lambda: os.path.getsize("/nonexistent"),
    'getmtime': lambda: os.path.getmtime("/nonexistent"),
    'expanduser': lambda: os.path.expanduser(None),
    'abspath': lambda: os.path.abspath(None),
    'realpath': lambda: os.path.realpath(None),
    'isabs': lambda: os.path.isabs(None),
    'fsencode': lambda: os.fsencode(None),
    'nt': lambda: collections.namedtuple("T", "a b")._make([1]),
    'popen': lambda: subprocess.Popen(5),
    'popen2': lambda: subprocess.run([]),
    'template': lambda: string.Template("$").substitute(),
    'sqlite': lambda: sqlite3.connect("/nonexistent/file.db"),
    'sqlite2': lambda: sqlite3.connect(":memory:").execute("select"),
    'literal': lambda: ast.literal_eval("1 = 2"),
    'parse': lambda: ast.parse("a b"),
    'rel': lambda: os.path.relpath(""),
    'rnd': lambda: random.choice([]),
    'rnd2': lambda: random.sample([1],2),
    'rnd3': lambda: random.randint(3,1),
    'rnd4': lambda: random.randrange(0),
    'cpy': lambda: copy.deepcopy(threading.Lock()),
    'cpy2': lambda: copy.copy(threading.Lock()),
    'uu': lambda: uuid.UUID("x"),
    'ipa': lambda: ipaddress.ip_address("x"),
    'url2': lambda: urllib.parse.urlsplit("http://a:b").port,
    'b64': lambda: base64.b64decode("a"),
    'b32': lambda: base64.b32decode("a"),
    'q': lambda: queue.Queue().get_nowait(),
    'q2': lambda: queue.Queue().get(timeout=0.001),
    'q3': lambda: queue.Queue().task_done(),
    'pool': pool,
    'poolmap': poolmap,
    'fut': lambda: concurrent.futures.Future().result(0.001),
    'ins': lambda: inspect.signature(3),
    'ins2': lambda: inspect.signature(P).bind(),
    'gr': gr,
    'shl': lambda: shlex.split("'"),
    'tom': lambda: tomllib.loads("x"),
    'sec': lambda: secrets.choice([]),
    'sock': lambda: socket.create_connection(("127.0.0.1",1)),
    'csvw': lambda: csv.DictWriter(io.StringIO(),["a"]).writerow({"b":1}),
}
for name, case in CASES.items():
    print("-", name)
    try:
        case()
    except BaseException as error:
        traceback.print_exception(error, file=sys.stdout)
