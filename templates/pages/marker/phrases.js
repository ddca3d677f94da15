// A text as the words that carry it: abbreviations written out, numbers in digits, small words gone.
const ROMAN = { ii: "2", iii: "3", iv: "4", vi: "6", vii: "7", viii: "8", ix: "9", xi: "11", xii: "12", xiii: "13", xiv: "14", xv: "15", xvi: "16", xvii: "17", xviii: "18" };
const REGNAL = /^(?:King|Queen|Pope|Emperor|Empress|Tsar|Kaiser|Sultan|Prince|Princess) \p{L}+(?: \p{L}+)? (?:[IVX]+|the [\p{L}\p{N}_]+)$/iu;
function content(folded) {
  let text = folded;
  if (text.includes(".") && !/u\.\s?[sk]/.test(text)) {
    text = text.replace(/(?<![\p{L}\p{N}_])(?:\p{L}\.\s?){2,}(?:(?<![\p{L}\p{N}_])\p{L}(?![\p{L}\p{N}_]))?|(?<![\p{L}\p{N}_])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}_])\.?/gu, (found) => found.replace(/[. ]/g, "") + " ");
  }
  text = text.trim().replace(/(\d+(?:\.\d+)?) (thousand|million|billion)\b/g, (whole, number, scale) => (Number(number) * SCALES[scale]).toFixed(0));
  text = inDigits(text);
  for (const [pattern, to] of PHRASES) text = text.replace(pattern, to);
  text = strip(text.trim(), " .!?\"'").replace(/(?<=\w )(i|v|x)$/, (one) => ({ i: "1", v: "5", x: "10" })[one]);
  const raw = (text.match(/\d+(?:[.,]\d+)*|\p{L}+(?:'\p{L}+)*/gu) || []).map((piece) => piece.replace(/'s?$/, "").replaceAll("'", ""));
  const words = [];
  for (const word of raw) {
    const value = own(SMALL, word) ?? own(TENS, word) ?? own(ORDINALS, word);
    const number = own(ROMAN, word) || (value === undefined ? "" : String(value));
    const last = words.at(-1);
    if (number && last && digits(last) && (own(SMALL, word) !== undefined || own(ORDINALS, word)) && last.endsWith("0") && last.length === 2 && number.length === 1) words[words.length - 1] = String(Number(last) + Number(number));
    else if (number) words.push(number);
    else if (last && /^\d/.test(last) && word.length > 1 && unitsOf(word)) words.push(unitsOf(word)[0].name);
    else words.push(/^\d/.test(word) ? word.replaceAll(",", "") : word);
  }
  const kept = words.filter((word) => !STOP.has(word) && !NEGATIONS.has(word));
  return kept.length ? kept : words;
}
function phrase(text) {
  const folded = fold(text), words = content(folded);
  const code = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(folded) && /\d/.test(folded) && /[a-z]/.test(folded) ? folded.replaceAll("-", "") : "";
  const said = (text.match(/\p{L}[\p{L}\p{N}_'.-]*/gu) || []).filter((word) => !STOP.has(strip(fold(word), ".'")));
  const lower = text === text.toLowerCase() && text !== text.toUpperCase();
  const proper = said.length > 0 && said.every((word) => /^\p{Lu}/u.test(word)) && (said.length > 1 || !lower);
  const core = text.replace(/[.\s]/g, "");
  const acronym = alpha(core) && core === core.toUpperCase() && core !== core.toLowerCase() && core.length >= 2 && core.length <= 6;
  let tail = new Set();
  const inside = /^(.*?[\p{L}\p{N}_].*?) (in|at|on|near|from|outside|of) (.+)$/u.exec(folded);
  if (inside && content(inside[1]).length && !inside[1].split(" ").every((word) => STOP.has(word))) tail = new Set(content(inside[3]));
  let optional = [...folded.matchAll(/\(([^)]*)\)/g)].flatMap((found) => content(found[1]));
  const comma = folded.indexOf(",");
  if (comma >= 0 && proper && folded.split(",").length <= 3) optional.push(...content(folded.slice(comma + 1)));
  const front = new Set(content(folded.replace(/\([^)]*\)/g, " ").split(",")[0]));
  optional = new Set(optional.filter((word) => !front.has(word)));
  if (tail.size && proper && /^\p{Ll}/u.test(text) && inside[2] !== "of") for (const word of tail) optional.add(word);
  if (REGNAL.test(text)) optional.add(words.at(-1));
  const names = new Set(proper ? [] : said.slice(1).filter((word) => /^\p{Lu}/u.test(word)).map((word) => strip(fold(word), ".'")));
  const isUpper = (word) => word === word.toUpperCase() && word !== word.toLowerCase();
  const exact = new Set(said.filter((word) => /[a-z][A-Z]$/.test(word) || (word.length > 1 && isUpper(word) && !isUpper(text))).map(fold));
  return { words, proper, acronym, tail, optional, names, exact, negated: negations(folded), code };
}
