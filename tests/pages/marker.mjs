// Runs templates/pages/marker.js over vectors: one JSON object a line in, one verdict and score a line out.
import { readFileSync } from "node:fs";

const source = readFileSync(process.argv[2], "utf8");
const makeGrade = new Function(`${source}; return makeGrade;`)();
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const { lexicon, typed, answer, accepted, prompt, others } = JSON.parse(line);
  const { verdict, score } = makeGrade(lexicon)(typed, answer, accepted, prompt, others);
  console.log(JSON.stringify([verdict, score]));
}
