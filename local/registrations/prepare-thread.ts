/** A thread that prepares the rows it is sent, one part after the other. */
import "reflect-metadata";
import { parentPort, workerData } from "node:worker_threads";
import { prepare, type ArrivingRow, type Preparation } from "./prepare.ts";

let before: Promise<void> = Promise.resolve();

parentPort?.on("message", (rows: readonly ArrivingRow[]) => {
  before = before.then(async () => parentPort?.postMessage(await prepare(rows, workerData as Preparation)));
});
