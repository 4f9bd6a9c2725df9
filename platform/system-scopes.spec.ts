import { holds, ruleOf, scopesIn, type RootScopes, type Scope } from "./system-scopes.ts";
import type { Role } from "./passport.ts";

const caller = (roles: Role[], ...scopes: Scope[]) => ({ roles, scopes });

describe("What a system may do", () => {
  it("is what its token names, and nothing when it names nothing", () => {
    expect(holds(caller(["SYSTEM"], "milestones:write"), "milestones:write")).toBe(true);
    expect(holds(caller(["SYSTEM"], "milestones:write"), "candidates:read")).toBe(false);
    expect(holds(caller(["SYSTEM"]), "partner:read")).toBe(false);
  });

  it("is counting alone for a dashboard, whatever its token names", () => {
    expect(holds(caller(["DASHBOARD"], "statistics:read", "candidates:read"), "statistics:read")).toBe(true);
    expect(holds(caller(["DASHBOARD"], "statistics:read", "candidates:read"), "candidates:read")).toBe(false);
  });

  it("does not limit people, unless they come as a system too", () => {
    expect(holds(caller(["COUNSELLOR"]), "partner:write")).toBe(true);
    expect(holds(caller(["CANDIDATE"]), "candidates:read")).toBe(true);
    expect(holds(caller(["COUNSELLOR", "SYSTEM"]), "partner:write")).toBe(false);
  });

  it("is read from the words of the claim, and words that are no scope are left", () => {
    expect(scopesIn("openid partner:read  nothing candidates:read")).toEqual([
      "candidates:read",
      "partner:read",
    ]);
    expect(scopesIn(["candidates:read"])).toEqual([]);
    expect(scopesIn(undefined)).toEqual([]);
  });
});

describe("What a root field asks for", () => {
  const rules: RootScopes = {
    Query: { me: "ANY" },
    Mutation: { referral: "referrals:write", referralCapacity: "partner:write" },
  };

  it("follows from the longest noun with which it begins", () => {
    expect(ruleOf(rules, "Query", "me")).toBe("ANY");
    expect(ruleOf(rules, "Mutation", "referralSend")).toBe("referrals:write");
    expect(ruleOf(rules, "Mutation", "referralCapacitySet")).toBe("partner:write");
  });

  it("is the scope of its kind when no noun fits, and never nothing", () => {
    expect(ruleOf(rules, "Query", "media")).toBe("partner:read");
    expect(ruleOf({ otherQueries: "candidates:read" }, "Query", "meals")).toBe("candidates:read");
    expect(ruleOf(rules, "Mutation", "referralsClose")).toBe("partner:write");
  });
});
