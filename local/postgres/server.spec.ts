import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { postgresAccount } from "./account.ts";
import { freePort } from "./free-port.ts";
import { provisionDatabase, withClient } from "../../platform/provision-database.ts";
import { startPostgres, type PostgresOptions, type PostgresServer } from "./server.ts";
import { openTemporaryFolder } from "./spare-folder.ts";

let folder: string;
let servers: PostgresServer[];
const notices: string[] = [];

beforeEach(() => {
  servers = [];
  notices.length = 0;
  folder = mkdtempSync(join(openTemporaryFolder(postgresAccount()), "continuum-server-"));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<PostgresServer> {
  const server = await startPostgres({
    folder,
    password: "a password of the test",
    log: join(folder, "postgres.log"),
    port: 27_500,
    durable: false,
    // That somebody else has the port is chance, but where it is what is tested.
    notice: (sentence) => void (/^Port 27500 /.test(sentence) || notices.push(sentence)),
    ...options,
  });
  servers.push(server);
  return server;
}

async function ask(url: string, query: string): Promise<unknown> {
  const { rows } = await withClient(url, (client) => client.query<{ answer: unknown }>(query));
  return rows[0]?.answer;
}

describe("The local PostgreSQL", () => {
  it("takes connections from this machine, with the password only, and keeps its data", async () => {
    const first = await start();
    await withClient(first.adminUrl, (admin) => admin.query("create table kept as select 'été' as answer"));
    const wrong = new URL(first.adminUrl);
    wrong.password = "guessed";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
    await first.stop();
    const second = await start();
    expect(await ask(second.adminUrl, "select answer from kept")).toBe("été");
    expect(await ask(second.adminUrl, "select inet_server_addr()::text as answer")).toBe("127.0.0.1/32");
  });

  it("orders and folds letters alike on every machine", async () => {
    const { adminUrl } = await start();
    expect(await ask(adminUrl, "select upper('é') || current_setting('server_encoding') as answer")).toBe(
      "ÉUTF8",
    );
    const locale =
      "select datlocprovider::text || datlocale as answer from pg_database where datname = 'postgres'";
    expect(await ask(adminUrl, locale)).toBe("bC.UTF-8");
  });

  it("writes to disk what is committed when it is to be durable, and not in tests", async () => {
    const durable = await start({ durable: true });
    expect(await ask(durable.adminUrl, "select current_setting('fsync') as answer")).toBe("on");
    await durable.stop();
    const quick = await start({ durable: false });
    expect(await ask(quick.adminUrl, "select current_setting('fsync') as answer")).toBe("off");
  });

  it("takes another port when somebody listens on the first, and says so", async () => {
    const port = await freePort(27_600);
    const other = createServer().listen(port);
    await once(other, "listening");
    const server = await start({ port });
    other.close();
    expect(server.port).toBeGreaterThan(port);
    expect(server.port).toBeLessThan(32_768);
    expect(notices).toEqual([
      `Port ${port} is taken, perhaps by another hub on this machine: PostgreSQL listens on ${server.port}.`,
    ]);
  });

  it("starts beside another that looked for a port in the same moment", async () => {
    const port = await freePort(27_700);
    const both = await Promise.all(
      ["one", "other"].map((name) =>
        start({ port, folder: join(folder, name), log: join(folder, `${name}.log`) }),
      ),
    );
    for (const { adminUrl } of both) expect(await ask(adminUrl, "select 1 as answer")).toBe(1);
  });

  it("starts although its number of last time is another program's now", async () => {
    await (await start()).stop();
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const owner = postgresAccount() ? process.pid : stranger.pid;
    writeFileSync(
      join(folder, "data/postmaster.pid"),
      `${owner}\n${join(folder, "data")}\n0\n27500\n\n\n\nready\n`,
    );
    const server = await start();
    expect(await ask(server.adminUrl, "select 1 as answer")).toBe(1);
    stranger.kill();
  });

  it("makes the folders it needs so that its account can pass, whatever the user's mask", async () => {
    const mask = process.umask(0o077);
    const server = await start({ folder: join(folder, "private/postgres") });
    process.umask(mask);
    expect(notices).toEqual([]);
    expect(existsSync(join(folder, "private/postgres/data"))).toBe(true);
    expect(await ask(server.adminUrl, "select 1 as answer")).toBe(1);
  });

  it("begins anew where making the data folder was interrupted", async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data/PG_VERSION"), "18");
    expect(await ask((await start()).adminUrl, "select 1 as answer")).toBe(1);
  });

  it("says what to do when its password is lost, and touches nothing", async () => {
    await (await start()).stop();
    await expect(start({ password: "another one" })).rejects.toThrow(
      /is lost\. Remove the folder \.continuum/,
    );
    expect(await ask((await start()).adminUrl, "select 1 as answer")).toBe(1);
  });

  it("says why it does not start, in PostgreSQL's own words", async () => {
    await (await start()).stop();
    writeFileSync(join(folder, "data/postgresql.auto.conf"), "no_such_setting = 1\n");
    await expect(start()).rejects.toThrow(/^PostgreSQL does not start: .*no_such_setting|contains errors/);
  });

  it("is gone, with its folder, when a temporary one is stopped", async () => {
    const server = await start({ temporary: true });
    await server.stop();
    expect(existsSync(folder)).toBe(false);
  });

  (postgresAccount() ? it : it.skip)(
    "started by root under a folder that its account cannot enter, keeps its data elsewhere and says where",
    async () => {
      chmodSync(folder, 0o700);
      const server = await start();
      expect(notices).toEqual([expect.stringMatching(/cannot enter .*: its data is in \/.*\/data\.$/)]);
      const data = String(await ask(server.adminUrl, "select current_setting('data_directory') as answer"));
      expect(data.startsWith(folder)).toBe(false);
      await server.stop();
      // A folder that was removed and made again comes with a new password, and means to begin anew.
      const anew = await start({ password: "a new one" });
      expect(await ask(anew.adminUrl, "select 1 as answer")).toBe(1);
      await anew.stop();
      rmSync(join(data, ".."), { recursive: true });
    },
  );
});

describe("A database of an organisation", () => {
  it("can be provisioned again and again: what it holds stays, and the passwords are the last ones", async () => {
    const { adminUrl } = await start();
    const first = await provisionDatabase(adminUrl, {
      name: "one",
      ownerPassword: "o1",
      servicePassword: "s1",
    });
    await withClient(first.ownerUrl, (owner) => owner.query("create table kept as select 1 as answer"));
    const again = await provisionDatabase(adminUrl, {
      name: "one",
      ownerPassword: "o2",
      servicePassword: "s'2",
    });
    expect(await ask(again.url, "select answer from kept")).toBe(1);
    await expect(ask(first.url, "select 1")).rejects.toThrow("password authentication failed");
  });

  it("has roles without any power beyond it", async () => {
    const { adminUrl } = await start();
    await provisionDatabase(adminUrl, { name: "one", ownerPassword: "o", servicePassword: "s" });
    const powers = `select count(*)::int as answer from pg_roles
      where rolname in ('one', 'one_owner')
      and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`;
    expect(await ask(adminUrl, powers)).toBe(0);
  });

  it("is not written to a log with its passwords", async () => {
    const { adminUrl } = await start();
    await provisionDatabase(adminUrl, {
      name: "one",
      ownerPassword: "owner-secret",
      servicePassword: "service-secret",
    });
    expect(readFileSync(join(folder, "postgres.log"), "utf8")).not.toMatch(/-secret/);
  });
});
