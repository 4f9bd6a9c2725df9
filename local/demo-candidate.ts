/** `npm run --silent demo:candidate` prints the id of a candidate whom all five organisations know. */
import { DEMO_CANDIDATE } from "./world/demo.ts";

console.log(DEMO_CANDIDATE);
