/** The names that the graph uses inside and never shows: clients must not meet them in an error either. */
import { parse, visit, type ASTNode } from "graphql";

/** Whether `text` mentions a hidden name as a whole word. */
export type MentionsHidden = (text: string) => boolean;

/**
 * The names of everything that `supergraph` marks `@inaccessible` and that no visible part of the graph is called as
 * well (a visible name tells nothing).
 */
export function hiddenNames(supergraph: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  const visible = new Set<string>();
  visit(parse(supergraph, { noLocation: true }), {
    enter(node: ASTNode) {
      if (!("name" in node) || node.name?.kind !== "Name") return undefined;
      if (!/(Definition|Extension)$/.test(node.kind)) return undefined;
      const isHidden =
        "directives" in node && node.directives?.some(({ name }) => name.value === "inaccessible");
      (isHidden ? hidden : visible).add(node.name.value);
      // What stands inside a hidden definition is neither shown nor worth hiding by its own name.
      return isHidden ? false : undefined;
    },
  });
  return new Set([...hidden].filter((name) => !visible.has(name)));
}

/** A test for texts that mention one of `names`. */
export function mentionsHidden(names: ReadonlySet<string>): MentionsHidden {
  if (names.size === 0) return () => false;
  const pattern = new RegExp(`\\b(?:${[...names].join("|")})\\b`);
  return (text) => pattern.test(text);
}
