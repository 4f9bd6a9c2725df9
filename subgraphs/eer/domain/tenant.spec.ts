import { tenantOf } from "./tenant.ts";

describe("The tenant of a caller", () => {
  it.each([
    ["promis", ["COUNSELLOR"], "promis"],
    ["inici", ["DASHBOARD", "SYSTEM"], "inici"],
    ["promis", ["DASHBOARD"], null],
    ["promis", ["CANDIDATE"], null],
    ["promis", [], null],
    ["fccq", ["COUNSELLOR"], null],
  ])("of %s as %s is %s", (organisation, roles, tenant) => {
    expect(tenantOf({ organisation, roles })).toBe(tenant);
  });
});
