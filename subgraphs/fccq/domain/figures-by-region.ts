/** Several figures of the same period, brought together region by region. */

/** The regions that appear in any of the maps, in order of their code, each with all its figures. */
export function byRegion<Figures extends object>(
  none: Figures,
  ...maps: readonly ReadonlyMap<string, Partial<Figures>>[]
): (Figures & { regionCode: string })[] {
  const codes = [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
  return codes.map((regionCode) =>
    Object.assign({}, none, ...maps.map((map) => map.get(regionCode)), { regionCode }),
  );
}
