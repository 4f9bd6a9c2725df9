/** A proxy that stands before a server and misbehaves as it is told: a network, a server or an answer gone wrong. */
import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { randomBytes } from "node:crypto";

/** What it does with a connection: as a network would, or with bytes of its own in place of the server's. */
export type Mischief =
  | { kind: "none" }
  | { kind: "refuse" }
  | { kind: "freeze" }
  | { kind: "slow"; milliseconds: number }
  | { kind: "reset" }
  | { kind: "half" }
  | { kind: "garbage" }
  | { kind: "say"; bytes: string };

interface Pair {
  client: Socket;
  server: Socket;
}

export class Proxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #mischief: Mischief = { kind: "none" };
  #port = 0;

  constructor(target: { host: string; port: number }) {
    this.#server = createServer((client) => this.#join(client, connect(target)));
  }

  async open(): Promise<number> {
    await this.#listen();
    this.#port = (this.#server.address() as AddressInfo).port;
    return this.#port;
  }

  /** From now on it does this, to the connections that are open too. */
  async behave(mischief: Mischief): Promise<void> {
    const before = this.#mischief;
    this.#mischief = mischief;
    if (mischief.kind === "refuse") {
      const closed = new Promise((resolve) => this.#server.close(resolve));
      this.#cutAll();
      await closed;
    } else if (before.kind === "refuse") await this.#listen();
    for (const { client, server } of this.#pairs)
      for (const socket of [client, server])
        if (mischief.kind === "freeze") socket.pause();
        else socket.resume();
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#cutAll();
    await closed;
  }

  #listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
  }

  #cutAll(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  #join(client: Socket, server: Socket): void {
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.setNoDelay(true);
      // The other end learns of it; that is the whole point.
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        other.destroy();
        this.#pairs.delete(pair);
      });
    }
    client.on("data", (chunk) => this.#fromClient(pair, chunk));
    server.on("data", (chunk) => this.#fromServer(pair, chunk));
    if (this.#mischief.kind === "freeze") {
      client.pause();
      server.pause();
    }
  }

  #fromClient({ client, server }: Pair, chunk: Buffer): void {
    if (this.#mischief.kind === "say") client.end(this.#mischief.bytes);
    else server.write(chunk);
  }

  #fromServer({ client }: Pair, chunk: Buffer): void {
    const mischief = this.#mischief;
    switch (mischief.kind) {
      case "reset":
        client.resetAndDestroy();
        break;
      case "half":
        client.end(chunk.subarray(0, Math.floor(chunk.length / 2)));
        break;
      case "garbage":
        client.write(randomBytes(chunk.length));
        break;
      case "slow":
        setTimeout(() => client.write(chunk), mischief.milliseconds);
        break;
      default:
        client.write(chunk);
    }
  }
}

/** An answer over HTTP, as bytes. */
export function httpAnswer(status: string, type: string, body: string): string {
  const length = Buffer.byteLength(body);
  return `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`;
}
