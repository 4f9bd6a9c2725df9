/** What every change at FCCQ holds: made once though sent twice, by the staff only, and nothing written when refused. */
import { randomUUID } from "node:crypto";
import type { World } from "./fccq-world.ts";
import { viewer } from "./subgraph.ts";

export interface Change {
  mutation: string;
  /** What to read of the thing: `activity { id state }`. */
  thing: string;
  /** A sound input, in a world where the change can be made. */
  input: () => Promise<Record<string, unknown>>;
  /** What the thing becomes. */
  becomes: Record<string, unknown>;
  /** What is wrong with the input, the code of the error and the field it names. */
  bad: [overrides: Record<string, unknown>, code: string, ...field: string[]][];
  /** The code when the same is asked for again, as another change; without it, it is made again. */
  again?: string;
}

/** Describes each change with its tests. `world` is asked for when the tests run. */
export function describeChanges(world: () => World, changes: Change[]): void {
  describe.each(changes.map((change) => [change.mutation, change] as const))("%s", (mutation, change) => {
    const ask = (input: Record<string, unknown>, by?: ReturnType<typeof viewer>) =>
      world().change(mutation, change.thing, input, by);

    it("is made once, though it is sent twice", async () => {
      const input = { reference: randomUUID(), ...(await change.input()) };
      const first = await ask(input);
      expect(first).toEqual({ thing: expect.objectContaining(change.becomes), errors: [] });
      const after = await world().everything();
      const second = await ask(input);
      expect(second.errors).toEqual([]);
      expect(second.thing?.id).toBe(first.thing?.id);
      expect(await world().everything()).toEqual(after);
    });

    it("is made for FCCQ's officers, and for nobody else", async () => {
      const input = await change.input();
      const before = await world().everything();
      for (const stranger of [viewer("promis", "OFFICER"), viewer("fccq", "COUNSELLOR")]) {
        expect(await ask(input, stranger)).toEqual({
          thing: null,
          errors: [expect.objectContaining({ code: "NOT_ALLOWED" })],
        });
      }
      expect(await world().everything()).toEqual(before);
    });

    const { again } = change;
    if (again) {
      it("is refused when it is asked for again", async () => {
        const input = await change.input();
        await ask(input);
        const before = await world().everything();
        expect(await ask(input)).toEqual({ thing: null, errors: [expect.objectContaining({ code: again })] });
        expect(await world().everything()).toEqual(before);
      });
    }

    if (change.bad.length > 0) {
      it.each(change.bad.map((bad) => [abridged(bad[0]), bad] as const))(
        "is refused with %s, and nothing is written",
        async (_title, [overrides, code, ...field]) => {
          const input = await change.input();
          const before = await world().everything();
          const { thing, errors } = await ask({ ...input, ...overrides });
          expect(thing).toBeNull();
          expect(errors).toContainEqual(
            expect.objectContaining({ code, field: field.length > 0 ? field : null }),
          );
          expect(await world().everything()).toEqual(before);
        },
      );
    }
  });
}

/** Too long for a field that holds `length` characters. */
export function tooLong(length: number): string {
  return "x".repeat(length + 1);
}

/** An id of nothing. */
export const NOBODY = randomUUID();

function abridged(overrides: Record<string, unknown>): string {
  const text = JSON.stringify(overrides);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
