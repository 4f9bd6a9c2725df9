/** The build under dist/: what tsc makes of the sources, no more and no less. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

/** The rooms that are built, and what in them is not. */
const ROOMS = ["gateway", "subgraphs", "platform", "schema", "local", "tests"];
const LEFT_OUT = ["tests/bench/peers"];
const SETTINGS = ["tsconfig.json", "tsconfig.build.json", "package-lock.json"];

/** Whether dist/ was built from the sources as they are now, and is whole. */
export function isBuilt(root) {
  const stamp = stampFile(root);
  const sources = findSources(root);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === fingerprint(root, sources) &&
    sources.every((source) => existsSync(outputOf(root, source)))
  );
}

/** Builds dist/, and removes from it what the sources no longer make. Rejects with a sentence for the user. */
export async function build(root, lock) {
  const sources = findSources(root);
  const built = fingerprint(root, sources);
  rmSync(stampFile(root), { force: true });
  // tsc writes only what its record says has changed: without a file of it, the record is wrong.
  const whole = sources.every((source) => existsSync(outputOf(root, source)));
  if (!whole) rmSync(join(root, "dist", ".tsbuildinfo"), { force: true });
  await run({
    root,
    lock,
    command: process.execPath,
    args: [
      join("node_modules", "typescript", "bin", "tsc"),
      "-p",
      "tsconfig.build.json",
      "--pretty",
      "false",
    ],
    doing: "Building",
    done: "Built",
    failed: "The build failed: see the compiler's messages above, put them right and try again.",
  });
  removeLeftovers(root, new Set(sources.map((source) => outputOf(root, source))));
  // Of the sources as they were before: what was changed meanwhile is built next time.
  writeFileSync(stampFile(root), built);
}

function stampFile(root) {
  return join(root, "dist", ".continuum-build");
}

function fingerprint(root, sources) {
  const hash = createHash("sha256");
  const settings = SETTINGS.filter((file) => existsSync(join(root, file)));
  for (const file of [...settings, ...sources]) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update("\n");
  }
  return hash.digest("hex");
}

/** The sources that tsc builds, sorted, as paths from `root` with `/`. */
function findSources(root) {
  const inFolder = (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
          const path = `${folder}/${entry.name}`;
          if (entry.isDirectory()) {
            return entry.name === "node_modules" || LEFT_OUT.includes(path) ? [] : inFolder(path);
          }
          return /(?<!\.d|\.spec)\.ts$/.test(entry.name) ? [path] : [];
        })
      : [];
  return ROOMS.flatMap(inFolder).sort();
}

function outputOf(root, source) {
  return join(root, "dist", source.replace(/\.ts$/, ".js"));
}

/** A deleted source must not live on: a migration or a resolver would still be found. */
function removeLeftovers(root, outputs) {
  const sweep = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) sweep(path);
      else if (/\.js(\.map)?$/.test(path) && !outputs.has(path.replace(/\.map$/, ""))) rmSync(path);
    }
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  };
  for (const room of ROOMS) {
    const folder = join(root, "dist", room);
    if (existsSync(folder)) sweep(folder);
  }
}
