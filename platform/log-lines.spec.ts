import { logLines } from "./log-lines.ts";

const INFO = '{"level":30,"msg":"answered"}\n';

function recorded() {
  const writes: string[] = [];
  return { writes, lines: logLines({ write: (text) => writes.push(text) }) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("The log", () => {
  it("writes what comes together in one go, in order", async () => {
    const { writes, lines } = recorded();
    lines.write(INFO);
    lines.write('{"level":30,"msg":"again"}\n');
    expect(writes).toEqual([]);
    await until(() => writes.length > 0);
    expect(writes).toEqual([`${INFO}{"level":30,"msg":"again"}\n`]);
  });

  it.each([40, 50, 60])("keeps nobody waiting for a line of level %d, nor for those before it", (level) => {
    const { writes, lines } = recorded();
    lines.write(INFO);
    lines.write(`{"level":${level},"msg":"late"}\n`);
    expect(writes).toEqual([`${INFO}{"level":${level},"msg":"late"}\n`]);
  });

  it("does not hold back more than a little", () => {
    const { writes, lines } = recorded();
    for (let count = 0; count < 1_000; count += 1) lines.write(INFO);
    expect(writes.length).toBeGreaterThan(0);
  });
});
