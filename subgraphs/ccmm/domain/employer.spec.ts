import { employersOf, isReturning } from "./employer.ts";

describe("An employer comes back", () => {
  it("when it was present at more than one event", () => {
    expect([0, 1, 2, 7].map(isReturning)).toEqual([false, false, true, true]);
  });
});

describe("The employers of a period", () => {
  const presences = [
    { day: "2025-03-01", employerId: "a" },
    { day: "2026-03-01", employerId: "a" },
    { day: "2026-03-01", employerId: "b" },
    { day: "2026-09-01", employerId: "b" },
    { day: "2026-09-01", employerId: "c" },
  ];

  it("count once each, and those whose presence was not their first have come back", () => {
    expect(employersOf(presences, "2026-01-01", "2026-12-31")).toEqual({ present: 3, returning: 2 });
    expect(employersOf(presences, "2026-01-01", "2026-06-30")).toEqual({ present: 2, returning: 1 });
    expect(employersOf(presences, "2025-01-01", "2025-12-31")).toEqual({ present: 1, returning: 0 });
  });

  it("are none when nobody came", () => {
    expect(employersOf(presences, "2024-01-01", "2024-12-31")).toEqual({ present: 0, returning: 0 });
  });
});
