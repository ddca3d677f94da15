// The marking rules of quizgen.grading, as a page needs them: one function to one of Python, by the same
// name.  What the rules know of words (`lexicon`) comes from Python when the page is written; both are
// held to the same verdicts by tests/grading/vectors.json.
"use strict";
const makeGrade = (lexicon) => {
const set = (text) => new Set(text.split(" "));
const STOP = set(lexicon.STOP), NEGATIONS = set(lexicon.NEGATIONS), GENERIC = set(lexicon.GENERIC);
const DISTINGUISHING = set(lexicon.DISTINGUISHING), TITLES = set(lexicon.TITLES), SUFFIXES = set(lexicon.SUFFIXES);
const PARTICLES = set(lexicon.PARTICLES), FAMILY_FIRST = set(lexicon.FAMILY_FIRST), YES = set(lexicon.YES), NO = set(lexicon.NO);
const PERSON_NOUNS = set(lexicon.PERSON_NOUNS), COUNTRIES = set(lexicon.COUNTRIES), ENGLISH = set(lexicon.ENGLISH);
const NO_ATTEMPT = new Set(lexicon.NO_ATTEMPT);
const { MONTHS, WEEKDAYS, SEASONS, SYNONYMS, IRREGULAR } = lexicon;
const groups = (table) => Object.fromEntries(Object.entries(table).map(([word, others]) => [word, set(others)]));
const ANTONYMS = groups(lexicon.ANTONYMS), NICKNAMES = groups(lexicon.NICKNAMES);
const PHRASES = lexicon.PHRASES.map(([pattern, to]) => [new RegExp(pattern, "g"), to.replace(/\\(\d)/g, "$$$1")]);
const SPELLINGS = lexicon.SPELLINGS.map(([pattern, to]) => [new RegExp(pattern, "g"), to]);
const NUMBER_WORDS = set("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion first second third fourth fifth sixth seventh eighth ninth tenth half quarter dozen");
const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
const again = (table, key) => own(table, key) ?? new Set();
const alpha = (word) => /^\p{L}+$/u.test(word);
const digits = (word) => /^\d+$/.test(word);
const letters = (text) => text.match(/\p{L}+/gu) || [];
const sorted = (word) => [...word].sort().join("");
const remove = (list, item) => { const at = list.indexOf(item); if (at >= 0) list.splice(at, 1); };
const strip = (text, chars) => {
  let from = 0, to = text.length;
  while (from < to && chars.includes(text[from])) from++;
  while (to > from && chars.includes(text[to - 1])) to--;
  return text.slice(from, to);
};

// --- cleaning ---
const MARKS = {};
for (const [chars, plain] of [["‘’‚‛ʼʻ′´", "'"], ["`", " "], ["“”„‟«»″", '"'], ["‐‑‒–—―−⁃﹣－", "-"], ["⁄∕", "/"], ["×", "x"]]) {
  for (const char of chars) MARKS[char] = plain;
}
function clean(text) {
  text = text.slice(0, 2000).replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])/g, "");
  text = text.replace(/<\/?[a-zA-Z!][^<>]{0,200}>|\[\/?[a-z][a-z _.#=-]{0,40}\]|\[\/\]/g, " ");
  text = text.replace(/[¼-¾⅐-⅞]/g, (found) => " " + found.normalize("NFKC"));
  text = text.replace(/(\d)([⁰¹²³⁴-⁹]+)/g, (whole, digit, above) => digit + "^" + above.normalize("NFKC"));
  text = [...text.normalize("NFKC")].map(visible).join("");
  return text.replace(/[^\x00-\x7f]|`/g, (char) => MARKS[char] ?? char).trim().split(/\s+/).join(" ");
}
function visible(char) {
  if (char >= " " && char <= "~") return char;
  if (/\p{Nd}/u.test(char)) {
    let value = 0;
    const code = char.codePointAt(0);
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]/u.test(char)) return /\s/.test(char) ? " " : "";
  return /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u.test(char) ? "" : char;
}
const PLAIN = { "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ß": "ss", "ς": "σ" };
const LONG = { "ø": "oe", "ö": "oe", "ä": "ae", "ü": "ue", "å": "aa" };
function fold(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize("NFD").replace(/[^\x00-\x7f]/g, (char) => PLAIN[char] ?? char)
    .replace(/[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655\u0670]/g, "").normalize("NFC");
}
function spellings(text) {
  const plain = fold(text);
  const long = fold(text.toLowerCase().normalize("NFC").replace(/[øöäüå]/g, (char) => LONG[char]));
  return long === plain ? [plain] : [plain, long];
}
function squash(folded) {
  const text = folded.replace(/^(?:the|an?)\s+(?=\S)/, "").replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const bare = (piece) => piece.replace(/[^\p{L}\p{N}]+/gu, "");
  let out = "", end = 0;
  for (const found of text.matchAll(/(?<=\d)\s*[.:/^-]\s*(?=\d)|(?<![\w.])-(?=[\d.])|[%$£€¥₹+#<>]|(?<=\d)[\s,;]+(?=\d)/g)) {
    out += bare(text.slice(end, found.index)) + (found[0].trim() || ";");
    end = found.index + found[0].length;
  }
  return out + bare(text.slice(end));
}

// --- words ---
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
  word = stem(word);
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
  if (COUNTRIES.has(word) || own(WEEKDAYS, word) !== undefined || (own(MONTHS, word) && word.length > 3) || NUMBER_WORDS.has(word)) return true;
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
  return off === 2 && meant.length >= 7 && skeleton(typed) === skeleton(meant);
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
  if (meant.length > 4 && typed.length > 3 && root(typed) === root(meant)) return "form";
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
  if (!isSlip(typed, meant)) return false;
  const vowels = "aeiou", a = typed.at(-1), b = meant.at(-1);
  return sorted(typed) === sorted(meant) || (skeleton(typed) === skeleton(meant) && !(a !== b && vowels.includes(a) && vowels.includes(b)));
}

// --- polarity ---
const HARMLESS = /\b(?:not (?:enough|sufficient)|not only|no doubt|no(?:t)? (?:fewer|less|more|later|earlier|sooner) than|no more than|why not|whether or not|not over|not quite|no\.? (?=\d))\b/g;
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)?/gu) || [];
function negations(folded) {
  return wordsOf(folded.replace(HARMLESS, " ")).filter((word) => NEGATIONS.has(word.replaceAll("'", "")) || word.endsWith("n't")).length;
}
function yesOrNo(folded) {
  const words = wordsOf(folded).map((word) => word.replaceAll("'", ""));
  if (!words.length) return null;
  if (NO.has(words[0])) return false;
  if (YES.has(words[0])) return words.length < 2 || !NEGATIONS.has(words[1]) || null;
  if (words.length <= 5 && /\b(?:did|does|do|is|was|were|are|has|have|had|will|would|can|could)(?:n't|nt| not)?$/.test(strip(folded, " .!"))) return !negations(folded);
  if (words[0] === "not" && words.length === 2 && YES.has(words[1])) return false;
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

// --- lists ---
function parts(text) {
  const found = text.split(/\s*(?:;|\n|,\s*and\s|,\s|\s(?:and|as well as|plus|along with|together with)\s|\s?[&+]\s)\s*(?:also )?/i)
    .map((part) => strip(part, " .")).filter((part) => /[\p{L}\p{N}_]/u.test(part));
  return found.length > 1 ? found : [text];
}
function bids(text) {
  const found = text.replace(/^(?:either|between)\s+/, "").split(/\s+(?:or|oder)\s+(?:else )?|\s+\/\s+|\s*;\s*|\s*\|\s*/i)
    .map((part) => part.trim()).filter((part) => /[\p{L}\p{N}_]/u.test(part));
  return found.length ? found : [text];
}

// --- quantities ---
const table = (text, from = 0) => Object.fromEntries(text.split(" ").map((word, n) => [word, n + from]));
const SMALL = { ...table("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"), nil: 0, none: 0, nought: 0 };
const TENS = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, fourty: 40 };
const ORDINALS = { ...table("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1), twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, hundredth: 100 };
const SCALES = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, lakh: 1e5, crore: 1e7 };
const SHORT_SCALES = { k: 1e3, mn: 1e6, mln: 1e6, mio: 1e6, mil: 1e6, bn: 1e9, bln: 1e9, tn: 1e12, trn: 1e12, thousands: 1e3, millions: 1e6, billions: 1e9 };
const LETTER_SCALES = { m: 1e6, b: 1e9, t: 1e12 };
const PARTS = { half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourths: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6, seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninths: 9, tenth: 10, tenths: 10, hundredths: 100 };
const NUMBERS = new Set([...Object.keys({ ...SMALL, ...TENS, ...ORDINALS, ...SCALES, ...PARTS }), "hundred", "dozen", "couple"]);
const UNITS = {};
for (const [name, dimension, factor, offset, names] of lexicon.UNITS) {
  for (const spelling of names.split("|")) (UNITS[spelling] ??= []).push({ name, dimension, factor, offset });
}
const unitsOf = (text) => own(UNITS, text);
const DOLLARS = set(lexicon.DOLLARS);
function sameKind(one, other) {
  if (one.dimension !== other.dimension) return false;
  if (one.dimension !== "money" || one.name === other.name) return true;
  return (one.name === "$" || other.name === "$") && DOLLARS.has(one.name) && DOLLARS.has(other.name);
}
const HEDGES = lexicon.HEDGES.map(([pattern, hedge]) => [new RegExp(
  `(?<![\\w-])(?:${pattern})\\.? ?(?=[^\\w]{0,2}\\d|(?:(?:the|a|an|us|usd|gbp|eur) )?(?:${[...NUMBERS].join("|")})\\b|[$£€]|an? (?:year|month|week|day|hour|minute|mile|decade|century)\\b)`, "g"), hedge]);
const AFTER = [
  [/(?<=\d)\+|\bor (?:more|higher|greater|over|above)\b|\band (?:more|over|up)\b|\bplus\b(?! \d)/g, ">"],
  [/\bor (?:less|fewer|lower|under|below)\b/g, "<"],
  [/\b(?:or so|or thereabouts|give or take|more or less|approx(?:imately)?)\b|(?<=\d)-?ish\b/g, "~"],
];
const TOKEN = /(?<number>\d{1,3}(?:[,' ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|(?<![\p{L}\p{N}_.])\.\d+)|(?<word>\p{L}+(?:'\p{L}+)?)|(?<sign>[^\p{L}\p{N}_\s.,;]|[°%])/gu;
function quantities(text) {
  const tokens = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = match.groups.number ? "number" : match.groups.word ? "word" : "sign";
    const glued = tokens.length > 0 && tokens.at(-1).end === match.index;
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length, glued });
  }
  const word = (index) => tokens[index]?.text ?? "";
  const make = (value, step, after, more) => ({ value, step, after, part: false, ordinal: false, dotted: 0, grouped: false, clock: null, scale: 1, letter: "", ...more });

  function number(index) {
    const token = tokens[index];
    if (!token) return null;
    if (token.kind === "number") {
      const before = tokens[index - 1];
      if (token.glued && before && before.kind === "word" && !unitsOf(before.text) && !["us", "usd"].includes(before.text)) return null;
      return inDigits(index);
    }
    return token.kind === "word" ? inWords(index) : null;
  }
  function inDigits(index) {
    let text_ = word(index), dotted = 0;
    const grouped = /^\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(text_);
    if (grouped) text_ = text_.replace(/[,' ]/g, "");
    else {
      if (/^[1-9]\d{0,2}\.\d{3}$/.test(text_)) dotted = Number(text_) * 1000;
      text_ = text_.replace(",", ".");
    }
    if (text_.length > 40) return null;
    let value = Number(text_), step = 10 ** -(text_.split(".")[1] || "").length, after = index + 1;
    if (word(after) === ":" && tokens[after].glued && /^\d\d?$/.test(word(after + 1))) {
      const clock = [Math.trunc(value)];
      while (word(after) === ":" && /^\d\d?$/.test(word(after + 1))) { clock.push(Number(word(after + 1))); after += 2; }
      return make(value, step, after, { clock });
    }
    if (word(after) === "/" && Number(word(after + 1)) && digits(word(after + 1))) return make(value / Number(word(after + 1)), 0, after + 2, { part: true });
    if (digits(word(after)) && word(after + 1) === "/" && digits(word(after + 2)) && Number(word(after + 2))) {
      value += Number(word(after)) / Number(word(after + 2));
      after += 3;
      step = 0;
    }
    if (word(after) === "s" && tokens[after].glued && text_.endsWith("0")) return null;
    if (["st", "nd", "rd", "th"].includes(word(after)) && tokens[after].glued) return make(value, 1, after + 1, { ordinal: true });
    return share(value, after) || scaled(value, step, after, dotted, grouped);
  }
  function share(value, after) {
    const skip = word(after) === "in" ? 1 : word(after) === "out" && word(after + 1) === "of" ? 2 : 0;
    if (!skip) return null;
    const whole = number(after + skip);
    if (whole && value > 0 && value <= whole.value && whole.value > 1 && whole.value < 1000 && Number.isInteger(value)) return make(value / whole.value, 0, whole.after, { part: true });
    return null;
  }
  function scaled(value, step, after, dotted = 0, grouped = false) {
    let times = 1;
    if (word(after) === "and" && ["a", "one"].includes(word(after + 1)) && ["half", "quarter"].includes(word(after + 2))) {
      value += 1 / PARTS[word(after + 2)];
      after += 3;
      step = 0;
    }
    for (;;) {
      const next = word(after);
      if (next === "-" && (own(SCALES, word(after + 1)) || word(after + 1) === "hundred")) { after++; continue; }
      const scale = own(SCALES, next) || own(SHORT_SCALES, next) || { hundred: 100, dozen: 12 }[next];
      if (typeof scale !== "number") break;
      value *= scale; step *= scale; times *= scale; after++;
      dotted = 0; grouped = true;
    }
    return make(value, step, after, { dotted, grouped, scale: times, letter: own(LETTER_SCALES, word(after)) ? word(after) : "" });
  }
  function inWords(index) {
    const here = word(index), next = word(index + 1);
    if (here === "a" || here === "an") {
      if (["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "tenth"].includes(next)) return part(1, index + 1);
      if (next === "dozen") return scaled(1, 1, index + 1);
      if (next === "hundred" || own(SCALES, next)) return cardinal(index + 1);
      if (next === "couple") return make(2, 1, index + (word(index + 2) === "of" ? 3 : 2));
      if (unitsOf(next) && ["time", "length"].includes(unitsOf(next)[0].dimension) && next.length > 2) return make(1, 1, index + 1);
      return null;
    }
    if (here === "couple" && next === "of") return make(2, 1, index + 2);
    if (here === "half" || here === "quarter" || ((here === "third" || here === "fifth") && next === "of")) return part(1, index);
    if (here === "dozen") return make(12, 1, index + 1);
    return cardinal(index);
  }
  function part(count, index) {
    const value = count / PARTS[word(index)];
    let after = index + 1, at = after;
    while (["of", "a", "an", "-"].includes(word(at))) at++;
    if (own(SCALES, word(at)) || ["dozen", "hundred"].includes(word(at))) return { ...scaled(value, 0, at), step: 0 };
    if (unitsOf(word(at)) && word(at).length > 2) after = at;
    return make(value, 0, after, { part: true });
  }
  function cardinal(index) {
    let total = 0, current = 0, seen = "", smallest = 1;
    const high = () => seen === "hundred" || seen === "scale";
    for (;;) {
      let here = word(index);
      if (seen && here === "-" && NUMBERS.has(word(index + 1))) here = word(++index);
      if (high() && here === "and" && [SMALL, TENS, ORDINALS].some((names) => own(names, word(index + 1)) !== undefined)) here = word(++index);
      const small = own(SMALL, here), ordinal = own(ORDINALS, here), scale = own(SCALES, here);
      if (small !== undefined && (!seen || (seen === "tens" && small > 0 && small < 10) || high())) { current += small; seen = "small"; }
      else if (own(TENS, here) && (!seen || high())) { current += TENS[here]; seen = "tens"; }
      else if (here === "hundred" && (!seen || seen === "small")) { current = Math.max(current, 1) * 100; seen = "hundred"; }
      else if (scale && (seen !== "scale" || smallest > scale)) { total += Math.max(current, 1) * scale; current = 0; seen = "scale"; smallest = scale; }
      else if (ordinal && (!seen || (seen === "tens" && ordinal < 10) || high())) {
        if (!seen && here === "second" && ["per", "a"].includes(word(index - 1))) return null;
        return make(total + current + ordinal, 1, index + 1, { ordinal: true });
      }
      else if (seen === "small" && total === 0 && current < 20 && own(PARTS, here) && !["quarter", "half"].includes(here)) return part(current, index);
      else if (seen && ["quarter", "half"].includes(here) && current === 1) return part(1, index);
      else if (seen && here === "point" && own(SMALL, word(index + 1)) !== undefined) {
        let behind = "";
        while ((own(SMALL, word(index + 1)) ?? 10) < 10) behind += SMALL[word(++index)];
        return scaled(total + current + Number("0." + behind), 10 ** -behind.length, index + 1);
      }
      else break;
      index++;
    }
    if (!seen) return null;
    const value = total + current;
    const shared = share(value, index);
    if (shared) return shared;
    const made = scaled(value, 1, index);
    return seen === "scale" ? { ...made, grouped: true, scale: smallest } : made;
  }
  function unit(index) {
    let start = index;
    if (word(start) === "-" && tokens[start + 1]?.kind === "word") start++;
    if (word(start) === "of") start++;
    for (const length of [4, 3, 2, 1]) {
      const these = tokens.slice(start, start + length);
      if (these.length < length || (these.at(-1).kind === "number" && !these.at(-1).glued)) continue;
      const spaced = these.map((token, n) => (n === 0 || token.glued ? "" : " ") + token.text).join("").replaceAll("-", " ");
      const squeezed = these.map((token) => token.text).join("");
      const units = unitsOf(spaced) || (length === 1 || squeezed.includes("/") || Math.max(...these.map((token) => token.text.length)) < 3 ? unitsOf(squeezed) : undefined);
      if (units && fits(these, start + length)) return [units, start + length];
    }
    return [[], index];
  }
  function fits(these, after) {
    const text_ = these[0].text;
    if (these.length > 1 || text_.length > 2 || !["in", "a", "s", "'", '"', "h", "p", "y", "f", "c", "t", "g", "l", "j", "w", "b"].includes(text_)) return true;
    return these[0].glued || (after >= tokens.length && text_ !== "a");
  }
  function currencyAt(index) {
    for (const length of [2, 1]) {
      const text_ = tokens.slice(index, index + length).map((token) => token.text).join("");
      const units = unitsOf(text_), after = index + length;
      if (units && units[0].dimension === "money" && (number(after) || word(after) === "-") && text_ !== "p") return [units.slice(0, 1), after];
    }
    return [[], index];
  }
  function unitsAfter(first) {
    if (first.ordinal) return [[], first.after];
    if (first.letter) {
      const [units, end] = unit(first.after + 1);
      if (units.length && end > first.after + 1 && units[0].dimension === "money") return [units, end];
    }
    return unit(first.after);
  }
  function readingsOf(first, units, sign) {
    const reading = (value, step, unit_) => ({ low: value, high: value, step, unit: unit_ });
    if (first.clock) {
      const value = first.clock.reduce((sum, piece) => sum * 60 + piece, 0);
      const made = [reading(value, 1, UNITS.second[0])];
      if (first.clock.length === 2) made.push(reading(value, 1, UNITS.minute[0]));
      return made;
    }
    const value = sign * first.value;
    const made = units.map((unit_) => reading(value, first.step, unit_));
    if (first.part && !units.length) made.push(reading(value, 0, UNITS.fraction[0]));
    else if (!units.length) made.push(reading(value, first.step, null));
    const each = units.length ? units : [null];
    if (first.dotted) made.push(...each.map((unit_) => reading(sign * first.dotted, 1, unit_)));
    if (first.letter) {
      const scale = LETTER_SCALES[first.letter], money = units.filter((unit_) => unit_.dimension === "money");
      made.push(...(money.length ? money : [null]).map((unit_) => reading(value * scale, first.step * scale, unit_)));
    }
    return made;
  }
  function compound(readings, after) {
    while (readings.length && readings[0].unit && ["time", "length", "mass"].includes(readings[0].unit.dimension)) {
      let index = after;
      while (["and", "-"].includes(word(index))) index++;
      if (["a", "one"].includes(word(index)) && ["half", "quarter"].includes(word(index + 1)) && word(after) === "and") {
        if (unit(index + 2)[0].length) break;
        const more = 1 / PARTS[word(index + 1)];
        return [readings.map((r) => ({ ...r, low: r.low + more, high: r.high + more, step: 0 })), index + 2];
      }
      const next = number(index);
      if (!next || next.clock || next.ordinal || word(after) === "-") break;
      const [units, end] = unitsAfter(next);
      const joined = [];
      for (const reading of readings) {
        const whole = reading.unit;
        if (!whole) continue;
        let smaller = units.filter((unit_) => unit_.dimension === whole.dimension && unit_.factor < whole.factor);
        if (!units.length && !next.part && index === after) {
          const usual = { hour: "minute", foot: "inch", minute: "second", stone: "pound", feet: "inch" }[whole.name];
          smaller = (unitsOf(usual || "") || []).filter((unit_) => unit_.dimension === whole.dimension).slice(0, 1);
        }
        for (const unit_ of smaller) {
          const value = reading.low + next.value * unit_.factor / whole.factor;
          joined.push({ low: value, high: value, step: next.step * unit_.factor / whole.factor, unit: whole });
        }
      }
      if (!joined.length) break;
      readings = joined;
      after = end;
    }
    return [readings, after];
  }
  function hedgeOf(start, end) {
    for (const [pattern, hedge] of AFTER) {
      const from = Math.max(end - 1, 0), found = [...text.slice(0, end + 18).matchAll(pattern)].find((match) => match.index >= from);
      if (found && found.index <= end + 1 + text.slice(end, end + 18).length && !/\d/.test(text.slice(end, found.index))) return hedge;
    }
    const from = Math.max(start - 30, 0), back = text.slice(from, end);
    for (const [pattern, hedge] of HEDGES) {
      for (const found of back.matchAll(pattern)) {
        const between = text.slice(from + found.index + found[0].length, start).trim().replace(/^(?:the|an?|us|from|-)\b/, "");
        if (!/[\p{L}\p{N}_]/u.test(between)) return hedge;
      }
    }
    return "";
  }
  function quantity(index) {
    const begin = index;
    let sign = 1;
    if (["-", "minus", "negative"].includes(word(index))) {
      const before = tokens[index - 1];
      if (word(index) === "-" && before && (tokens[index].glued || before.kind === "number")) return null;
      if (!number(index + 1)) return null;
      sign = -1;
      index++;
    }
    let currency;
    [currency, index] = currencyAt(index);
    if (word(index) === "-" && currency.length) { sign = -1; index++; }
    const first = number(index);
    if (!first) return null;
    let [units, after] = unitsAfter(first);
    if (currency.length) {
      units = currency;
      const [again_, end] = unit(after);
      if (again_.length && again_[0].dimension === "money") after = end;
    }
    let readings = readingsOf(first, units, sign);
    [readings, after] = compound(readings, after);
    let pair = false;
    const joint = word(after);
    const between = joint === "and" && text.slice(0, tokens[begin].start).replace(/[$£€ ]+$/, "").endsWith("between");
    if (!first.clock && !first.part && (joint === "-" || joint === "to" || between)) {
      const [secondCurrency, start] = currencyAt(after + 1);
      const second = number(start);
      if (second && !second.part && !second.clock) {
        const [found, end] = unitsAfter(second);
        const later = secondCurrency.length ? secondCurrency : found;
        const both = readingsOf(second, later.length ? later : units, 1);
        let firsts = units.length ? readings : readingsOf(first, later, sign);
        if (!units.length && first.scale === 1 && first.value < 1000 && second.scale > 1) {
          firsts = readingsOf({ ...first, value: first.value * second.scale, step: first.step * second.scale }, later, sign);
        }
        readings = firsts.flatMap((a) => both.filter((b) => a.unit === b.unit || !a.unit).map((b) => ({ low: a.low, high: b.low, step: Math.max(a.step, b.step), unit: b.unit || a.unit })));
        pair = true;
        after = end;
      }
    }
    if (!readings.length) return null;
    const end = tokens[after - 1].end;
    let noun = "";
    if (readings.every((r) => !r.unit || r.unit.name.length === 1)) {
      noun = tokens.slice(after, after + 2).find((token) => token.kind === "word" && !STOP.has(token.text))?.text ?? "";
    }
    return [{ readings, start: tokens[begin].start, end, hedge: hedgeOf(tokens[begin].start, end), pair, ordinal: first.ordinal, noun, grouped: first.grouped }, after];
  }

  const found = [];
  for (let index = 0; index < tokens.length;) {
    const result = quantity(index);
    if (result) { found.push(result[0]); index = result[1]; } else index++;
  }
  return found;
}

// --- amounts ---
const NUMERIC = new RegExp(lexicon.NUMERIC), LABELS = new RegExp(lexicon.LABELS, "g");
const asksNumber = (prompt) => NUMERIC.test(prompt);
function amount(folded, prompt) {
  const found = quantities(folded);
  if (found.length !== 1) return null;
  const [quantity] = found;
  if (/[\p{L}\p{N}_]/u.test(folded.slice(0, quantity.start).replace(LABELS, " "))) return null;
  const after = folded.slice(quantity.end).replace(/^\s*(?:or (?:more|less|so|fewer|over|under|higher)|plus|\+)/, " ").replace(LABELS, " ");
  const words = after.match(/[\p{L}\p{N}]+/gu) || [];
  if (!words.length) return quantity;
  if (asksNumber(prompt) && words.length <= 4) return quantity;
  return !prompt && words.length <= 1 && !quantity.ordinal && quantity.noun ? quantity : null;
}
function unitAsked(prompt) {
  for (const found of prompt.matchAll(/\b(?:how many|in|of|what) ((?:square |cubic |nautical |percentage )?[a-z]{3,}(?: per [a-z]+)?)\b/g)) {
    const units = unitsOf(found[1]) || unitsOf(found[1].split(" ")[0]);
    if (units && !/^(?:second place|may)/.test(found[1])) return units;
  }
  return [];
}
const UNMENDED = set("form fort fours hone zeros couples fight height weight eights than then teen");
function mended(folded) {
  const names = [...NUMBERS].filter((name) => name.length > 3);
  return folded.replace(/[a-z]{4,}/g, (word) => {
    if (NUMBERS.has(word) || unitsOf(word) || UNMENDED.has(word)) return word;
    const near = names.filter((name) => name[0] === word[0] && Math.abs(name.length - word.length) < 2 && distance(word, name) === 1)
      .filter((name) => name.length > 4 || sorted(name) === sorted(word));
    return near.length === 1 ? near[0] : word;
  });
}
function compareAmount(typed, meant, prompt) {
  if (meant.pair) typed = typed.replace(/(?<=\d):(?=\d)/g, "-");
  let given = quantities(typed);
  if (!given.length) given = quantities(mended(typed));
  if (!given.length) return "wrong";
  if (given.length > 1) {
    const asked = quantities(prompt);
    const alike = (a, b) => a.readings.some((r) => b.readings.some((s) => r.low === s.low && r.high === s.high));
    const fresh = given.filter((q) => !asked.some((a) => alike(q, a)));
    given = fresh.length ? fresh : given.slice(0, 1);
  }
  const results = given.map((quantity) => compareQuantity(quantity, meant, prompt));
  return results.length > 1 && results.some((verdict) => verdict !== "correct") ? "wrong" : results[0];
}
const RANK = { correct: 4, partial: 3, close: 2, wrong: 1, empty: 0 };
const best = (verdicts) => verdicts.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), "wrong");
function compareQuantity(typed, meant, prompt) {
  if (typed.pair !== meant.pair) return "wrong";
  if (typed.hedge !== meant.hedge && "<>".includes(typed.hedge || "~") && "<>".includes(meant.hedge || "~")) return "wrong";
  return best(typed.readings.flatMap((one) => meant.readings.map((other) => compareReadings(typed, one, meant, other, prompt))));
}
function compareReadings(typed, one, meant, other, prompt) {
  let unit = one.unit, wanted = other.unit;
  if (!wanted && unit) {
    const asked = unitAsked(prompt);
    if (asked.length) wanted = asked.find((u) => sameKind(u, unit)) || asked[0];
    else if (["score", "points", "percent", "magnitude"].includes(unit.dimension) || (unit.name && prompt.includes(unit.name))) unit = null;
    else if (prompt.includes("how many")) return "wrong";
    else unit = null;
  }
  if (!unit && !one.unit && wanted && wanted.dimension === "percent" && wanted.name === "fraction") return "wrong";
  if (unit && wanted && !sameKind(unit, wanted)) {
    const points = ["points", "percent", "score"];
    if (!(points.includes(unit.dimension) && points.includes(wanted.dimension) && unit.name !== "fraction" && wanted.name !== "fraction")) return "wrong";
    unit = wanted;
  }
  if (!unit || !wanted) unit = wanted = null;
  const hedged = !!(typed.hedge || meant.hedge || meant.pair);
  const ends = meant.pair ? [[one.low, other.low], [one.high, other.high]] : [[one.low, other.low]];
  const outcomes = ends.map(([value, target]) => compareValues(value, target, one.step, other.step, unit, wanted, hedged, typed, meant));
  if (outcomes.every((outcome) => outcome === "correct")) return "correct";
  if (meant.pair && one.low === other.high && one.high === other.low) return "close";
  return outcomes.every((outcome) => outcome !== "wrong") ? "close" : "wrong";
}
function compareValues(value, target, step, finest, unit, wanted, hedged, typed, meant) {
  const same = !unit || !wanted || (unit.factor === wanted.factor && unit.offset === wanted.offset);
  if (!same) {
    const base = value * unit.factor + unit.offset, goal = target * wanted.factor + wanted.offset;
    if (unit.dimension === "temperature") return Math.abs(base - goal) <= (hedged ? 1 : 0.6) ? "correct" : Math.abs(base - goal) <= 2 ? "close" : "wrong";
    const off = Math.abs(base - goal) / (Math.abs(goal) || 1);
    const names = [unit.name, wanted.name];
    const calendar = names.some((name) => ["month", "year", "decade", "century"].includes(name)) && !names.every((name) => ["month", "year", "decade", "century", "millennium"].includes(name));
    const exact = unit.dimension === "time" && !hedged && !calendar;
    const limit = exact ? 1e-3 : hedged ? 0.04 : 0.02;
    if (exact && step * unit.factor > 0 && off > limit && off <= 0.012 && (value * 10) % 1) return "correct";
    return off <= limit + 1e-12 ? "correct" : off <= 0.1 ? "close" : "wrong";
  }
  const off = Math.abs(value - target) / (Math.abs(target) || 1);
  if (off <= 1e-9) return "correct";
  if (value * target < 0) return "wrong";
  const count = (!wanted && !unit) || (wanted || unit)?.name === "day";
  const whole = Number.isInteger(target);
  const year = !wanted && whole && target >= 1000 && target <= 2100 && !meant.grouped && !meant.noun;
  if ((count && whole && Math.abs(target) <= 100) || year || meant.ordinal || typed.ordinal) return typed.hedge && off <= 0.1 && !year && !meant.ordinal ? "close" : "wrong";
  if ((typed.hedge === ">" && value > target * 1.001) || (typed.hedge === "<" && value < target * 0.999)) return off <= 0.05 ? "close" : "wrong";
  if (hedged && off <= 0.05) return "correct";
  if (!hedged && off <= 0.012 && rounds(value, target, step, finest, 2)) return "correct";
  if (finest === 0 && off <= 0.02 && !hedged) return "correct";
  return off <= (typed.hedge ? 0.2 : 0.05) || rounds(value, target, step, finest, 1) ? "close" : "wrong";
}
function rounds(value, target, step, finest, figures) {
  let place = step || 1e-6;
  for (let i = 0; i < 16; i++) {
    if (Math.abs(value / place) < 10 ** (figures - 1)) return false;
    if (place > finest * 1.001 && Math.abs(value - Math.round(value / place) * place) < place * 1e-6 && Math.abs(value - target) <= place / 2 * 1.000001) return true;
    place *= 10;
  }
  return false;
}

// --- dates and times ---
const longest = (names) => Object.keys(names).sort((a, b) => b.length - a.length).join("|");
const DATES = lexicon.DATES.map((pattern) => new RegExp(pattern, "g"));
const WEEKDAY = new RegExp(`\\b(${longest(WEEKDAYS)})\\b\\.?`, "g");
const DAY_WORDS = lexicon.ORDINAL_DAYS;
const DAY_IN_WORDS = new RegExp(`\\b(?:(${longest(DAY_WORDS)}) (?:of )?(${longest(MONTHS)})|(${longest(MONTHS)}) (?:the )?(${longest(DAY_WORDS)}))\\b`, "g");
function dates(folded, slips = false) {
  let text = slips ? speltRight(folded) : folded;
  if (!/\d/.test(text) && !(text.match(/[a-z]+/g) || []).some((word) => own(MONTHS, word) || own(WEEKDAYS, word) !== undefined || own(SEASONS, word) !== undefined)) return [[], folded];
  text = text.replace(DAY_IN_WORDS, (whole, day, month, month2, day2) => `${DAY_WORDS[day || day2]} ${month || month2}`);
  const found = [];
  const blank = (match) => { text = text.slice(0, match.index) + "\0".repeat(match[0].length) + text.slice(match.index + match[0].length); };
  for (const pattern of DATES) {
    for (const match of [...text.matchAll(pattern)]) {
      const day = readDate(match.groups);
      if (day && !(["may", "march", "fall"].includes(match[0]) && text.length > 20)) { found.push([match.index, day]); blank(match); }
    }
  }
  for (const match of [...text.matchAll(WEEKDAY)]) {
    if (["sat", "sun", "wed", "mon"].includes(match[1]) && text.length > 20) continue;
    const near = found.find(([, day]) => day.weekday === null && day.day !== null);
    if (near) near[1].weekday = WEEKDAYS[match[1]];
    else found.push([match.index, { year: null, month: null, day: null, weekday: WEEKDAYS[match[1]], season: null, decade: null }]);
    blank(match);
  }
  return [found.sort((a, b) => a[0] - b[0]).map(([, day]) => day), text.replaceAll("\0", " ").trim().split(/\s+/).join(" ")];
}
function readDate(groups) {
  const number = (name) => (groups[name] && digits(groups[name]) ? Number(groups[name]) : null);
  let year = number("y"), month = own(MONTHS, groups.n || "") ?? number("m"), day = number("d"), swapped = false;
  if (year !== null && year < 100) year += year < 50 ? 2000 : 1900;
  if (number("a") !== null) {
    [day, month] = [number("a"), number("b")];
    if (month > 12) [day, month] = [month, day];
    else swapped = day <= 12;
  }
  const decade = number("e") ?? (number("f") !== null ? 1900 + number("f") : null);
  if ((month !== null && !(month >= 1 && month <= 12)) || (day !== null && !(day >= 1 && day <= 31))) return null;
  return { year, month, day, weekday: null, season: own(SEASONS, groups.s || "") ?? null, decade, swapped };
}
function speltRight(text) {
  const names = [...Object.keys(MONTHS), ...Object.keys(WEEKDAYS)].filter((name) => name.length > 4);
  return text.replace(/[a-z]{5,}/g, (word) => {
    if (own(MONTHS, word) || own(WEEKDAYS, word) !== undefined || NUMBERS.has(word) || ["money", "month", "months", "marched", "today"].includes(word)) return word;
    const limit = word.length < 6 ? 1 : 2;
    const near = names.map((name) => [distance(word, name), name]).filter(([off, name]) => off <= limit && word[0] === name[0]).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
    return !near.length || (near.length > 1 && near[1][0] === near[0][0]) ? word : near[0][1];
  });
}
function isDate(folded) {
  const [found, rest] = dates(folded);
  const left = rest.replace(/\b(?:on|in|the|of|at|by|since|from|year|month|day|last|next|this|early|late|mid|during|around|about|ad|ce)\b|[^\p{L}\p{N}_]/gu, " ");
  return found.length === 1 && !left.trim() ? found[0] : null;
}
const CLOCK = new RegExp(lexicon.CLOCK, "g");
const HOURS = table("one two three four five six seven eight nine ten eleven twelve", 1);
function clocks(folded) {
  const text = folded.replace(new RegExp(`\\b(${Object.keys(HOURS).join("|")})\\b(?= ?(?:o'?clock|[ap]\\.?m\\b)|$)`, "g"), (word) => HOURS[word]);
  return [...text.matchAll(CLOCK)].map(({ groups: part }) => {
    if (part.word) return { minutes: part.word === "midnight" ? 0 : 720, sure: true, zone: null };
    const zone = own(lexicon.ZONES, part.zone || part.zone2 || "") ?? null;
    if (part.half) {
      const hour = Number(part.h) <= 12 ? Number(part.h) % 12 + (part.half === "p" ? 12 : 0) : Number(part.h);
      return { minutes: hour * 60 + Number(part.m || 0), sure: true, zone };
    }
    if (part.h2) return { minutes: Number(part.h2) % 24 * 60 + Number(part.m2), sure: Number(part.h2) > 12 || part.h2.startsWith("0"), zone };
    if (part.four) return { minutes: Number(part.four.slice(0, 2)) * 60 + Number(part.four.slice(2)), sure: true, zone: null };
    if (part.h4) {
      const minutes = part.past === "half" ? 30 : 15;
      return { minutes: (Number(part.h4) * 60 + (part.way === "past" ? minutes : -minutes) + 1440) % 1440, sure: false, zone: null };
    }
    let hour = Number(part.h3);
    const half = part.part || part.night;
    if (half && hour <= 12) hour = hour % 12 + (half === "morning" ? 0 : 12);
    return { minutes: hour % 24 * 60, sure: !!half || hour > 12, zone: null };
  });
}
function isClock(folded) {
  const found = digits(folded) ? [] : clocks(folded);
  const rest = folded.replace(CLOCK, " ").replace(/\b(?:at|about|around|just|after|before|local|time|the|in|morning|afternoon|evening|et|pt|ct)\b|[^\p{L}\p{N}_]/gu, " ");
  return found.length === 1 && !rest.trim() ? found[0] : null;
}
function compareClock(text, meant) {
  const given = clocks(text);
  if (!given.length) return "wrong";
  for (const clock of given) {
    let off = clock.minutes - meant.minutes;
    if (clock.zone !== null && meant.zone !== null) off -= clock.zone - meant.zone;
    if (off % 1440 && !(off % 720 === 0 && !(clock.sure && meant.sure))) return "wrong";
  }
  return "correct";
}
function compareDay(text, meant, question) {
  const given = dates(text, true)[0];
  if (!given.length) return "wrong";
  const key = (day) => JSON.stringify(day);
  const asked = dates(question.folded)[0].map(key);
  const fresh = given.filter((day) => !asked.includes(key(day)));
  const results = (fresh.length ? fresh : given).map((day) => sameDay(day, meant, question.folded));
  return results.length > 1 && results.includes("wrong") ? "wrong" : best(results);
}
function sameDay(typed, meant, prompt) {
  let { month, day } = typed;
  if (typed.swapped && (month !== meant.month || day !== meant.day) && day === meant.month && month === meant.day) [month, day] = [day, month];
  const here = { ...typed, month, day };
  for (const name of ["year", "month", "day", "weekday", "season", "decade"]) {
    if (here[name] !== null && meant[name] !== null && here[name] !== meant[name]) return "wrong";
  }
  if (meant.decade !== null && typed.decade === null) return typed.year && Math.floor(typed.year / 10) === Math.floor(meant.decade / 10) ? "close" : "wrong";
  const lacksMonth = meant.month !== null && month === null, lacksDay = meant.day !== null && day === null;
  if (/\b(?:what|which) year\b/.test(prompt) && typed.year !== null) return "correct";
  if (/\b(?:what|which) month\b/.test(prompt) && month !== null) return "correct";
  if (/\b(?:what|which) day of the week\b|\bweekday\b/.test(prompt) && typed.weekday !== null && meant.weekday !== null) return "correct";
  if (meant.year !== null && meant.month === null && meant.season === null) return typed.year !== null ? "correct" : "wrong";
  if (meant.season !== null && typed.season === null) return typed.year !== null && typed.year === meant.year ? "partial" : "wrong";
  if (lacksDay && month === null && typed.weekday !== null && meant.weekday !== null) return "partial";
  if (lacksMonth || lacksDay) return month === null && typed.year === null && day === null ? "wrong" : "partial";
  if (meant.weekday !== null && meant.month === null && typed.weekday === null) return "wrong";
  return "correct";
}

// --- persons ---
const ASKS_KIND = new RegExp(`\\b(?:which|what|name the)\\b (?:\\w+ ){0,3}?(?:${[...PERSON_NOUNS].join("|")})s?\\b`);
const asksPerson = (prompt) => /\b(?:who|whom|whose)\b/.test(prompt) || ASKS_KIND.test(prompt);
function person(text) {
  let name = text.replace(/\([^)]*\)|"[^"]*"/g, " ");
  if (/[\d:;!?/&]/.test(name)) return null;
  const pieces = name.split(",");
  if (pieces.length === 2) {
    const [surname, given] = pieces.map((piece) => piece.trim().split(/\s+/).filter(Boolean));
    if (given.length <= 2 && SUFFIXES.has(fold(strip(pieces[1].trim(), " .")))) name = pieces[0];
    else if (surname.length === 1 && given.length > 0 && given.length <= 3) name = `${pieces[1]} ${pieces[0]}`;
    else name = pieces[0];
  } else if (pieces.length > 2) return null;
  let raw = (name.match(/[^\s,"]+/g) || []).filter((word) => /[\p{L}\p{N}_]/u.test(word));
  while (raw.length > 1 && (TITLES.has(strip(fold(raw[0]), ".")) || ["the", "a", "an"].includes(raw[0].toLowerCase()))) raw = raw.slice(1);
  if (!raw.length || raw.length > 6 || /^(?:[IVX]{2,}|[VX])$/.test(raw.at(-1))) return null;
  let words = raw.map((word) => strip(fold(word), ".'"));
  for (const [i, word] of raw.entries()) {
    if (PARTICLES.has(words[i])) continue;
    if (/^\p{Ll}/u.test(word) || ["of", "and", "or", "the"].includes(words[i])) return null;
  }
  while (words.length > 1 && SUFFIXES.has(words.at(-1).replaceAll(".", ""))) words = words.slice(0, -1);
  const split = words.flatMap((word) => word.split(".")).filter(Boolean).map((word) => word.replaceAll("'", ""));
  if (split.length < 2) return null;
  let start = split.length - 1;
  while (start > 1 && PARTICLES.has(split[start - 1])) start--;
  const familyFirst = FAMILY_FIRST.has(split[0]) && !FAMILY_FIRST.has(split.at(-1)) && (split.length === 3 || split.at(-1).includes("-") || !own(NICKNAMES, split[0]));
  return { given: split.slice(0, start), surname: split.at(-1), particles: split.slice(start, -1), familyFirst };
}
function sameName(typed, meant) {
  return typed.replaceAll("-", "") === meant.replaceAll("-", "") || (isSlip(typed, meant) && !isWord(typed));
}
function comparePerson(typed, meant, others, prompt) {
  typed = typed.replace(/\([^)]*\)/g, " ");
  const flipped = /^\s*([\p{L}\p{N}_'-]+),\s*([\p{L}\p{N}_'. -]{1,30})$/u.exec(typed);
  if (flipped && sameName(flipped[1].replaceAll("'", ""), meant.surname)) typed = `${flipped[2]} ${flipped[1]}`;
  const words = (typed.match(/\p{L}+(?:['-]\p{L}+)*/gu) || []).map((word) => word.replace(/'s$/, "").replaceAll("'", "")).filter(Boolean);
  const surname = meant.surname, whole = [...meant.particles, surname].join("");
  const given = (word) => meant.given.some((name) => sameGivenName(word, name));
  const at = (test) => words.map((_, k) => k).filter(test);
  let places = at((k) => sameName(words[k], surname) || (meant.particles.length > 0 && sameName(words[k], whole)));
  if (!places.length && surname.includes("-")) {
    places = at((k) => k > 0 && words[k - 1] + words[k] === surname.replaceAll("-", ""));
    places.push(...at((k) => surname.split("-").includes(words[k]) && words[k].length > 3));
  }
  if (!places.length && words.length > 1) places = at((k) => k > 0 && [surname, whole].includes(words[k - 1] + words[k]));
  const known = words.filter(given);
  const strangers = words.filter((word) => !TITLES.has(word) && !SUFFIXES.has(word) && !STOP.has(word) && !prompt.has(word) && !PARTICLES.has(word));
  const rival = isRival(words, meant, others);
  if (!places.length) {
    if (meant.familyFirst && words.length && sameName(words[0], meant.given[0]) && strangers.length === 1) return ["correct", false];
    if (rival) return ["wrong", true];
    if (words.some((word) => meant.given.includes(word) || again(NICKNAMES, meant.given[0]).has(word)) && strangers.length === 1) return ["close", false];
    const rest = strangers.filter((word) => !known.includes(word));
    const near = rest.filter((word) => (surname.startsWith(word) && word.length >= 4) || (surname.length >= 4 && similarity(word, surname) >= 0.6));
    return [near.length && rest.length === 1 && (known.length || strangers.length === 1) ? "close" : "wrong", false];
  }
  if (rival) return ["wrong", true];
  const place = places.at(-1), before = [];
  for (const word of words.slice(0, place).reverse()) {
    if (meant.particles.includes(word) && !before.length) continue;
    if (!given(word) && (TITLES.has(word) || STOP.has(word) || prompt.has(word) || (PARTICLES.has(word) && !before.length))) break;
    before.unshift(word);
    if (before.length === 4) break;
  }
  const named = before.filter(given);
  if (named.length) {
    const between = before.slice(before.indexOf(named[0]) + 1).filter((word) => !named.includes(word));
    return [meant.given.length > 1 && between.some((word) => word.length === 1 && !given(word)) ? "close" : "correct", false];
  }
  if (before.length) return ["wrong", false];
  const behind = words.slice(place + 1).filter((word) => strangers.includes(word));
  if (behind.length && words[place + 1] === behind[0] && words.length <= 4 && given(behind[0])) return ["correct", false];
  const bearers = others.filter((other) => other.surname === surname && !other.given.slice(0, 1).some((name) => meant.given.some((mine) => sameGivenName(name, mine))));
  return [bearers.length ? "close" : "correct", false];
}
function isRival(words, meant, others) {
  for (const other of others) {
    const first = other.given[0];
    if (other.surname === meant.surname) {
      const mine = words.some((word) => meant.given.includes(word) || again(NICKNAMES, meant.given[0]).has(word));
      if (words.includes(first) && !meant.given.includes(first) && !mine) return true;
      continue;
    }
    if (words.includes(other.surname) && !meant.given.includes(other.surname)) return true;
    if (words.includes(first) && !meant.given.some((name) => sameGivenName(first, name)) && words.length === 1) return true;
    if (words.some((word) => isSlip(word, other.surname) && !sameName(word, meant.surname))) return true;
  }
  return false;
}

// --- phrases ---
const ROMAN = { ii: "2", iii: "3", iv: "4", vi: "6", vii: "7", viii: "8", ix: "9", xi: "11", xii: "12", xiii: "13", xiv: "14", xv: "15", xvi: "16", xvii: "17", xviii: "18" };
const REGNAL = /^(?:King|Queen|Pope|Emperor|Empress|Tsar|Kaiser|Sultan|Prince|Princess) \p{L}+(?: \p{L}+)? (?:[IVX]+|the [\p{L}\p{N}_]+)$/iu;
function content(folded) {
  let text = folded;
  if (text.includes(".") && !/u\.\s?[sk]/.test(text)) {
    text = text.replace(/(?<![\p{L}\p{N}_])(?:\p{L}\.\s?){2,}(?:(?<![\p{L}\p{N}_])\p{L}(?![\p{L}\p{N}_]))?|(?<![\p{L}\p{N}_])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}_])\.?/gu, (found) => found.replace(/[. ]/g, "") + " ");
  }
  text = text.trim();
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
    else words.push(/^\d/.test(word) ? word.replaceAll(",", "") : word);
  }
  const kept = words.filter((word) => !STOP.has(word) && !NEGATIONS.has(word));
  return kept.length ? kept : words;
}
function phrase(text) {
  const folded = fold(text), words = content(folded);
  const said = (text.match(/\p{L}[\p{L}\p{N}_'.-]*/gu) || []).filter((word) => !STOP.has(strip(fold(word), ".'")));
  const lower = text === text.toLowerCase() && text !== text.toUpperCase();
  const proper = said.length > 0 && said.every((word) => /^\p{Lu}/u.test(word)) && (said.length > 1 || !lower);
  const core = text.replace(/[.\s]/g, "");
  const acronym = alpha(core) && core === core.toUpperCase() && core !== core.toLowerCase() && core.length >= 2 && core.length <= 6;
  let tail = new Set();
  const inside = /^(.*?[\p{L}\p{N}_].*?) (?:in|at|on|near|from|outside|of) (.+)$/u.exec(folded);
  if (inside && content(inside[1]).length && !inside[1].split(" ").every((word) => STOP.has(word))) tail = new Set(content(inside[2]));
  let optional = [...folded.matchAll(/\(([^)]*)\)/g)].flatMap((found) => content(found[1]));
  const comma = folded.indexOf(",");
  if (comma >= 0 && proper && folded.split(",").length <= 3) optional.push(...content(folded.slice(comma + 1)));
  const front = new Set(content(folded.replace(/\([^)]*\)/g, " ").split(",")[0]));
  optional = new Set(optional.filter((word) => !front.has(word)));
  if (REGNAL.test(text)) optional.add(words.at(-1));
  return { words, proper, acronym, tail, optional, negated: negations(folded) };
}
function isAcronym(short, words, text) {
  if (short.length < 2 || short.length > 8 || !alpha(short)) return false;
  const every = letters(text), without = every.filter((word) => !STOP.has(word));
  const initials = (list) => list.map((word) => word[0]).join("");
  return without.length > 1 && [initials(every), initials(without), initials(words)].includes(short);
}
function joined(words, others) {
  const targets = new Set(others.map(stem)), out = [];
  for (let i = 0; i < words.length; i++) {
    if (i + 1 < words.length && alpha(words[i]) && alpha(words[i + 1]) && targets.has(stem(words[i] + words[i + 1]))) { out.push(words[i] + words[i + 1]); i++; }
    else out.push(words[i]);
  }
  return out;
}
function similar(typed, meant, exact, proper) {
  if (digits(typed) || digits(meant)) return typed === meant ? "same" : "none";
  const like = likeness(typed, meant, exact);
  if (like === "form" && proper && !meant.endsWith("ern") && !typed.endsWith("ern")) return stem(typed) !== stem(meant) && (DISTINGUISHING.has(typed) || DISTINGUISHING.has(meant)) ? "none" : like;
  if (like === "none" && !proper) {
    const group = (word) => own(SYNONYMS, stem(word)) ?? own(SYNONYMS, word);
    if (group(typed) && group(typed) === group(meant)) return "same";
  }
  if (like === "none" && alpha(typed) && alpha(meant) && typed.length === 1 && proper && meant.startsWith(typed) && DISTINGUISHING.has(meant)) return "same";
  return like;
}
function comparePhrase(typedText, meantText, prompt, others) {
  const meant = phrase(meantText), folded = fold(meantText);
  let typed = content(typedText);
  const flat = letters(typedText.replaceAll(".", "").replaceAll("-", ""));
  if (!meant.words.length) return ["wrong", false];
  const spoken = flat.filter((word) => !STOP.has(word)), short = (spoken.length ? spoken : flat).filter((word) => !GENERIC.has(word));
  if (meant.proper && short.length === 1 && isAcronym(short[0], meant.words, folded)) return ["correct", false];
  if (meant.acronym && typed.length > 1 && isAcronym(folded.replace(/[^\p{L}\p{N}_]/gu, ""), typed, typedText)) return ["correct", false];
  const words = joined(meant.words, typed);
  typed = joined(typed, words);
  const left = [...typed], missing = [], rest = [];
  for (const word of words) { if (left.includes(word)) remove(left, word); else rest.push(word); }
  for (const word of rest) {
    const likes = left.map((other) => similar(other, word, meant.acronym, meant.proper));
    const at = ["same", "form", "typo"].map((want) => likes.indexOf(want)).find((index) => index >= 0);
    if (at === undefined) missing.push(word); else left.splice(at, 1);
  }
  if (negations(typedText) % 2 !== meant.negated % 2 && missing.length < words.length) return ["wrong", true];
  const asked = [...prompt];
  if (left.some((word) => !prompt.has(word) && words.some((other) => opposed(word, other)))) return ["wrong", true];
  if (left.some((word) => !prompt.has(word) && asked.some((other) => opposed(word, other))) && !words.some((w) => asked.some((p) => opposed(w, p)))) return ["wrong", true];
  if (left.some((word) => /^\d/.test(word) && !prompt.has(word)) && words.some((word) => /^\d/.test(word))) return ["wrong", missing.some((word) => /^\d/.test(word))];
  const within = (some, all) => some.every((word) => all.includes(word));
  for (const other of others) if (other.length && !within(other, words) && within(other, typed) && !within(other, asked)) return ["wrong", true];
  const beside = left.filter((word) => !prompt.has(word) && !prompt.has(stem(word)));
  const extras = beside.filter((word) => !GENERIC.has(word));
  const weight = (word) => meant.optional.has(word) ? 0.1 : prompt.has(word) || prompt.has(stem(word)) ? 0.25 : GENERIC.has(word) || TITLES.has(word) ? 0.5 : 1;
  const total = [...new Set(words)].reduce((sum, word) => sum + weight(word), 0) || 1;
  const matched = words.filter((word) => !missing.includes(word)).reduce((sum, word) => sum + weight(word), 0);
  const share = matched / total;
  if (!missing.length) {
    const turned = left.filter((word) => DISTINGUISHING.has(word) && !prompt.has(word));
    const adjacent = typed.some((word, k) => turned.includes(word) && k + 1 < typed.length && likeness(typed[k + 1], words[0]) !== "none");
    return [turned.length && adjacent ? "close" : "correct", false];
  }
  const needed = missing.filter((word) => !meant.optional.has(word) && !prompt.has(word) && !prompt.has(stem(word)) && !((GENERIC.has(word) || PARTICLES.has(word)) && meant.proper));
  if (!needed.length && matched && !beside.length && (share >= 0.5 || missing.every((word) => meant.optional.has(word))) && !extras.length) return ["correct", false];
  const distinguishing = missing.some((word) => DISTINGUISHING.has(word) || /^\d/.test(word) || (own(ANTONYMS, word) && meant.proper));
  if (!beside.length && matched) {
    const hit = words.filter((word) => !missing.includes(word));
    if (meant.tail.size && hit.every((word) => meant.tail.has(word)) && !missing.every((word) => meant.tail.has(word))) return ["partial", false];
    if (!meant.proper && share >= 0.66 && !distinguishing) return ["correct", false];
    return [share >= 0.4 ? "partial" : "close", false];
  }
  if (!meant.proper && share >= 0.75 && words.length >= 3 && !distinguishing) return ["correct", false];
  const looksLike = (word, other) => other.length > 3 && alpha(word) && word[0] === other[0] && !isWord(word) && similarity(word, other) >= 0.6;
  if (beside.length && missing.every((word) => beside.some((other) => looksLike(other, word)))) return ["close", false];
  return ["wrong", false];
}

// --- verdict ---
function takeQuestion(prompt, others) {
  const folded = fold(clean(prompt)), words = content(folded), cleaned = others.map(clean);
  return {
    folded, words: new Set([...words, ...words.map(stem)]), person: asksPerson(folded),
    people: cleaned.map(person).filter(Boolean), others: cleaned.map((name) => content(fold(name))),
    names: new Set(cleaned.map((name) => squash(fold(name)))),
  };
}
function takeKey(text, question) {
  const cleaned = clean(text), asked = question.folded;
  let folded = fold(cleaned);
  let clock = folded.includes(":") || asked.includes("time") || asked.includes("when") || /\d ?[ap]\.?m\b|o'?clock|noon|midnight/.test(folded) ? isClock(folded) : null;
  if (/\bhow (?:long|many|much)\b/.test(asked)) clock = null;
  let day = clock ? null : isDate(folded);
  if (day && /^\d{1,4}(?:[./]\d+)?$/.test(folded) && day.year === null) day = null;
  if (day && /\bhow (?:many|much|long|far)\b/.test(asked)) day = null;
  if (/^\d+:\d+$/.test(folded) && SCORE.test(asked)) {
    clock = null;
    folded = folded.replaceAll(":", "-");
  }
  const quantity = clock || day ? null : amount(folded, asked);
  const pieces = clock || day || quantity ? [] : listed(cleaned);
  const who = question.person || !asked;
  const individual = (who && !(clock || day || quantity) && pieces.length < 2) || question.person ? person(cleaned) : null;
  return {
    text: cleaned, folded: fold(cleaned), squashed: spellings(cleaned).map(squash), yes: folded.split(" ").length <= 2 ? yesOrNo(folded) : null,
    clock, day, quantity, contest: folded.includes(" ") ? contest(folded) : null,
    person: individual && question.person && !phrase(cleaned).acronym ? individual : null,
    parts: pieces.length > 1 && !individual ? pieces : [],
  };
}
function listed(text) {
  const pieces = parts(text);
  return pieces.length > 2 || !/^[^,]+,[^,]+$/.test(text) || /\band\b|[;&]/.test(text) ? pieces : [];
}
const SCORE = /\b(?:score|scoreline|result|vote|votes|win|won|lose|lost|beat|game|match|final)\b/;
const SCORES = { correct: 1, partial: 0.5, close: 0.4, wrong: 0, empty: 0 };
const made = (verdict, score = SCORES[verdict]) => ({ verdict, score });
const FRAME = new RegExp(lexicon.FRAME);
function grade(typed, answer, accepted = [], prompt = "", others = []) {
  const question = takeQuestion(prompt, others);
  const keys = [...new Set([answer, ...accepted])].map((text) => takeKey(text, question));
  const cleaned = clean(typed), texts = spellings(cleaned);
  const squashed = texts.map(squash).filter(Boolean);
  if (keys.some((key) => squashed.some((text) => key.squashed.includes(text)) || (!squashed.length && cleaned && cleaned === key.text))) return made("correct");
  const said = (texts[0].replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) || []).join(" ");
  if (!said || NO_ATTEMPT.has(said)) return made("empty");
  const words = cleaned.split(" ");
  if (words.length > 45 || Math.max(...words.map((word) => [...word].length)) > 60) return { ...made("wrong"), say: "long" };
  return bid(texts, keys, question);
}
function bid(texts, keys, question) {
  const folded = unframed(texts[0]), offered = bids(folded);
  if (offered.length > 1 && !keys.some((key) => key.folded.includes(" or ") || /[;/]/.test(key.text))) {
    const grades = offered.map((offer) => bestOf([offer], keys, question));
    if (grades.every((g) => g.verdict === "correct")) return grades[0];
    const whole = bestOf(texts, keys, question);
    if (folded.includes(";") && (whole.verdict === "partial" || keys.some((key) => key.parts.length))) return whole;
    return made("wrong");
  }
  const denied = /^(?<said>.+?),? (?:and |but )?(?:not|rather than|instead of) (?<denied>.+)$/.exec(folded);
  if (denied && folded.includes(",") && !keys.some((key) => negations(key.folded))) {
    const no = denied.groups.denied, shares = keys.some((key) => phrase(key.text).words.some((word) => content(no).includes(word)));
    if (["wrong", "empty"].includes(bestOf([no], keys, question).verdict) && !shares) return bestOf([denied.groups.said], keys, question);
    return made("wrong");
  }
  return bestOf([folded, ...texts.slice(1)], keys, question);
}
function unframed(folded) {
  const plain = strip(folded.replace(FRAME, ""), " \"'.!?,;:")
    .replace(/[, ]+(?:i (?:think|believe|guess|suppose)|maybe|probably|perhaps|right|sorry|lol|please)[ .!?]*$/, "");
  return /[\p{L}\p{N}_]/u.test(plain) ? plain : folded;
}
function bestOf(texts, keys, question) {
  const squashed = texts.map(squash);
  if (keys.some((key) => squashed.some((text) => key.squashed.includes(text)))) return made("correct");
  if (squashed.some((text) => question.names.has(text))) return made("wrong");
  let found = made("wrong");
  for (const text of texts) {
    for (const key of keys) {
      const [result, veto] = compare(text, key, question);
      if (veto) return result;
      if (RANK[result.verdict] > RANK[found.verdict]) found = result;
    }
  }
  return found;
}
function compare(text, key, question) {
  const denying = negations(text) % 2 !== negations(key.folded) % 2;
  if (key.yes !== null) return [made(yesOrNo(text) === key.yes ? "correct" : "wrong"), false];
  if (key.clock) return [made(denying ? "wrong" : compareClock(text, key.clock)), false];
  if (key.day) {
    const verdict = compareDay(text, key.day, question);
    return [made(denying && verdict === "correct" ? "wrong" : verdict), false];
  }
  if (key.quantity) {
    if (denying && negations(text)) return [made("wrong"), false];
    if (isTurned(content(text).filter((word) => !question.words.has(word)), key, question)) return [made("wrong"), true];
    return [made(compareAmount(text, key.quantity, question.folded)), false];
  }
  if (key.contest && (question.person || /^(?:which|what)/.test(question.folded))) {
    const result = compareContest(text, key, question);
    if (result) return [result, result.verdict === "wrong"];
  }
  if (key.parts.length) return [compareParts(text, key, question), false];
  const pieces = parts(text).filter((piece) => content(piece).length);
  if (key.person) {
    if (denying) return [made("wrong"), true];
    const [verdict, rival] = comparePerson(text, key.person, question.people, question.words);
    if (verdict === "correct" && pieces.length > 1 && otherBids(pieces, key, question)) return [made("wrong"), false];
    return [made(verdict), verdict === "wrong" && rival];
  }
  const [verdict, veto] = comparePhrase(text, key.text, question.words, question.others);
  if (verdict === "correct" && pieces.length > 1 && /\b(?:and|plus|&)\b|;/.test(text) && !/\band\b|&|,/.test(key.folded)) {
    const single = pieces.map((piece) => comparePhrase(piece, key.text, question.words, [])[0]);
    const strange = pieces.some((piece, i) => single[i] === "wrong" && content(piece).some((word) => !question.words.has(word)) && content(piece).length <= 4);
    if (single.includes("correct") && strange && text.split(" ").length <= 10) return [made("partial"), veto];
  }
  return [made(verdict), veto];
}
const HEDGING = set("more most less least few fewer over under above below up down many much long longer half late early");
const MEASURING = set("many much long high old tall big large fast heavy more most less least few first last");
function isTurned(words, key, question) {
  const mine = content(key.folded);
  return words.some((word) => !/^\d/.test(word) && !mine.includes(word) && !HEDGING.has(word)
    && ([...question.words].some((asked) => !MEASURING.has(asked) && opposed(word, asked)) || mine.some((other) => !/^\d/.test(other) && opposed(word, other))));
}
function otherBids(pieces, key, question) {
  let strange = 0;
  for (const piece of pieces) {
    const words = content(piece), [verdict] = comparePerson(piece, key.person, [], question.words);
    const mine = ["correct", "close"].includes(verdict) || words.some((word) => key.person.given.includes(word));
    if (!mine && words.length <= 3 && !/^(?:the|an?|who|whose|which|that|of|from|in|at|by|for|with|his|her|their|when|as)\b/.test(piece.trim()) && !words.every((word) => question.words.has(word))) strange++;
  }
  return strange > (pieces.some((piece) => content(piece).some((word) => TITLES.has(word))) ? 1 : 0);
}
function compareContest(text, key, question) {
  const [winner, loser] = key.contest;
  if (!winner || !loser) return null;
  const typed = contest(text) || (/\b(?:lost|lose|loser|beaten|defeated)\b/.test(question.folded) ? ["", text] : [text, ""]);
  const right = [winner, loser].every((mine, i) => !typed[i] || comparePhrase(typed[i], mine, question.words, [])[0] === "correct");
  return made(right ? "correct" : "wrong");
}
function compareParts(text, key, question) {
  const whole = comparePhrase(text, key.text, question.words, []), pieces = parts(text), wanted = key.parts;
  const pairs = wanted.every((part) => /^(?:[^\d]{0,3}\d|(?:[\p{L}\p{N}_]+ )?[\p{L}\p{N}_]+)/u.test(part) && /^\d/.test(content(fold(part))[0] || ""));
  const touched = wanted.every((part) => comparePhrase(text, part, question.words, [])[0] === "correct");
  if (!pairs && touched && whole[0] === "correct" && pieces.length <= wanted.length) return made("correct");
  if (whole[1]) return made("wrong");
  const left = [...pieces];
  let hits = 0;
  for (const part of wanted.map((one) => takeKey(one, question))) {
    const at = left.findIndex((piece) => isPart(piece, part, question, pairs));
    if (at >= 0) { left.splice(at, 1); hits++; }
  }
  const extra = left.filter((piece) => content(piece).some((word) => !question.words.has(word)));
  if (hits === wanted.length && !extra.length) return made("correct");
  if (hits) return made("partial", Math.round(1000 * hits / (wanted.length + extra.length)) / 1000);
  if (["correct", "partial", "close"].includes(whole[0]) && !pairs) return made(whole[0] === "correct" ? "partial" : whole[0]);
  return made("wrong");
}
function isPart(piece, part, question, pairs) {
  if (!pairs) return compare(piece, part, question)[0].verdict === "correct";
  const typed = content(piece), meant = content(part.folded), stems = typed.map(stem);
  const equal = typed.every((word) => meant.includes(word)) && meant.every((word) => typed.includes(word));
  return equal || (typed[0] === meant[0] && meant.map(stem).every((word) => stems.includes(word)));
}
return grade;
};
