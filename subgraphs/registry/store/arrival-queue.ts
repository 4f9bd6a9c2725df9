/** The rows of an import, read in the order of its file and made ready to be compared, a part ahead of who asks for them. */
import type { DataSource } from "typeorm";
import { v7 as uuid } from "uuid";
import { keyed, normalise, type Keyed, type Person } from "../domain/identity/index.ts";
import { nextArrivals } from "./arrivals.ts";

/** A row with the ids that it will have as a registration. */
export interface ReadyArrival extends Keyed {
  line: number;
  id: string;
  candidateId: string;
  person: Person;
}

export class ArrivalQueue {
  private after = 0;
  private ahead: Promise<ReadyArrival[]> | null = null;

  constructor(
    private readonly registry: DataSource,
    private readonly importId: string,
    private readonly size: number,
  ) {}

  /** The next rows; none when none has landed. */
  async next(): Promise<ReadyArrival[]> {
    const rows = await (this.ahead ?? this.read());
    this.ahead = null;
    const last = rows.at(-1);
    if (last === undefined) return rows;
    this.after = last.line;
    this.ahead = this.read();
    // Whoever asks for it is told.
    this.ahead.catch(() => undefined);
    return rows;
  }

  /** The next rows are those after this line. */
  rewind(line: number): void {
    this.after = line;
    this.ahead = null;
  }

  private async read(): Promise<ReadyArrival[]> {
    const rows = await nextArrivals(this.registry.manager, this.importId, this.after, this.size);
    return rows.map(({ line, ...declared }) => {
      const person = normalise(declared);
      return { line, id: uuid(), candidateId: uuid(), person, ...keyed(declared, person) };
    });
  }
}
