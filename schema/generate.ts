/** `npm run schema`: writes the SDL of each subgraph and the supergraph from the code. */
import { compose, printAll } from "./compose.ts";
import { SUPERGRAPH, writeSchema } from "./files.ts";

const subgraphs = await printAll();
for (const [name, sdl] of subgraphs) await writeSchema(`${name}.graphql`, sdl);
await writeSchema(SUPERGRAPH, compose(subgraphs));
console.log(`Wrote the schema of ${subgraphs.size} subgraphs and the supergraph.`);
