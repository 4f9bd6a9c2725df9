import { memoryStore } from "./memory-adapter.ts";

describe("the login's memory", () => {
  it("forgets what has expired", async () => {
    let now = 0;
    const codes = memoryStore(() => now)("AuthorizationCode");
    await codes.upsert("a", { grantId: "g" }, 60);
    now = 59_999;
    expect(await codes.find("a")).toEqual({ grantId: "g" });
    now = 60_000;
    expect(await codes.find("a")).toBeUndefined();
  });

  it("keeps the models apart", async () => {
    const store = memoryStore();
    await store("Session").upsert("a", { uid: "u" }, 60);
    expect(await store("Interaction").find("a")).toBeUndefined();
    expect(await store("Interaction").findByUid("u")).toBeUndefined();
    expect(await store("Session").findByUid("u")).toEqual({ uid: "u" });
  });

  it("marks a code as used, with the time in seconds", async () => {
    const codes = memoryStore(() => 5_500)("AuthorizationCode");
    await codes.upsert("a", {}, 60);
    await codes.consume("a");
    expect(await codes.find("a")).toEqual({ consumed: 5 });
  });

  it("revokes all that came from one grant and nothing else", async () => {
    const store = memoryStore();
    await store("AuthorizationCode").upsert("a", { grantId: "g" }, 60);
    await store("AccessToken").upsert("b", { grantId: "g" }, 60);
    await store("AccessToken").upsert("c", { grantId: "h" }, 60);
    await store("AuthorizationCode").revokeByGrantId("g");
    expect(await store("AuthorizationCode").find("a")).toBeUndefined();
    expect(await store("AccessToken").find("b")).toBeUndefined();
    expect(await store("AccessToken").find("c")).toEqual({ grantId: "h" });
  });
});
