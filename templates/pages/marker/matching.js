// An answer in words against the words that were typed: what is missing, what was added, what contradicts.
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
    const group = (word) => [word, stem(word), own(VERBS, word) ?? root(word)].map((form) => own(SYNONYMS, form)).find(Boolean);
    if (group(typed) && group(typed) === group(meant)) return "same";
  }
  if (like === "none" && alpha(typed) && alpha(meant) && typed.length === 1 && proper && meant.startsWith(typed) && DISTINGUISHING.has(meant)) return "same";
  return like;
}
function match(typed, meant, words) {
  const found = { missing: [], left: [...typed], slips: 0 }, rest = [];
  for (const word of words) { if (found.left.includes(word)) remove(found.left, word); else rest.push(word); }
  for (const word of rest) {
    const likes = found.left.map((other) => similar(other, word, meant.acronym || meant.exact.has(word), meant.proper));
    let at = ["same", "form", "typo"].map((want) => likes.indexOf(want)).find((index) => index >= 0) ?? -1;
    if (at < 0 && meant.proper && words.length > 1) at = found.left.map(stem).findIndex((other) => word.length > 5 && other.length >= 3 && other.length <= word.length - 3 && word.startsWith(other));
    if (at < 0) { found.missing.push(word); continue; }
    if (likes[at] === "typo") found.slips++;
    found.left.splice(at, 1);
  }
  return found;
}
const PREFIXES = ["un", "non", "in", "dis"];
function comparePhrase(typedText, meantText, prompt, others) {
  const meant = phrase(meantText);
  if (!meant.words.length) return ["wrong", false];
  if (content(typedText).every((word) => prompt.has(word)) && !meant.words.every((word) => prompt.has(word))) return ["wrong", false];
  if (meant.code) {
    const spelt = [...meant.code].join("[ -]?");
    return [new RegExp(`(?<![\\p{L}\\p{N}])${spelt}(?![\\p{L}\\p{N}])`, "u").test(typedText) && !negations(typedText) ? "correct" : "wrong", false];
  }
  if (shortForm(typedText, meantText, meant)) return ["correct", false];
  typedText = typedText.replace(/\bnot (\w+)/g, (whole, word) => PREFIXES.map((prefix) => prefix + word).find((made_) => meant.words.includes(made_)) ?? whole);
  let typed = content(typedText);
  const words = joined(meant.words, typed);
  typed = joined(typed, words);
  const found = match(typed, meant, words);
  if (contradicts(typedText, found, meant, words, prompt)) return ["wrong", true];
  const within = (some, all) => some.every((word) => all.includes(word)), asked = [...prompt];
  for (const other of others) if (other.length && !within(other, words) && within(other, typed) && !within(other, asked)) return ["wrong", true];
  return [judge(typed, found, meant, words, prompt), false];
}
function shortForm(typedText, meantText, meant) {
  if (negations(typedText)) return false;
  const folded = fold(meantText), flat = letters(typedText.replace(/[.-]|(?<=\b\w) ?& ?(?=\w\b)/g, ""));
  const plain = flat.filter((word) => !STOP.has(word) && !GENERIC.has(word)), short = plain.length ? plain : flat;
  if (meant.proper && short.length === 1 && isAcronym(short[0], meant.words, folded)) return true;
  const typed = content(typedText);
  return meant.acronym && typed.length > 1 && isAcronym(folded.replace(/[^\p{L}\p{N}_]/gu, ""), typed, typedText);
}
function contradicts(typedText, found, meant, words, prompt) {
  if (negations(typedText) % 2 !== meant.negated % 2 && found.missing.length < words.length) return true;
  const fresh = found.left.filter((word) => !prompt.has(word)), asked = [...prompt], number = (word) => /^\d/.test(word);
  if (fresh.some((word) => words.some((other) => opposed(word, other)))) return true;
  if (!words.some((word) => asked.some((other) => opposed(word, other))) && fresh.some((word) => asked.some((other) => opposed(word, other)))) return true;
  return fresh.some(number) && words.some(number);
}
const SIDES = ["side", "direction", "half", "end", "coast", "bank", "wing", "part"];
function judge(typed, found, meant, words, prompt) {
  const { missing } = found, kept = words.filter((word) => !missing.includes(word));
  const asked = (word) => prompt.has(word) || prompt.has(stem(word));
  const added = found.left.filter((word) => !asked(word));
  const optional = missing.every((word) => meant.optional.has(word));
  if (!missing.length) {
    const changing = added.filter((word) => DISTINGUISHING.has(word));
    if (typed.some((word, k) => changing.includes(word) && k + 1 < typed.length && likeness(typed[k + 1], words[0]) !== "none")) return "close";
    const within = (word, k) => k > 0 && k < typed.length - 1 && added.includes(word) && !GENERIC.has(word) && words.includes(typed[k - 1]) && words.includes(typed[k + 1]);
    if (meant.proper && words.length > 1 && typed.length <= words.length + 2 && typed.some(within)) return "close";
    return meant.proper && found.slips && added.some((word) => !GENERIC.has(word)) ? "close" : "correct";
  }
  const weight = (word) => meant.optional.has(word) ? 0.1 : asked(word) ? 0.25 : GENERIC.has(word) || TITLES.has(word) ? 0.5 : 1;
  const sum = (list) => list.reduce((total, word) => total + weight(word), 0);
  const share = sum(kept) / (sum([...new Set(words)]) || 1);
  const initial = (word) => word.length === 1 && alpha(word);
  let needed = missing.filter((word) => !(meant.optional.has(word) || asked(word) || (meant.proper && (GENERIC.has(word) || PARTICLES.has(word) || initial(word)))));
  const inTail = (word) => meant.tail.has(word);
  if (prompt.has("where") && meant.proper && missing.every(inTail) && !kept.every(inTail)) needed = [];
  const behind = missing.join("");
  const abbreviates = added.length > 0 && added.every((word) => word.length === 2 && word[0] === behind[0] && behind.slice(1).includes(word[1]));
  if (!added.length || (optional && abbreviates)) {
    if (!needed.length && (share >= 0.5 || (kept.length && missing.every((word) => meant.optional.has(word) || inTail(word))))) return "correct";
    if (SIDES.some((side) => prompt.has(side)) && kept.some((word) => DISTINGUISHING.has(word) || isOpposite(word))) return "correct";
  }
  const telling = meant.proper ? needed : missing.filter((word) => DISTINGUISHING.has(word) || meant.names.has(word) || /^\d/.test(word));
  if (!added.length && kept.length) {
    if (meant.tail.size && kept.every((word) => meant.tail.has(word)) && !missing.every((word) => meant.tail.has(word))) {
      return missing.every((word) => GENERIC.has(word) && !meant.tail.has(word)) ? "correct" : "partial";
    }
    if (meant.names.size && [...meant.names].every((word) => kept.includes(word)) && missing.every((word) => GENERIC.has(word))) return "correct";
    if (share >= 0.66 && !telling.length) return "correct";
    return share >= 0.4 || kept.every((word) => meant.optional.has(word)) ? "partial" : "close";
  }
  if (!meant.proper && share >= 0.75 && words.length >= 3 && !telling.length) return "correct";
  const looksLike = (word, other) => other.length > 3 && alpha(word) && word[0] === other[0] && !isWord(word) && similarity(word, other) >= 0.6;
  return added.length && missing.every((word) => added.some((other) => looksLike(other, word))) ? "close" : "wrong";
}
const isOpposite = (word) => own(ANTONYMS, word) !== undefined;
