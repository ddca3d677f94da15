// Runs the marker of the page over vectors: one JSON object a line in, one verdict and score a line out.
import { readFileSync } from "node:fs";

const source = process.argv.slice(2).map((file) => readFileSync(file, "utf8")).join("\n");
const makeGrade = new Function("lexicon", `${source}; return grade;`);
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const { lexicon, typed, answer, accepted, prompt, others } = JSON.parse(line);
  const { verdict, score } = makeGrade(lexicon)(typed, answer, accepted, prompt, others);
  console.log(JSON.stringify([verdict, score]));
}
