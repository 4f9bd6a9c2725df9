/** A value that is not written as it must be is the caller's to correct, and no partner is blamed for it. */
import { openHub, type Hub } from "../support/hub.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await openHub();
});

describe("A day that is no day", () => {
  it("is told as such, whether it stands in the query or beside it", async () => {
    const inside = await hub.ask(
      "dashboard@alliance",
      '{ statistics(from: "yesterday", to: "2019-12-31") { from } }',
    );
    const beside = await hub.ask(
      "dashboard@alliance",
      'query ($from: Date!) { statistics(from: $from, to: "2019-12-31") { from } }',
      { from: "yesterday" },
    );
    for (const { data, errors } of [inside, beside]) {
      expect(data?.["statistics"] ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    }
  });
});
