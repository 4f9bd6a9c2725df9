/** The rooms of the project and what each may import. */
const partners = ["registry", "fccq", "eer", "ccmm", "regional"];

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "platform-knows-nothing-of-the-project",
      severity: "error",
      from: { path: "^platform/" },
      to: { path: "^(gateway|subgraphs|schema|local|tests|console)/" },
    },
    {
      name: "gateway-imports-platform-only",
      severity: "error",
      from: { path: "^gateway/" },
      to: { path: "^(subgraphs|schema|local|tests|console)/" },
    },
    {
      name: "schema-imports-platform-only",
      severity: "error",
      from: { path: "^schema/" },
      to: { path: "^(subgraphs|gateway|local|tests|console)/" },
    },
    {
      name: "subgraphs-import-platform-only",
      severity: "error",
      from: { path: "^subgraphs/" },
      to: { path: "^(gateway|schema|local|tests|console)/" },
    },
    ...partners.map((partner) => ({
      name: `subgraphs-never-import-each-other-${partner}`,
      severity: "error",
      from: { path: `^subgraphs/${partner}/` },
      to: { path: "^subgraphs/", pathNot: `^subgraphs/${partner}/` },
    })),
    {
      name: "domain-imports-nothing",
      severity: "error",
      from: { path: "^subgraphs/[^/]+/domain/", pathNot: "\\.spec\\.ts$" },
      // Nothing but itself, and libraries that compute and touch nothing: spellings, sounds, telephone numbers.
      to: {
        pathNot:
          "^subgraphs/[^/]+/domain/|(^|node_modules/)(any-ascii|double-metaphone|libphonenumber-js)(/|$)",
      },
    },
    {
      name: "store-sits-below-actions-and-graph",
      severity: "error",
      from: { path: "^subgraphs/[^/]+/store/", pathNot: "\\.spec\\.ts$" },
      to: { path: "^subgraphs/[^/]+/(actions|graph)/" },
    },
    {
      name: "actions-sit-below-graph",
      severity: "error",
      from: { path: "^subgraphs/[^/]+/actions/", pathNot: "\\.spec\\.ts$" },
      to: { path: "^subgraphs/[^/]+/graph/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|node_modules)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".js", ".mjs", ".json"] },
  },
};
