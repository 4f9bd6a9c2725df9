/** What a path showed, and of whom. */
import { mayAskAboutPeople, SECTIONS, type SectionName } from "./expectation.ts";
import type { Answer, Asker, GraphError } from "./hub.ts";
import { SELECTION, shownIn, type Shown } from "./sight.ts";

/** What one path showed, by the candidate's id. Who is not in here was not to be found. */
export interface Sighting {
  found: Map<string, Record<SectionName, Shown>>;
  /** The status of each section, where the path asked for it. */
  statuses: Map<string, Record<SectionName, string>>;
  /** Those of whom the path says something by their being there at all. */
  known: Set<string>;
  /** Whether everybody whom the viewer may know of should be found. */
  complete: boolean;
  /** People at whose place in the answer an error stands. */
  alarmed: Set<string>;
  /** A section that being found on this path gives away; otherwise it takes any. */
  tells: SectionName | null;
  /** Whether only who sees all of that section, and not just what their own organisation wrote, is told so much. */
  tellsAll: boolean;
  /** What went wrong that should not have. */
  trouble: string[];
  /** The text of the errors, which may name nobody. */
  complaints: string;
}

export type File = Record<string, unknown> & { id: string };

export function nothing(): Sighting {
  return {
    found: new Map(),
    statuses: new Map(),
    known: new Set(),
    complete: false,
    alarmed: new Set(),
    tells: null,
    tellsAll: false,
    trouble: [],
    complaints: "",
  };
}

export function note(sighting: Sighting, file: File | null | undefined): void {
  if (!file) return;
  sighting.known.add(file.id);
  const shown = SECTIONS.map((section) => [section, shownIn(file[SELECTION[section][0]])]);
  sighting.found.set(file.id, Object.fromEntries(shown) as Record<SectionName, Shown>);
  const access = file["access"] as
    { section: SectionName; status: string; basis: string | null }[] | undefined;
  if (access)
    sighting.statuses.set(
      file.id,
      Object.fromEntries(
        access.map(({ section, status, basis }) => [section, `${status} ${basis}`]),
      ) as never,
    );
}

/** Notes what went wrong. That a system may not ask at all, about anybody, is as it should be when its token says so. */
export function complain(sighting: Sighting, asker: Asker, { errors: all }: Answer): void {
  const errors = mayAskAboutPeople(asker) ? all : all.filter((error) => !isRefusal(error));
  if (errors.length === 0) return;
  sighting.complaints += JSON.stringify(errors);
  sighting.trouble.push(...new Set(errors.map(({ message }) => message)));
}

/** Whether an error says that the caller lacks a scope: it stands at every place that was asked for, or at none. */
export function isRefusal({ message, extensions }: GraphError): boolean {
  return extensions?.code === "FORBIDDEN" && message.includes("asks for the scope");
}
