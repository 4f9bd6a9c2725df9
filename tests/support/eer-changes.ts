/** What must hold of every change of Emplois en régions, whatever it changes. */
import { randomUUID } from "node:crypto";
import type { EerWorld } from "./eer-world.ts";
import { inici, officer } from "./eer-world.ts";
import { viewer } from "./subgraph.ts";

type Input = Record<string, unknown>;

export interface ChangeCase {
  /** The mutation. */
  name: string;
  /** A good input, for a thing made ready for it. */
  good: (world: EerWorld) => Promise<Input>;
  /** The code when it is asked for again under another reference; null when that is another change. */
  again: "WRONG_STATE" | "CONFLICT" | "UNKNOWN_REFERENCE" | null;
  /** What is wrong when these replace parts of the input. */
  bad?: [replaced: Input, code: string, field: string[]][];
  /** It names nothing that another tenant could own. */
  namesNothing?: true;
  /** A decision: no system makes it. */
  personOnly?: true;
}

/** Holds every case to what all changes have in common. */
export function describeChanges(title: string, world: () => EerWorld, cases: readonly ChangeCase[]): void {
  describe.each(cases)(`${title}: $name`, ({ name, good, again, bad, namesNothing, personOnly }) => {
    /** The change refused with this code and field, and nothing written. */
    const refused = async (
      input: Input,
      code: string,
      field: unknown,
      by?: Parameters<EerWorld["change"]>[2],
    ) => {
      const before = await world().everything();
      const answer = await world().change(name, input, by);
      expect(answer).toEqual({ thing: null, userErrors: [{ code, field }] });
      expect(await world().everything()).toBe(before);
    };

    it("is made once, however often the same write arrives", async () => {
      const input = { reference: randomUUID(), ...(await good(world())) };
      const first = await world().change(name, input);
      expect(first.userErrors).toEqual([]);
      const after = await world().everything();
      expect(await world().change(name, input)).toEqual(first);
      expect(await world().everything()).toBe(after);
      if (again === null) return;
      const second = await world().change(name, { ...input, reference: randomUUID() });
      expect(second).toMatchObject({ thing: null, userErrors: [{ code: again }] });
      expect(await world().everything()).toBe(after);
    });

    it("is not for other organisations or roles", async () => {
      const input = await good(world());
      await refused(input, "NOT_ALLOWED", null, officer);
      await refused(input, "NOT_ALLOWED", null, viewer("promis", "DASHBOARD"));
      if (personOnly) await refused(input, "NOT_ALLOWED", null, viewer("promis", "SYSTEM"));
      if (namesNothing) return;
      const answer = await world().change(name, input, inici);
      expect(answer).toMatchObject({ thing: null, userErrors: [{ code: "UNKNOWN_REFERENCE" }] });
    });

    const wrong = (bad ?? []).map(([replaced, code, field]) => ({ replaced, code, field }));
    if (wrong.length > 0)
      it.each(wrong)("answers $code about $field, and writes nothing", async ({ replaced, code, field }) => {
        await refused({ ...(await good(world())), ...replaced }, code, field);
      });
  });
}

/** An id that names nothing, and something that is no id. */
export const nobody = randomUUID();
export const tooLong = "x".repeat(1001);
