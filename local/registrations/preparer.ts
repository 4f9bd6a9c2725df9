/** Prepares rows beside the reading and the writing: in threads where there are processors for them. */
import { Worker } from "node:worker_threads";
import { prepare, type ArrivingRow, type Preparation, type Prepared } from "./prepare.ts";

export interface Preparer {
  prepare(rows: readonly ArrivingRow[]): Promise<Prepared>;
  stop(): Promise<void>;
}

/** With that many threads; with none, the rows are prepared where they are read. */
export function startPreparer(preparation: Preparation, threads: number): Preparer {
  if (threads === 0) return { prepare: (rows) => prepare(rows, preparation), stop: () => Promise.resolve() };
  const crew = Array.from({ length: threads }, () => startThread(preparation));
  let turn = 0;
  return {
    prepare(rows) {
      turn += 1;
      const thread = crew[turn % crew.length];
      return thread ? thread.prepare(rows) : prepare(rows, preparation);
    },
    async stop() {
      await Promise.all(crew.map(({ stop }) => stop()));
    },
  };
}

function startThread(preparation: Preparation): Preparer {
  const worker = new Worker(new URL("./prepare-thread.js", import.meta.url), {
    workerData: preparation,
    // A part is small; what is let grow to hundreds of megabytes before it is cleared is only slower.
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 },
  });
  const waiting: { done: (prepared: Prepared) => void; failed: (error: Error) => void }[] = [];
  let dead: Error | null = null;
  const fail = (error: Error) => {
    dead = error;
    for (const { failed } of waiting.splice(0)) failed(error);
  };
  // What is asked first is answered first.
  worker.on("message", (prepared: Prepared) => waiting.shift()?.done(prepared));
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("a thread that checks rows ended")));
  return {
    prepare: (rows) =>
      new Promise((done, failed) => {
        if (dead) return failed(dead);
        waiting.push({ done, failed });
        worker.postMessage(rows);
      }),
    async stop() {
      await worker.terminate();
    },
  };
}
