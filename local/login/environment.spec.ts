import { loginSettings } from "./environment.ts";

describe("the environment of the login", () => {
  it("needs nothing on a laptop", () => {
    expect(loginSettings({})).toEqual({
      host: "127.0.0.1",
      port: 4001,
      issuer: undefined,
      keysPath: ".continuum/login-keys.json",
      explorerOrigins: ["http://localhost:4000", "http://127.0.0.1:4000"],
      audience: "urn:continuum:graph",
    });
  });

  it("takes several explorers", () => {
    expect(
      loginSettings({ EXPLORER_ORIGINS: "http://localhost:1, https://a.example" }).explorerOrigins,
    ).toEqual(["http://localhost:1", "https://a.example"]);
  });

  it.each([
    ["ISSUER", "http://localhost:4001/"],
    ["ISSUER", "localhost"],
    ["EXPLORER_ORIGINS", "http://localhost:4000/"],
    ["EXPLORER_ORIGINS", "*"],
    ["OIDC_AUDIENCE", "graph"],
    ["PORT", "many"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => loginSettings({ [name]: value })).toThrow(`${name} is wrong`);
  });
});
