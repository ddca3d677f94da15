// Persons: surname enough, but never with a wrong first name.
const ASKS_KIND = new RegExp(lexicon.ASKS_KIND);
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
  if (raw.some((word) => ["and", "or", "&"].includes(word.toLowerCase()))) return null;
  const lower = raw.slice(0, -2).findLastIndex((word) => /^\p{Ll}/u.test(word) && !PARTICLES.has(fold(word)) && fold(word) !== "of");
  raw = raw.slice(lower + 1);
  if (!raw.length || raw.length > 6 || /^[IVX]+$/.test(raw.at(-1))) return null;
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
  const korean = raw.length === 2 && /^[A-Z][a-z]+-[a-z]+$/.test(raw.at(-1));
  const familyFirst = korean || (FAMILY_FIRST.has(split[0]) && !FAMILY_FIRST.has(split.at(-1)) && (split.length === 3 || split.at(-1).includes("-") || !own(NICKNAMES, split[0])));
  return { given: split.slice(0, start), surname: split.at(-1), particles: split.slice(start, -1), familyFirst };
}
function sameName(typed, meant) {
  if (typed.replaceAll("-", "") === meant.replaceAll("-", "")) return true;
  const sung = (word) => "aeiouy".includes(word.at(-1));
  if (typed.length === meant.length && sung(typed) !== sung(meant) && sorted(typed) !== sorted(meant)) return false;
  return typed + "a" !== meant && meant + "a" !== typed && (isSlip(typed, meant) && !isWord(typed));
}
function comparePerson(typed, meant, others, prompt) {
  typed = typed.replace(/\([^)]*\)/g, " ");
  const flipped = /^\s*([\p{L}\p{N}_'-]+),\s*(?!\s|(?:the|an?|who|of|from)\b)([\p{L}\p{N}_'. -]{1,30})$/u.exec(typed);
  if (flipped && sameName(flipped[1].replaceAll("'", ""), meant.surname)) typed = `${flipped[2]} ${flipped[1]}`;
  let words = (typed.match(/\p{L}+(?:['-]\p{L}+)*/gu) || []).map((word) => word.replace(/'s$/, "").replaceAll("'", "")).filter(Boolean);
  const surname = meant.surname, whole = [...meant.particles, surname].join("");
  const parts_ = [surname, ...meant.given];
  words = words.flatMap((word) => (!parts_.includes(word) && word.split("-").some((part) => parts_.includes(part)) ? word.split("-") : [word]));
  words = joinedName(words, surname, whole);
  const given = (word) => meant.given.some((name) => sameGivenName(word, name));
  const at = (test) => words.map((_, k) => k).filter(test);
  let places = at((k) => sameName(words[k], surname) || (meant.particles.length > 0 && sameName(words[k], whole)));
  if (!places.length && surname.includes("-") && !meant.familyFirst) {
    places = at((k) => surname.split("-").includes(words[k]) && words[k].length > 3);
  }
  const initials = [...meant.given, surname].map((name) => name[0]).join("");
  if (initials.length > 2 && words.filter((word) => !STOP.has(word)).join(" ") === initials) return ["correct", false];
  const known = words.filter(given);
  const strangers = words.filter((word) => !TITLES.has(word) && !SUFFIXES.has(word) && !STOP.has(word) && !prompt.has(word) && !PARTICLES.has(word));
  const rival = isRival(words, meant, others);
  if (!places.length) {
    if (meant.familyFirst && strangers.length === 1 && sameName(strangers[0], meant.given[0])) return ["correct", false];
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
  if (before.length === 1 && meant.given.length > 1 && before[0] === meant.given.map((name) => name[0]).join("")) return ["correct", false];
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
// A surname in one piece that was typed in several: "o connor", "von derleyen".
function joinedName(words, surname, whole) {
  const wanted = [surname, whole].map((name) => name.replaceAll("-", ""));
  for (const size of [3, 2]) {
    for (let k = 0; k + size <= words.length; k++) {
      if (wanted.includes(words.slice(k, k + size).join("").replaceAll("-", ""))) return [...words.slice(0, k), surname, ...words.slice(k + size)];
    }
  }
  return words;
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
