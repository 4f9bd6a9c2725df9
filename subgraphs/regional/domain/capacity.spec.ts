import { capacityAhead, monthOf, remaining, standingOffers, type PartnerMonth } from "./capacity.ts";

const offer = (tenant: string, month: string, offered: number, reserved = 0): PartnerMonth => ({
  tenant,
  regionCode: "05",
  month,
  offered,
  reserved,
});

describe("The capacity to receive households", () => {
  it("is what the partners offer together, this month and month by month", () => {
    const ahead = capacityAhead(
      [
        offer("estrie-2", "2026-04-01", 3, 1),
        offer("estrie-1", "2026-03-01", 5, 2),
        offer("estrie-2", "2026-03-01", 4, 4),
      ],
      "2026-03-01",
    );
    expect(ahead).toEqual({
      month: "2026-03-01",
      offered: 9,
      reserved: 6,
      remaining: 3,
      byMonth: [
        { month: "2026-03-01", offered: 9, reserved: 6 },
        { month: "2026-04-01", offered: 3, reserved: 1 },
      ],
    });
  });

  it("is zero places when nobody offered any", () => {
    expect(capacityAhead([], "2026-03-01")).toEqual({
      month: "2026-03-01",
      offered: 0,
      reserved: 0,
      remaining: 0,
      byMonth: [],
    });
  });

  it("counts a partner in the months in which it covers the region, and in no other region", () => {
    const offers = ["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"].map((month) =>
      offer("estrie-1", month, 1),
    );
    const coverage = {
      partnerCode: "estrie-1",
      regionCode: "05",
      coversFrom: "2026-03-31",
      coversUntil: "2026-04-01",
    };
    expect(standingOffers(offers, [coverage]).map(({ month }) => month)).toEqual([
      "2026-03-01",
      "2026-04-01",
    ]);
    expect(standingOffers(offers, [{ ...coverage, coversUntil: null }])).toHaveLength(3);
    expect(standingOffers(offers, [{ ...coverage, regionCode: "17" }])).toEqual([]);
    expect(standingOffers(offers, [{ ...coverage, partnerCode: "estrie-2" }])).toEqual([]);
  });

  it("knows a month by its first day", () => {
    expect(monthOf("2026-11-21")).toBe("2026-11-01");
    expect(remaining({ offered: 5, reserved: 2 })).toBe(3);
  });
});
