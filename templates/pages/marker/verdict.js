// From what was typed to a verdict: the order of the rules.
const SCORES = { correct: 1, close: 0.4, wrong: 0, empty: 0 };
const made = (verdict, score = SCORES[verdict]) => ({ verdict, score });
const FRAME = new RegExp(lexicon.FRAME);
// `say` of the result names the word of the page to say in place of the verdict's.
function grade(typed, answer, accepted = [], prompt = "", others = []) {
  const references = [...new Set([answer, ...accepted])];
  const cleaned = clean(typed), texts = spellings(cleaned);
  const squashed = texts.map(squash).filter(Boolean);
  const exact = (text) => squashed.some((one) => exactly(text).includes(one)) || (!squashed.length && cleaned && cleaned === clean(text));
  if (references.some(exact)) return made("correct");
  const said = (texts[0].replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) || []).join(" ");
  if (!said || NO_ATTEMPT.has(said)) return made("empty");
  const words = cleaned.split(" ");
  if (words.length > 45 || Math.max(...words.map((word) => [...word].length)) > 60) return { ...made("wrong"), say: "long" };
  // A name that is the answer's own, or a part of it ("Isaacman"), is no other.
  const mine = references.map((text) => phrase(clean(text)).words);
  const question = takeQuestion(prompt, others.filter((name) => !mine.some((words_) => content(fold(clean(name))).every((word) => words_.includes(word)))));
  const offered = new Set([...references, ...references.flatMap((text) => alternatives(clean(text)))]);
  return decide([unframed(texts[0]), ...texts.slice(1)], [...offered].map((text) => takeKey(text, question)), question);
}
function decide(texts, keys, question) {
  const folded = texts[0], offered = bids(folded);
  if (offered.length > 1 && !keys.some((key) => /\bor\b|[;/]/.test(key.folded))) {
    const grades = offered.map((offer) => bestOf([offer], keys, question));
    const values = new Set(offered.flatMap((offer) => quantities(offer).map((quantity) => quantity.readings[0].low)));
    if (grades.every((one) => one.verdict === "correct") && values.size < 2) return grades[0];
    if (folded.includes(";") && keys.some((key) => key.parts.length)) return bestOf(texts, keys, question);
    return made("wrong");
  }
  const denied = /^(?<said>.+?), (?:and |but )?(?:not|rather than|instead of) (?<denied>.+)$/.exec(folded);
  if (denied && !keys.some((key) => negations(key.folded))) {
    const no = denied.groups.denied, shares = keys.some((key) => phrase(key.text).words.some((word) => content(no).includes(word)));
    return bestOf([no], keys, question).verdict === "wrong" && !shares ? bestOf([denied.groups.said], keys, question) : made("wrong");
  }
  return bestOf(texts, keys, question);
}
function unframed(folded) {
  const plain = folded.replace(FRAME, "").replace(/^(?:[ "!?,;:]|'(?!\d\d\b))+|^\.+(?!\d)/, "").replace(/[ "'.!?,;:]+$/, "")
    .replace(/[, ]+(?:i (?:think|believe|guess|suppose)|maybe|probably|perhaps|right|sorry|lol|please)[ .!?]*$/, "");
  return /[\p{L}\p{N}_]/u.test(plain) ? plain : folded;
}
function bestOf(texts, keys, question) {
  const squashed = texts.map(squash);
  if (keys.some((key) => squashed.some((text) => key.squashed.includes(text)))) return made("correct");
  if (squashed.some((text) => question.names.has(text))) return made("wrong");
  let best_ = null;
  for (const text of texts) {
    for (const key of keys) {
      const result = compare(text, key, question);
      if (result.veto) return made("wrong");
      if (!best_ || RANK[result.verdict] > RANK[best_.verdict]) best_ = result;
    }
  }
  return best_ ? made(best_.verdict, SCORES[best_.verdict] ?? best_.share) : made("wrong");
}
