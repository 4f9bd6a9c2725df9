/** Moves from state to state, by a table that can be read aloud. */
import { Refusal } from "./user-error.ts";

/** What may follow each state. */
export type Moves<State extends string> = Record<State, readonly State[]>;

/** The state moved to. @throws {Refusal} `WRONG_STATE` when the table does not allow it, saying what it allows. */
export function move<State extends string>(
  moves: Moves<State>,
  from: State,
  to: State,
  field: string,
): State {
  if (moves[from].includes(to)) return to;
  const next = moves[from].length > 0 ? `what may follow is ${moves[from].join(", ")}` : "nothing follows it";
  throw new Refusal("WRONG_STATE", `This is ${from} and cannot become ${to}: ${next}.`, field);
}
