import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".continuum/", "tests/bench/peers/"] },
  ...tseslint.configs.strict,
  prettier,
  {
    rules: {
      // Decorated resolver classes hold no state and need no constructor.
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "The environment is parsed once, in an environment file.",
        },
      ],
    },
  },
  {
    files: ["**/environment.ts", "local/**", "tests/**", "*.config.js"],
    rules: { "no-restricted-properties": "off" },
  },
  { files: ["local/**", "schema/**", "tests/**"], rules: { "no-console": "off" } },
);
