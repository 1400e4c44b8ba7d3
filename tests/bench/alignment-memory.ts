/** `node alignment-memory.ts align|rest WORDS`: prints the most memory a process took, in MB, with and without aligning. */
import { alignTokens } from "../../utils/transcript/timing/align/align-tokens.ts";
import { hearings } from "./timing.ts";

const [run, words] = process.argv.slice(2);
const [ours, theirs] = hearings(Number(words));
if (run === "align") alignTokens(ours, theirs);
console.log(process.resourceUsage().maxRSS / 1024);
