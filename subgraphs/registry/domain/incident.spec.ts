import { Notice, noticesDue } from "./incident.ts";

const untold = { commissionNotifiedOn: null, personsNotifiedOn: null };

describe("An incident", () => {
  it("with a risk of serious injury is told to the Commission and to the persons", () => {
    expect(noticesDue({ ...untold, serious: true })).toEqual([Notice.COMMISSION, Notice.PERSONS]);
    expect(noticesDue({ ...untold, serious: true, commissionNotifiedOn: "2026-03-02" })).toEqual([
      Notice.PERSONS,
    ]);
  });

  it("without such a risk, or not assessed yet, needs no notice", () => {
    expect(noticesDue({ ...untold, serious: false })).toEqual([]);
    expect(noticesDue({ ...untold, serious: null })).toEqual([]);
  });
});
