import { networkOf } from "./network.ts";

describe("The network of businesses", () => {
  it("is FCCQ's and nobody else's", () => {
    expect(networkOf("fccq", "2026-11-20")).toEqual({ asOf: "2026-11-20" });
    expect(networkOf("ccmm", "2026-11-20")).toBeNull();
  });
});
