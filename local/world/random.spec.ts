import { Random } from "./random.ts";

describe("Chance", () => {
  it("is the same for the same words, and another for others", () => {
    const draws = (key: string) => {
      const random = new Random(key);
      return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
    };
    expect(draws("one")).toEqual(draws("one"));
    expect(draws("one")).not.toEqual(draws("two"));
  });

  it("gives every number of a range about as often", () => {
    const random = new Random("range");
    const seen = Array.from({ length: 6 }, () => 0);
    for (let draw = 0; draw < 6_000; draw += 1) {
      const number = random.int(0, 5);
      seen[number] = (seen[number] ?? 0) + 1;
    }
    for (const count of seen) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it("gives ids in the layout of UUID v7 that begin with their moment, and no id twice", () => {
    const random = new Random("ids");
    const moment = Date.UTC(2026, 10, 20);
    const ids = Array.from({ length: 10_000 }, () => random.uuid(moment));
    expect(new Set(ids).size).toBe(10_000);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toBe(moment);
    }
  });

  it("leaves what is drawn elsewhere alone when one part draws more", () => {
    const one = new Random("world");
    const other = new Random("world");
    other.fork("people").next();
    expect(one.fork("places").next()).toBe(other.fork("places").next());
  });
});
