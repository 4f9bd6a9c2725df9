import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openOutside, refuseAddress, type Outside, type OutsideOptions } from "./post-outside.ts";

const servers: Server[] = [];
const open: Outside[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((outside) => outside.close()));
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server on this machine; its host and port. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function outside(options: OutsideOptions): Outside {
  const made = openOutside(options);
  open.push(made);
  return made;
}

describe("An address that somebody outside chose", () => {
  it.each([
    ["http://example.org/hook", "https"],
    ["ftp://example.org/hook", "https"],
    ["file:///etc/passwd", "https"],
    ["https://user:password@example.org/", "password"],
    ["https://127.0.0.1/", "public internet"],
    ["https://[::1]/", "public internet"],
    ["https://[::ffff:169.254.169.254]/latest/meta-data", "public internet"],
    ["https://0x7f000001/", "public internet"],
    ["https://2130706433/", "public internet"],
    ["https://169.254.169.254/", "public internet"],
    ["no address", "no address"],
  ])("%s is refused", (url, why) => {
    expect(refuseAddress(url)).toContain(why);
  });

  it("may be any https address by name or public number", () => {
    expect(refuseAddress("https://example.org:8443/hook?for=continuum")).toBeNull();
    expect(refuseAddress("https://1.1.1.1/")).toBeNull();
  });

  it("may be a host of this network by http only when the operator named it with its port", () => {
    expect(refuseAddress("http://127.0.0.1:8080/", ["127.0.0.1:8080"])).toBeNull();
    expect(refuseAddress("http://127.0.0.1:8081/", ["127.0.0.1:8080"])).not.toBeNull();
  });
});

describe("A call outside", () => {
  it.each([
    ["a loopback address", [{ address: "127.0.0.1", family: 4 }]],
    ["a metadata address", [{ address: "169.254.169.254", family: 4 }]],
    ["an address of this network in disguise", [{ address: "::ffff:10.0.0.1", family: 6 }]],
    [
      "a public and a private address",
      [
        { address: "1.1.1.1", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ],
    ],
    ["nothing", []],
  ])("is not made when the name leads to %s", async (_what, found) => {
    let calls = 0;
    const host = await serve((_request, response) => {
      calls += 1;
      response.end();
    });
    const { post } = outside({ resolve: async () => found });
    const port = host.split(":")[1];
    expect(await post(`https://partner.example.org:${port}/`, {}, "{}")).toMatchObject({
      status: null,
      failure: "ADDRESS_NOT_ALLOWED",
    });
    expect(calls).toBe(0);
  });

  it("connects to the address that was judged, and asks for no other afterwards", async () => {
    const asked: string[] = [];
    const { post } = outside({
      resolve: async (name) => {
        asked.push(name);
        // Public when judged; whoever resolves again gets this machine.
        return asked.length === 1
          ? [{ address: "192.88.98.1", family: 4 }]
          : [{ address: "127.0.0.1", family: 4 }];
      },
      timeout: 300,
    });
    const { status } = await post("https://rebinding.example.org/", {}, "{}");
    expect(status).toBeNull();
    expect(asked).toEqual(["rebinding.example.org"]);
  });

  it("says why there was no answer", async () => {
    const { post } = outside({
      resolve: () => Promise.reject(Object.assign(new Error(), { code: "ENOTFOUND" })),
    });
    expect(await post("https://nowhere.example.org/", {}, "{}")).toMatchObject({ failure: "NAME_NOT_FOUND" });
  });

  it("follows no redirect", async () => {
    let followed = 0;
    const host = await serve((request, response) => {
      if (request.url === "/inside") followed += 1;
      response.writeHead(302, { location: "/inside" }).end();
    });
    const { post } = outside({ allowedHosts: [host] });
    expect(await post(`http://${host}/`, {}, "{}")).toMatchObject({ status: 302 });
    expect(followed).toBe(0);
  });

  it("reads no more than a little, and does not wait for ever", async () => {
    const large = await serve((_request, response) => {
      response.write("x".repeat(200_000));
      response.end();
    });
    const silent = await serve(() => undefined);
    const { post } = outside({ allowedHosts: [large, silent], timeout: 500 });
    expect(await post(`http://${large}/`, {}, "{}")).toMatchObject({ failure: "ANSWER_TOO_LARGE" });
    expect(await post(`http://${silent}/`, {}, "{}")).toMatchObject({ failure: "TIMEOUT" });
  });
});
