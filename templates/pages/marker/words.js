// One word against another: spelling variants, endings, and what still counts as a typing mistake.
function stem(word) {
  if (!alpha(word)) return word;
  if (own(IRREGULAR, word)) return IRREGULAR[word];
  if (word.length > 3) {
    if (word.endsWith("ies") && word.length > 4) word = word.slice(0, -3) + "y";
    else if (/(?:ches|shes|sses|xes|zes)$/.test(word)) word = word.slice(0, -2);
    else if (/s$/.test(word) && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
  }
  if (word.length > 4) for (const [pattern, to] of SPELLINGS) word = word.replace(pattern, to);
  return word;
}
function root(word) {
  word = (own(VERBS, word) ?? stem(word)).replace(/ical$/, "ic");
  for (const ending of ["ward", "ern", "ing", "ed", "er", "ly"]) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) {
      word = word.slice(0, -ending.length);
      if (["ing", "ed", "er"].includes(ending) && word.at(-1) === word.at(-2) && !"ls".includes(word.at(-1))) word = word.slice(0, -1);
      break;
    }
  }
  return word.endsWith("e") && word.length > 4 ? word.slice(0, -1) : word;
}
function isWord(word) {
  if (COUNTRIES.has(word) || own(WEEKDAYS, word) !== undefined || (own(MONTHS, word) && word.length > 3) || NUMBERS.has(word)) return true;
  return ENGLISH.has(word) || ENGLISH.has(stem(word)) || ENGLISH.has(root(word));
}
function skeleton(word) {
  for (const [from, to] of [["sch", "s"], ["sh", "s"], ["ph", "f"], ["ck", "k"], ["q", "k"], ["c", "k"], ["z", "s"], ["x", "ks"]]) word = word.replaceAll(from, to);
  return word.replace(/[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
}
// Optimal string alignment: insertions, deletions, replacements, swaps of neighbours.
function distance(a, b) {
  let older = [], old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    older = old;
    old = row;
  }
  return old[b.length];
}
const similarity = (a, b) => 1 - distance(a, b) / Math.max(a.length, b.length, 1);
function isSlip(typed, meant) {
  if (!alpha(typed) || !alpha(meant) || Math.min(typed.length, meant.length) < 3 || meant.length < 4) return false;
  if (typed[0] !== meant[0] && !soundsAlike(typed, meant)) return false;
  if (Math.abs(typed.length - meant.length) > 2) return false;
  const off = distance(typed, meant);
  if (off === 1) {
    if (meant.length > 4) return typed.length > 3;
    return typed.length === 5 || (typed.length === 4 && sorted(typed) === sorted(meant)) || meant.replace(/(.)\1+/g, "$1") === typed;
  }
  return off === 2 && meant.length >= 7 && !COUNTRIES.has(meant) && skeleton(typed) === skeleton(meant);
}
function soundsAlike(typed, meant) {
  const heads = [typed.slice(0, 2), meant.slice(0, 2)];
  if (typed[1] === meant[0] && typed[0] === meant[1]) return true;
  const firsts = sorted(typed[0] + meant[0]);
  return (firsts === "fp" && heads.includes("ph")) || (firsts === "ck" && !heads.some((head) => ["ch", "ce", "ci"].includes(head)))
    || ["ij", "iy", "jy", "xz"].includes(firsts);
}
function likeness(typed, meant, exact = false) {
  if (typed === meant || stem(typed) === stem(meant)) return "same";
  if (exact) return "none";
  if (meant.length > 3 && typed.length > 3 && root(typed) === root(meant)) return "form";
  if (!isSlip(stem(typed), stem(meant)) && !isSlip(typed, meant)) return "none";
  return isWord(typed) ? "none" : "typo";
}
function sameGivenName(typed, meant) {
  if (typed === meant) return true;
  if (!typed || !meant || typed[0] !== meant[0]) return again(NICKNAMES, meant).has(typed);
  if (typed.length === 1 || meant.length === 1) return true;
  if (again(NICKNAMES, meant).has(typed)) return true;
  const [short, long] = typed.length <= meant.length ? [typed, meant] : [meant, typed];
  if (long.startsWith(short)) return !(short.length > 2 && /^(?:a|ia|ina|ine|ette|elle)$/.test(long.slice(short.length)));
  if (own(NICKNAMES, typed) && own(NICKNAMES, meant)) return false;
  const sung = (word) => word.replace(/[^aeiou]/g, "");
  if (skeleton(typed) === skeleton(meant) && sung(typed) === sung(meant)) return true;
  if (!isSlip(typed, meant)) return false;
  const vowels = "aeiou", a = typed.at(-1), b = meant.at(-1);
  return sorted(typed) === sorted(meant) || (skeleton(typed) === skeleton(meant) && !(a !== b && vowels.includes(a) && vowels.includes(b)));
}
