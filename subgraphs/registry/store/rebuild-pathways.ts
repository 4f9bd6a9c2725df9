/** Rebuilding: every stored pathway computed again from the milestones, while the hub runs. */
import type { DataSource } from "typeorm";
import { refoldPathways } from "./pathway.ts";

export interface Rebuilt {
  /** How many people were gone through. */
  candidates: number;
  /** Of how many something else was stored than their milestones come to. */
  changed: number;
}

/** People to a transaction: enough that the statements cost little, few enough that nobody waits for a row. */
const BATCH = 1_000;

/** Goes through everybody in the order of their ids; is stopped and begun again at will. `progress` is told how many so far. */
export async function rebuildPathways(
  database: DataSource,
  progress: (candidates: number) => void = () => {},
): Promise<Rebuilt> {
  const rebuilt: Rebuilt = { candidates: 0, changed: 0 };
  for (let after: string | undefined = FIRST; after !== undefined;) {
    after = await database.transaction(async (manager) => {
      // Locked, so that a milestone reported meanwhile waits and is then folded on top of what is written here.
      const people: { id: string }[] = await manager.query(
        "select id from candidate where id > $1 order by id limit $2 for update",
        [after, BATCH],
      );
      const ids = people.map(({ id }) => id);
      if (ids.length > 0) rebuilt.changed += (await refoldPathways(manager, ids)).changed;
      rebuilt.candidates += ids.length;
      return ids.at(-1);
    });
    progress(rebuilt.candidates);
  }
  return rebuilt;
}

const FIRST = "00000000-0000-0000-0000-000000000000";
