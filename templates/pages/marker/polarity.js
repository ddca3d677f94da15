// What turns an answer into its opposite: negation, prefixes, antonyms, who beat whom.
const HARMLESS = /\b(?:not (?:enough|sufficient)|not only|no doubt|no(?:t)? (?:fewer|less|more|later|earlier|sooner) than|no more than|why not|whether or not|not over|not quite|no\.? (?=\d))\b/g;
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)?/gu) || [];
function negations(folded) {
  return wordsOf(folded.replace(HARMLESS, " ").replace(/\bneither\b(.+)\bnor\b/, "not$1")).filter((word) => NEGATIONS.has(word.replaceAll("'", "")) || word.endsWith("n't")).length;
}
function yesOrNo(folded) {
  const words = wordsOf(folded).map((word) => word.replaceAll("'", ""));
  if (!words.length) return null;
  if (["nobody", "none", "nothing", "noone"].includes(words[0])) return false;
  if (NO.has(words[0]) && words[1] !== "not") return false;
  if (YES.has(words[0])) return words.slice(1).some((word) => NEGATIONS.has(word)) ? null : true;
  if (words.length <= 5 && /\b(?:did|does|do|is|was|were|are|has|have|had|will|would|can|could)(?:n't|nt| not)?$/.test(strip(folded, " .!"))) return !negations(folded);
  if (words.length <= 3 && (YES.has(words.at(-1)) || NO.has(words.at(-1)))) return YES.has(words.at(-1)) !== words.includes("not");
  return null;
}
function bare(word) {
  for (const prefix of lexicon.NEGATIVE_PREFIXES) if (word.startsWith(prefix) && word.length - prefix.length >= 4) return [word.slice(prefix.length), prefix];
  return [word, ""];
}
// `meant` is a word of the quiz; the table, which goes both ways, holds the opposites of those alone.
function opposed(typed, meant) {
  if (again(ANTONYMS, meant).has(typed) || again(ANTONYMS, stem(meant)).has(stem(typed))) return true;
  const one = root(typed), other = root(meant);
  if (one === other) return false;
  const first = bare(one), second = bare(other);
  return one === second[0] || other === first[0] || (first[0] === second[0] && !!first[1] && !!second[1]);
}
const BEAT = "(?:beats?|defeat(?:s|ed)?|thrash(?:es|ed)?|overc[ao]mes?|edge[sd]?(?: past)?|down(?:s|ed)|won against|wins against|win against|(?:wins|won) over|saw off|knocked out|eliminate[sd]?)";
const LOST = "(?:lost (?:out )?to|loses to|lose to|(?:was|were|is|are|got) (?:beaten|defeated|thrashed|knocked out|eliminated) by|lost against|fell to)";
const CONTEST = new RegExp(`^(?<a>.+?) (?:(?<beat>${BEAT})|(?<lost>${LOST})) (?<b>.+?)[.!]?$`);
const WON = /^(?<a>.+?) (?:(?<won>won|wins|win|triumphed|did)|(?<lost>lost|loses|lose|was beaten|were beaten|was defeated|were defeated))\b.*$/;
function contest(folded) {
  let found = CONTEST.exec(folded);
  if (found) return found.groups.beat ? [found.groups.a, found.groups.b] : [found.groups.b, found.groups.a];
  found = WON.exec(folded);
  if (found && found.groups.a.split(" ").length <= 4) return found.groups.won ? [found.groups.a, ""] : ["", found.groups.a];
  return null;
}
