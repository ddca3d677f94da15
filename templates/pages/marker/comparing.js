// What was typed against one accepted answer, each kind by its own rules: verdict, veto, share.
const found = (verdict, veto = false, share = 0.5) => ({ verdict, veto, share });
function compare(typed, key, question) {
  const denied = negations(typed) % 2 !== negations(key.folded) % 2;
  if (key.yes !== null) {
    const toldToo = content(typed).some((word) => word !== "yes" && word !== "no" && content(key.folded).includes(word));
    return found(!(denied && toldToo) && yesOrNo(typed) === key.yes ? "correct" : "wrong");
  }
  if (key.clock || key.day || key.quantity) {
    const zero = key.quantity && key.quantity.readings[0].low === 0 && !/\bnot\b/.test(typed);
    if (zero && /^(?:none|nobody|no[ -]?one|nothing|no)\b(?! fewer| less| more)/.test(typed)) return found("correct");
    if (denied && !zero) return found("wrong");
    if (isTurned(typed, key, question)) return found("wrong", true);
  }
  if (key.clock) return found(compareClock(typed, key.clock));
  if (key.day) return found(compareDay(typed, key.day, question));
  if (key.quantity) return found(compareAmount(typed, key.quantity, question.folded));
  if (key.person) return denied ? found("wrong", true) : compareSomeone(typed, key, question);
  if (key.contest) return compareContest(typed, key, question);
  if (key.parts.length) return compareParts(typed, key, question);
  const [verdict, veto] = comparePhrase(typed, key.text, question.words, question.others);
  return verdict === "correct" && addsAnother(typed, key, question) ? found("partial") : found(verdict, veto);
}
const MEASURING = set("more most less least few fewer over under above below many much long longer half late early high old tall big large fast heavy first last");
function isTurned(typed, key, question) {
  const mine = content(key.folded), number = (word) => /^\d/.test(word), telling = (list) => list.filter((word) => !MEASURING.has(word));
  const words = content(typed.replace(/\b(?:up|down) to\b/g, " ")).filter((word) => !number(word) && !mine.includes(word) && !question.words.has(word) && !MEASURING.has(word));
  const against = (list) => words.some((word) => list.some((other) => opposed(word, other)));
  return against(telling([...question.words])) || against(telling(mine).filter((word) => !number(word)));
}
function compareSomeone(typed, key, question) {
  const [verdict, rival] = comparePerson(typed, key.person, question.people, question.words);
  return verdict === "correct" && hasStrangers(typed, key, question) ? found("wrong") : found(verdict, verdict === "wrong" && rival);
}
const DESCRIBES = /^\s*(?:the|an?|who|whose|which|that|of|from|in|at|by|for|with|his|her|their|when|as|after|before)\b/;
function hasStrangers(typed, key, question) {
  const pieces = parts(typed).filter((piece) => content(piece).length);
  return pieces.length > 1 && pieces.some((piece) => {
    const words = content(piece);
    if (words.length > 3 || DESCRIBES.test(piece) || words.every((word) => question.words.has(word) || TITLES.has(word))) return false;
    const [verdict] = comparePerson(piece, key.person, [], question.words);
    return !(verdict === "correct" || verdict === "close" || words.some((word) => key.person.given.some((name) => sameGivenName(word, name))));
  });
}
function compareContest(typed, key, question) {
  if (negations(typed)) return found("wrong");
  const said = contest(typed) || (/\b(?:lost|lose|loser|beaten|defeated)\b/.test(question.folded) ? ["", typed] : [typed, ""]);
  const right = key.contest.every((mine, i) => !said[i] || comparePhrase(said[i], mine, question.words, [])[0] === "correct");
  return right ? found("correct") : found("wrong", true);
}
function compareParts(typed, key, question) {
  const [whole, veto] = comparePhrase(typed, key.text, question.words, []), pieces = [...parts(typed)];
  if (whole === "correct" && /^[\p{L}\p{N}_] ?& ?[\p{L}\p{N}_]$/u.test(typed)) return found("correct");
  const counted = key.parts.every((part) => /^\d/.test(content(part.toLowerCase())[0] || ""));
  const keys = key.parts.map((text) => takeKey(text, question)), people = keys.some((part) => part.person);
  if (!counted && whole === "correct" && pieces.length <= key.parts.length - people) {
    const known = [...question.words, ...content(key.folded)];
    const without = (part) => new Set(known.filter((word) => !content(fold(part)).includes(word)));
    if (key.parts.every((part) => comparePhrase(typed, part, without(part), [])[0] === "correct")) return found("correct");
  }
  if (veto) return found(whole);
  let hits = 0;
  for (const part of keys) {
    const at = pieces.findIndex((piece) => isPart(piece, part, question, counted));
    if (at >= 0) { pieces.splice(at, 1); hits++; }
  }
  const extra = pieces.filter((piece) => content(piece).some((word) => !question.words.has(word)));
  if (hits === key.parts.length && !extra.length) return found("correct");
  if (hits) return found("partial", false, Math.round(1000 * hits / (key.parts.length + extra.length)) / 1000);
  return found(whole === "wrong" || counted ? "wrong" : whole === "correct" ? "partial" : whole);
}
function isPart(piece, part, question, counted) {
  if (!counted) return compare(piece, part, question).verdict === "correct";
  const typed = content(piece), meant = content(part.folded), stems = typed.map(stem);
  return typed[0] === meant[0] && meant.every((word) => stems.includes(stem(word)));
}
function addsAnother(typed, key, question) {
  const pieces = parts(typed).filter((piece) => content(piece).length);
  if (pieces.length < 2 || typed.split(" ").length > 10 || /\band\b|[&,;]/.test(key.folded)) return false;
  const last = content(pieces.at(-1)).at(-1), place = pieces.length < 3 || COUNTRIES.has(last) || last === "usa" || last === "uk";
  if (place && !/\b(?:and|plus)\b|[;&]/.test(typed)) return false;
  const verdicts = pieces.map((piece) => comparePhrase(piece, key.text, question.words, [])[0]);
  return verdicts.includes("correct") && pieces.some((piece, i) => verdicts[i] === "wrong" && content(piece).some((word) => !question.words.has(word)) && content(piece).length <= 4);
}
