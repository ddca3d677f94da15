// The question and its accepted answers, taken apart.
function takeQuestion(prompt, others) {
  const folded = fold(clean(prompt)), words = content(folded), cleaned = others.map(clean);
  return {
    folded, words: new Set([...words, ...words.map(stem), ...(folded.split(" ").includes("where") ? ["where"] : [])]), person: asksPerson(folded),
    people: cleaned.map(person).filter(Boolean), others: cleaned.map((name) => content(fold(name))),
    names: new Set(cleaned.map((name) => squash(fold(name)))),
  };
}
const SCORE = /\b(?:score|scoreline|result|ratio|odds|votes?|win|won|lose|lost|beat|game|match|final)\b/;
const exactly = (text) => spellings(clean(text)).map(squash);
// An accepted answer as the question makes one read it: of one kind at most.
function takeKey(given, question) {
  const text = clean(given), folded = fold(text), asked = question.folded;
  const key = { text, folded, squashed: exactly(given), yes: null, parts: [] };
  const asksYes = /^(?:was|were|is|are|did|does|do|has|have|had|can|could|will|would|should)\b/.test(asked);
  const yes = asksYes || /^(?:yes|no)(?:[,.;:!]|$)/.test(folded) || folded === "true" || folded === "false" ? yesOrNo(folded) : null;
  if (yes !== null) return { ...key, yes };
  if (/^\d+:\d+$/.test(folded) && SCORE.test(asked)) return { ...key, quantity: amount(folded.replaceAll(":", "-"), asked) };
  if (!/\bhow (?:long|many|much|far)\b/.test(asked)) {
    const clock = /:|\d ?[ap]\.?m\b|o'?clock|noon|midnight|midday/.test(folded) ? isClock(folded) : null;
    if (clock) return { ...key, clock };
    const day = isDate(folded);
    if (day && (day.year !== null || !/^\d{1,4}(?:[./]\d+)?$/.test(folded))) return { ...key, day };
  }
  const quantity = amount(folded, asked);
  if (quantity) return { ...key, quantity };
  const someone = question.person && !phrase(text).acronym ? person(text) : null;
  if (someone) return { ...key, person: someone };
  const clause = /^(?:who|which|what)/.test(asked) ? contest(folded) : null;
  if (clause && clause.every(Boolean)) return { ...key, contest: clause };
  const pieces = parts(text), where = question.words.has("where") || COUNTRIES.has(fold(pieces.at(-1)));
  const onePlace = text.includes(",") && pieces.length <= (where ? 3 : 2) && !/\band\b|[;&]/.test(text);
  return { ...key, parts: pieces.length > 1 && !onePlace ? pieces : [] };
}
