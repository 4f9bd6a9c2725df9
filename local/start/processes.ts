/** The processes of one run: started together, watched together, and stopped in the reverse order. */
import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../../platform/environment.ts";
import { checkout } from "../checkout.ts";
import type { PostgresServer } from "../postgres/server.ts";
import { startChild, type Child } from "./child.ts";
import { untilReady } from "./ready.ts";
import type { Service } from "./services.ts";
import { warn } from "./terminal.ts";

export class Processes {
  /** Rejects, with a sentence that says which and why, when a process ends that should not have. */
  readonly failure: Promise<never>;
  /** In the order of their start; those of one layer stop together. */
  private readonly layers: { stop(): Promise<unknown> }[][] = [];
  private readonly logs: string;
  private fail: (reason: StartupError) => void = () => {};
  private stopping = false;

  constructor(logs: string) {
    this.logs = logs;
    this.failure = new Promise((_, reject) => (this.fail = reject));
    // Whoever waits for it handles it; before that it must not count as unhandled.
    this.failure.catch(() => {});
  }

  /** Adds a PostgreSQL that is being started, so that it is stopped even if that happens meanwhile. */
  async postgres(starting: Promise<PostgresServer>): Promise<PostgresServer> {
    this.layers.push([{ stop: async () => (await starting.catch(() => undefined))?.stop() }]);
    const server = await starting;
    void server.ended.then(() => {
      if (!this.stopping)
        this.fail(new StartupError(`PostgreSQL ended unexpectedly. Its log is ${this.where("postgres")}.`));
    });
    return server;
  }

  /** Starts servers side by side; resolves when all are ready. */
  async serve(services: readonly Service[]): Promise<void> {
    this.refuseWhenStopping();
    const layer: Child[] = [];
    this.layers.push(layer);
    await Promise.all(
      services.map(async (service) => {
        const child = this.start(service);
        layer.push(child);
        void child.ended.then(async (how) => {
          // When PostgreSQL goes, others go with it: it is given the time to be the one that is named.
          await sleep(300);
          if (!this.stopping) this.fail(this.complaint(child, `stopped unexpectedly (${how})`));
        });
        if (service.url) await untilReady(service.name, service.url);
      }),
    );
  }

  /** Runs a process that does its work and ends. */
  async finish(service: Service, visible = false): Promise<void> {
    this.refuseWhenStopping();
    const child = this.start(service, visible);
    this.layers.push([child]);
    const [how, succeeded] = await Promise.all([child.ended, child.succeeded]);
    if (!succeeded && !this.stopping) throw this.complaint(child, `failed (${how})`);
  }

  /** Stops everything, the last started first. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const layer of this.layers.reverse()) await Promise.all(layer.map((process) => process.stop()));
  }

  private start(service: Service, visible = false): Child {
    return startChild({
      ...service,
      logs: this.logs,
      visible,
      report: (sentence) => {
        if (!this.stopping) warn(`  ${service.name}: ${sentence}`);
      },
    });
  }

  private complaint(child: Child, what: string): StartupError {
    const reason = child.lastConcern()?.replace(/\.?$/, ".");
    return new StartupError(
      `${child.name} ${what}${reason ? `: ${reason}` : "."} Its log is ${relative(checkout, child.log)}.`,
    );
  }

  private where(name: string): string {
    return relative(checkout, `${this.logs}/${name}.log`);
  }

  private refuseWhenStopping(): void {
    if (this.stopping) throw new StartupError("Stopped while starting.");
  }
}
