/** Pages of the worklist: made of those alone who are shown, so that nothing about the page tells of the others. */
import type { Page } from "../../../platform/page.ts";

interface Reading<Row, Shown> {
  size: number;
  after: string | null | undefined;
  /** `size` rows and one more, after the cursor. */
  read: (after: string | null | undefined) => Promise<Page<Row>>;
  /** What is shown of a row; null for nobody to be seen. `ahead` only asks whether somebody would follow. */
  show: (row: Row, ahead: boolean) => Promise<Shown | null>;
}

/**
 * A page of `size` who are shown. Reading goes on over those who are not: neither a page that is too short, nor a
 * cursor, nor a next page with nobody on it says that they are there.
 */
export async function pageOfShown<Row, Shown>({
  size,
  after,
  read,
  show,
}: Reading<Row, Shown>): Promise<Page<Shown>> {
  const edges: { node: Shown; cursor: string }[] = [];
  let from = after;
  for (;;) {
    const room = size - edges.length;
    const page = await read(from);
    const shown = await Promise.all(page.edges.map(({ node }, index) => show(node, index >= room)));
    for (const [index, { cursor }] of page.edges.entries()) {
      const node = shown[index];
      if (index < room) {
        if (node) edges.push({ node, cursor });
      } else {
        // There is room again: whoever follows is read once more, to be shown.
        if (edges.length < size) break;
        if (node) return finished(edges, true);
      }
      from = cursor;
    }
    const isAllRead = edges.length === size || page.edges.length <= room;
    if (isAllRead && !page.pageInfo.hasNextPage) return finished(edges, false);
  }
}

function finished<Shown>(edges: { node: Shown; cursor: string }[], hasNextPage: boolean): Page<Shown> {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
