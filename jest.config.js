/** One process, one embedded PostgreSQL: on two cores this beats parallel workers. */
export default {
  testEnvironment: "node",
  roots: [
    "<rootDir>/platform",
    "<rootDir>/gateway",
    "<rootDir>/subgraphs",
    "<rootDir>/schema",
    "<rootDir>/local",
    "<rootDir>/tests",
  ],
  testMatch: ["**/*.spec.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2024",
          parser: { syntax: "typescript", decorators: true },
          experimental: { keepImportAttributes: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: "es6" },
      },
    ],
  },
  globalSetup: "<rootDir>/tests/support/global-setup.ts",
  globalTeardown: "<rootDir>/tests/support/global-teardown.ts",
  // A busy machine needs its time; what hangs is waited for in the test itself, and named there.
  testTimeout: 600_000,
};
