/** How deep and how many the values in a request's variables are, without recursion: they are as deep as a hostile caller likes. */

export interface VariableMeasures {
  depth: number;
  values: number;
}

/** Levels (an empty object has one) and values, both counted up to `most` values. */
export function measureVariables(variables: object, most: number): VariableMeasures {
  let depth = 0;
  let values = 0;
  let level: object[] = [variables];
  while (level.length > 0) {
    depth += 1;
    const next: object[] = [];
    for (const each of level) {
      // A list of a million is not copied to be counted.
      if (Array.isArray(each) && values + each.length > most) return { depth, values: values + each.length };
      for (const value of Object.values(each) as unknown[]) {
        values += 1;
        if (typeof value === "object" && value !== null) next.push(value);
      }
      if (values > most) return { depth, values };
    }
    level = next;
  }
  return { depth, values };
}
