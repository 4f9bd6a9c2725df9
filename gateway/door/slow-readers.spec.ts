/** Large answers: whole for who takes them, and not kept for who does not. */
import { connect, type AddressInfo } from "node:net";
import { fastify, type FastifyInstance } from "fastify";
import { until } from "../testing/until.ts";
import { leaveSlowReaders } from "./slow-readers.ts";

/** More than the buffers of any connection hold. */
const LARGE = "x".repeat(32 * 1024 * 1024);

let app: FastifyInstance;
beforeEach(() => {
  app = fastify();
  app.get("/", async () => LARGE);
});
afterEach(() => app.close());

const listen = async (patience: number) => {
  leaveSlowReaders(app, patience);
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
};

it("lets go of a caller who asks for much and takes nothing", async () => {
  const port = await listen(200);
  const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n"));
  socket.on("error", () => undefined).pause();
  let asked = false;
  app.server.on("request", () => (asked = true));
  await until("it is asked", () => asked);
  const open = () =>
    new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)));
  await until("the connection is closed", async () => (await open()) === 0);
  socket.destroy();
});

it("gives all of it to one who takes it", async () => {
  const port = await listen(60_000);
  const text = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  expect(text.length).toBe(LARGE.length);
});
