import { EventEmitter } from "node:events";
import pg from "pg";
import { DataRow, shapeOf, splitRows } from "./data-rows.ts";

const { builtins, getTypeParser } = pg.types;
const LIST = 1009;

/** A message as PostgreSQL sends it: its code, its length, what it says. */
function message(code: string, said: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(code, "latin1");
  head.writeUInt32BE(said.length + 4, 1);
  return Buffer.concat([head, said]);
}

function rowOf(...fields: (string | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(fields.length);
  const parts = fields.map((field) => {
    const text = Buffer.from(field ?? "");
    const length = Buffer.alloc(4);
    length.writeInt32BE(field === null ? -1 : text.length);
    return Buffer.concat([length, text]);
  });
  return message("D", Buffer.concat([count, ...parts]));
}

function read(type: number, text: string): unknown {
  const bytes = rowOf(text);
  const shape = shapeOf([{ name: "value", dataTypeID: type }]);
  return new DataRow(bytes, 5, bytes.length).read(shape)["value"];
}

describe("what comes from PostgreSQL", () => {
  const answer = [
    message("2", Buffer.alloc(0)),
    rowOf("id-1", "Noël à l’Île-d’Orléans", null, "f"),
    rowOf("id-2", "x".repeat(300), "{}", "t"),
    message("C", Buffer.from("SELECT 2\0")),
    message("Z", Buffer.from("I")),
  ];
  const bytes = Buffer.concat(answer);

  it("is the same rows, and the same other messages around them, wherever the network cuts it", () => {
    const shape = shapeOf([
      { name: "id", dataTypeID: builtins.TEXT },
      { name: "name", dataTypeID: builtins.VARCHAR },
      { name: "said", dataTypeID: LIST },
      { name: "open", dataTypeID: builtins.BOOL },
    ]);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const [stream, rest] = [new EventEmitter(), new EventEmitter()];
      const seen: unknown[] = [];
      const others: Buffer[] = [];
      rest.on("data", (chunk: Buffer) => others.push(Buffer.from(chunk)));
      splitRows(stream, rest, (row) => {
        seen.push(row.read(shape), row.fields);
      });
      for (const chunk of [bytes.subarray(0, cut), bytes.subarray(cut)]) stream.emit("data", chunk);
      expect(seen).toEqual([
        { id: "id-1", name: "Noël à l’Île-d’Orléans", said: null, open: false },
        ["id-1", "Noël à l’Île-d’Orléans", null, "f"],
        { id: "id-2", name: "x".repeat(300), said: [], open: true },
        ["id-2", "x".repeat(300), "{}", "t"],
      ]);
      expect(Buffer.concat(others)).toEqual(Buffer.concat([answer[0], answer[3], answer[4]] as Buffer[]));
    }
  });

  it.each([
    "2026-11-22 09:57:46.123+00",
    "2026-11-22 09:57:46+00",
    "2026-11-22 09:57:46.123456-05",
    "2026-11-22 09:57:46.1+05:30",
    "1890-01-01 00:00:00-04:54:16",
    "12026-01-01 00:00:00+00",
    "0044-03-15 12:00:00+00 BC",
    "infinity",
    "-infinity",
  ])("is the moment that pg reads in %s", (text) => {
    expect(read(builtins.TIMESTAMPTZ, text)).toEqual(
      (getTypeParser as (type: number) => (text: string) => unknown)(builtins.TIMESTAMPTZ)(text),
    );
  });

  it.each([
    "{}",
    "{MATCHING}",
    "{MATCHING,RELOCATION}",
    '{"two words","with, comma"}',
    '{"",NULL,"NULL"}',
    "{{a,b},{c,d}}",
    '{"back\\\\slash","quote\\""}',
    "{Trois-Rivières,Québec}",
  ])("is the list that pg reads in %s", (text) => {
    expect(read(LIST, text)).toEqual(
      (getTypeParser as unknown as (type: number) => (text: string) => unknown)(LIST)(text),
    );
  });
});
