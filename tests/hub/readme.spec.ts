/** What the README shows is what the hub answers. `UPDATE_README=1 npm test -- tests/hub/readme` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { openHub, type Hub } from "../support/hub.ts";
import { answerBlock, shownAnswer, withAnswer } from "../support/readme.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await openHub();
});

describe("The README", () => {
  it("shows the real answer to its query", async () => {
    const query = readFileSync("docs/queries/unified-view.graphql", "utf8");
    const { data } = await hub.ask("counsellor@promis", query, { id: hub.demoCandidate });
    const answer = answerBlock(data);
    const readme = readFileSync("README.md", "utf8");
    if (process.env["UPDATE_README"]) writeFileSync("README.md", withAnswer(readme, answer));
    else expect(shownAnswer(readme)).toBe(answer);
  });

  it("tells a dashboard the published figures", async () => {
    const { data } = await hub.ask(
      "dashboard@alliance",
      `{ statistics(from: "2018-11-01", to: "2019-12-31") { matching { activities cities companies participants jobsAccepted chambers corporateMembers } relocation { counsellors } welcome { partners regions } } }`,
    );
    expect(data).toEqual({
      statistics: {
        matching: {
          activities: 31,
          cities: 19,
          companies: 562,
          participants: 861,
          jobsAccepted: 58,
          chambers: 125,
          corporateMembers: 1100,
        },
        relocation: { counsellors: 14 },
        welcome: { partners: 30, regions: 15 },
      },
    });
  });

  it("tells of 1160 households since the three were brought together, against 260 the year before", async () => {
    const households = async (from: string, to: string) => {
      const { data } = await hub.ask(
        "dashboard@alliance",
        `{ statistics(from: "${from}", to: "${to}") { relocation { households } } }`,
      );
      return (data as { statistics: { relocation: { households: number } } }).statistics.relocation
        .households;
    };
    expect(await households("2018-04-01", "2026-11-21")).toBe(1160);
    expect(await households("2017-04-01", "2018-03-31")).toBe(260);
  });
});
