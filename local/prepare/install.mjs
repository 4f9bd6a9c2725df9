/** The packages of package-lock.json, as `npm ci` puts them into node_modules. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "./run.mjs";

/** Whether node_modules holds what package-lock.json says. */
export function isInstalled(root) {
  const stamp = stampFile(root);
  const wanted = fingerprint(root);
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === wanted;
  // Installed by hand, before this ever ran: npm's own record says what is there.
  if (!agrees(root)) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** Runs `npm ci`, and says how far it is. Rejects with a sentence for the user. */
export async function install(root, lock) {
  refuseLink(root);
  const places = Object.keys(readLock(join(root, "package-lock.json"))).filter((place) => place !== "");
  const { command, args } = npm();
  await run({
    root,
    lock,
    command,
    args: [...args, "ci", "--no-progress"],
    // npm settings that a surrounding `npm` command was given must not change what is installed.
    env: { npm_config_omit: undefined, npm_config_production: undefined, NODE_ENV: undefined },
    doing: `Installing ${places.length} packages`,
    progress: () =>
      `${places.filter((place) => existsSync(join(root, place))).length} of ${places.length} there`,
    done: "Installed the packages",
    failed:
      "The packages could not be installed: see npm's message above; check the connection to the registry and try again.",
  });
  writeFileSync(stampFile(root), fingerprint(root));
}

/** npm empties the folder before it fills it: behind a link that is the folder of another checkout, which may be in use. */
function refuseLink(root) {
  const folder = join(root, "node_modules");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      "The packages in node_modules are not those of package-lock.json, and node_modules is a link to a folder elsewhere: " +
        "bring that folder up to date, or remove the link and try again.",
    );
  }
}

function stampFile(root) {
  return join(root, "node_modules", ".continuum-lock");
}

/** Of the lock file and of the machine, since some packages are made for one kind only. */
function fingerprint(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(`${process.platform} ${process.arch}\n`).update(lock).digest("hex");
}

function agrees(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const there = readLock(record);
  return Object.entries(readLock(join(root, "package-lock.json"))).every(([place, wanted]) => {
    if (place === "" || (wanted.optional && !there[place])) return true;
    return there[place]?.version === wanted.version && existsSync(join(root, place));
  });
}

function readLock(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** The npm that called us, or else the one of the machine. */
function npm() {
  const caller = process.env.npm_execpath;
  if (caller && basename(caller) === "npm-cli.js" && existsSync(caller)) {
    return { command: process.execPath, args: [caller] };
  }
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}
