// What the rules know of words, as sets and tables.  This folder is a port of quizgen.grading, module by
// module and function by function; `lexicon` comes from quizgen/grading/port.py when a page is written.
// Both are held to the same verdicts by tests/grading/vectors.json.
"use strict";
const set = (text) => new Set(text.split(" "));
const STOP = set(lexicon.STOP), NEGATIONS = set(lexicon.NEGATIONS), GENERIC = set(lexicon.GENERIC);
const DISTINGUISHING = set(lexicon.DISTINGUISHING), TITLES = set(lexicon.TITLES), SUFFIXES = set(lexicon.SUFFIXES);
const PARTICLES = set(lexicon.PARTICLES), FAMILY_FIRST = set(lexicon.FAMILY_FIRST), YES = set(lexicon.YES), NO = set(lexicon.NO);
const PERSON_NOUNS = set(lexicon.PERSON_NOUNS), COUNTRIES = set(lexicon.COUNTRIES), ENGLISH = set(lexicon.ENGLISH);
const NO_ATTEMPT = new Set(lexicon.NO_ATTEMPT);
const { VERBS, MONTHS, WEEKDAYS, SEASONS, SYNONYMS, IRREGULAR } = lexicon;
const groups = (table) => Object.fromEntries(Object.entries(table).map(([word, others]) => [word, set(others)]));
const ANTONYMS = groups(lexicon.ANTONYMS), NICKNAMES = groups(lexicon.NICKNAMES);
const PHRASES = lexicon.PHRASES.map(([pattern, to]) => [new RegExp(pattern, "g"), to.replace(/\\(\d)/g, "$$$1")]);
const SPELLINGS = lexicon.SPELLINGS.map(([pattern, to]) => [new RegExp(pattern, "g"), to]);
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
