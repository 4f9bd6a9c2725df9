/** The npm that started us: killed hard, it tells nobody, and we would run on unseen. */
import { basename } from "node:path";
import { commandOf, isAlive, parentOf } from "../postgres/process-table.ts";

/** Calls `gone` once when the npm that started this process is no more. Does nothing when it was not npm. */
export function watchLauncher(gone: () => void): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  // npm starts a script through a shell, which may or may not have made room for us.
  const shell = /^(sh|bash|dash|zsh|ash|busybox)$/.test(basename(commandOf(parent)?.split(" ")[0] ?? ""));
  const npm = shell ? parentOf(parent) : undefined;
  // Asking costs a process of its own where there is no /proc.
  const interval = process.platform === "linux" ? 500 : 3_000;
  const timer = setInterval(() => {
    const here = process.ppid === parent && (npm === undefined || (isAlive(npm) && parentOf(parent) === npm));
    if (here) return;
    clearInterval(timer);
    gone();
  }, interval);
  timer.unref();
}
