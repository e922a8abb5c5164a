// run.mjs — runs a WASI module made by pyasyncc under Node 18 or newer:
//
//     node run.mjs [--argv0=NAME] program.wasm [arguments...]
//
// NAME is what the program sees as its own name (sys.argv[0]) instead of the path of the module.
// The program sees the whole file system under "/", the current folder (so that relative paths
// work), the environment, the standard streams, and its exit status is ours.
//
// Every import is wrapped in a plain function: node:wasi's own bindings go on using the memory they
// saw first, also after it has grown.

import { readFile } from "node:fs/promises";
import process from "node:process";
import { spawnSync } from "node:child_process";

// Recursion ends with RecursionError in the program, if the host's stack is large enough for that. Its
// size is settled when Node starts, so Node is started again unless it was told.
const stackSize = "--stack-size=3900";
if (!process.execArgv.some((word) => word.startsWith("--stack-size="))) {
  const child = spawnSync(process.execPath, [stackSize, ...process.argv.slice(1)], { stdio: "inherit" });
  if (child.signal) process.kill(process.pid, child.signal);
  process.exit(child.status ?? 70);
}

// node:wasi announces itself as experimental on stderr, which belongs to the program.
const emitWarning = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  const type = typeof rest[0] === "string" ? rest[0] : rest[0]?.type;
  if (type !== "ExperimentalWarning") emitWarning.call(process, warning, ...rest);
};
const { WASI } = await import("node:wasi");

const words = process.argv.slice(2);
const argv0 = words[0]?.startsWith("--argv0=") ? words.shift().slice("--argv0=".length) : words[0];
const [path, ...args] = words;
if (path === undefined) {
  process.stderr.write("usage: node run.mjs [--argv0=NAME] program.wasm [arguments...]\n");
  process.exit(2);
}

const wasi = new WASI({
  version: "preview1",
  args: [argv0, ...args],
  env: { ...process.env, PWD: process.cwd() },
  preopens: { "/": "/" },
  returnOnExit: true,
});

const imports = {};
for (const [name, call] of Object.entries(wasi.wasiImport))
  imports[name] = (...values) => call(...values);

let module;
try {
  module = await WebAssembly.compile(await readFile(path));
} catch (error) {
  process.stderr.write(`run.mjs: ${path}: ${error.message}\n`);
  process.exit(2);
}

const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports });
try {
  process.exitCode = wasi.start(instance);
} catch (error) {
  process.stderr.write(`run.mjs: ${path}: ${error.stack ?? error}\n`);
  process.exitCode = 70;
}
