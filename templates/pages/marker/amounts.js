// One quantity against another: equal, rounded, converted, hedged.
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
  if (/\bhow old\b|\bage\b/.test(prompt)) return UNITS.year;
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
    const named = given.filter((q) => q.noun && new RegExp(`\\bhow many (?:\\w+ )?${q.noun}\\b`).test(prompt));
    if (named.length === 1 && given.every((q) => q.noun)) given = named;
  }
  const results = given.map((quantity) => compareQuantity(quantity, meant, prompt));
  return results.length > 1 && results.some((verdict) => verdict !== "correct") ? "wrong" : results[0];
}
const RANK = { correct: 4, partial: 3, close: 2, wrong: 1, empty: 0 };
const best = (verdicts) => verdicts.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), "wrong");
function compareQuantity(typed, meant, prompt) {
  if (typed.pair !== meant.pair) return "wrong";
  if (typed.per && meant.per && typed.per !== meant.per) return "wrong";
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
  if (!unit && wanted && wanted.dimension === "percent") {
    if (one.low > 0 && one.low < 1 && (wanted.name === "fraction" || other.low >= 1)) unit = UNITS.fraction[0];
    else if (wanted.name === "fraction") return "wrong";
  }
  if (unit && wanted && !sameKind(unit, wanted)) {
    const points = ["points", "score"], percentForPoints = unit.dimension === "percent" && unit.name !== "fraction" && wanted.dimension === "points";
    if (!percentForPoints && !(points.includes(unit.dimension) && points.includes(wanted.dimension))) return "wrong";
    unit = wanted;
  }
  if (!unit || !wanted) unit = wanted = null;
  const converted = unit && wanted && unit.factor !== wanted.factor;
  const hedged = !!(typed.hedge || meant.hedge || (meant.pair && converted));
  const ends = meant.pair ? [[one.low, other.low], [one.high, other.high]] : [[one.low, other.low]];
  const outcomes = ends.map(([value, target]) => compareValues(value, target, one.step, other.step, unit, wanted, hedged, typed, meant));
  if (outcomes.every((outcome) => outcome === "correct")) return "correct";
  if (meant.pair && one.low === other.high && one.high === other.low) return "close";
  return outcomes.every((outcome) => outcome !== "wrong") ? "close" : "wrong";
}
function compareValues(value, target, step, finest, unit, wanted, hedged, typed, meant) {
  if (!unit || !wanted || unit === wanted) return inOneUnit(value, target, step, finest, wanted || unit, hedged, typed, meant);
  if (unit.dimension === "temperature") {
    const off = Math.abs(value * unit.factor + unit.offset - target * wanted.factor - wanted.offset);
    return off <= (hedged ? 1 : 0.6) ? "correct" : off <= 2 ? "close" : "wrong";
  }
  if (exactlyConvertible(unit, wanted)) {
    const ratio = unit.factor / wanted.factor;
    return inOneUnit(value * ratio, target, step * ratio, finest, wanted, hedged, typed, meant);
  }
  const off = Math.abs(value * unit.factor / (target * wanted.factor || 1) - 1);
  return off <= (hedged ? 0.04 : 0.02) ? "correct" : off <= 0.1 ? "close" : "wrong";
}
const CALENDAR = set("month year decade century millennium");
// What people convert exactly in their head: hours and minutes, km and m, cents and euros.
function exactlyConvertible(unit, wanted) {
  if (["money", "percent"].includes(unit.dimension)) return true;
  if (unit.dimension === "time") return CALENDAR.has(unit.name) === CALENDAR.has(wanted.name);
  const power = Math.log10(unit.factor / wanted.factor);
  return Math.abs(power - Math.round(power)) < 1e-9;
}
function inOneUnit(value, target, step, finest, unit, hedged, typed, meant) {
  const off = Math.abs(value - target) / (Math.abs(target) || 1);
  if (off <= 1e-9) return "correct";
  if (value * target < 0) return "wrong";
  const whole = Number.isInteger(target), count = (!unit || unit.name === "day") && whole && Math.abs(target) <= 100;
  const year = !unit && whole && target >= 1000 && target <= 2100 && !meant.grouped && !meant.noun;
  if (year || meant.ordinal || typed.ordinal) return "wrong";
  if (count) return typed.hedge && off <= 0.1 ? "close" : "wrong";
  if ((typed.hedge === ">" && value > target * 1.001) || (typed.hedge === "<" && value < target * 0.999)) return off <= 0.05 ? "close" : "wrong";
  if ((hedged && off <= 0.05) || (off <= 0.012 && rounds(value, target, step, finest, 2))) return "correct";
  const figures = (number) => sorted(String(Number(number.toPrecision(6))));
  if (figures(value) === figures(target)) return "wrong";
  if (finest === 0 && off <= 0.012) return "correct";
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
