// Numbers with their units, as people write them.
const table = (text, from = 0) => Object.fromEntries(text.split(" ").map((word, n) => [word, n + from]));
const SMALL = { ...table("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"), nil: 0, none: 0, nought: 0 };
const TENS = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, fourty: 40 };
const ORDINALS = { ...table("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1), twentieth: 20, thirtieth: 30, fortieth: 40, fiftieth: 50, hundredth: 100 };
const SCALES = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, lakh: 1e5, crore: 1e7 };
const SHORT_SCALES = { k: 1e3, mn: 1e6, mln: 1e6, mio: 1e6, mil: 1e6, bn: 1e9, bln: 1e9, tn: 1e12, trn: 1e12, thousands: 1e3, millions: 1e6, billions: 1e9 };
const LETTER_SCALES = { m: 1e6, b: 1e9, t: 1e12 };
const PARTS = { half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6, seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninths: 9, tenth: 10, tenths: 10, hundredths: 100 };
const NUMBERS = new Set([...Object.keys({ ...SMALL, ...TENS, ...ORDINALS, ...SCALES, ...PARTS }), "hundred", "dozen", "couple"]);
const UNITS = {};
for (const [name, dimension, factor, offset, names] of lexicon.UNITS) {
  const unit = { name, dimension, factor, offset };
  const spread = (spelling) => (spelling.endsWith("+") ? [spelling.slice(0, -1), spelling.slice(0, -1) + "s"] : [spelling]);
  for (const spelling of names.split("|").flatMap(spread)) (UNITS[spelling] ??= []).push(unit);
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
const TOKEN = /(?<number>\d{1,3}(?:[,' ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?|(?<![\p{L}\p{N}_.])\.\d+)|(?<word>\p{L}+(?:'\p{L}+)?)|(?<sign>[^\p{L}\p{N}_\s.,;]|[°%])/gu;
function quantities(text) {
  const counts = /\d/.test(text) || (text.match(/[a-z]+/g) || []).some((word) => NUMBERS.has(word) || word === "a" || word === "an");
  return counts ? readNumbers(text).all() : [];
}
const LARGE = /\b(?:hundred|thousand|million|billion)\b/;
// Large numbers in digits: "three hundred kilos" is "300 kilos".
function inDigits(text) {
  if (!LARGE.test(text)) return text;
  const { tokens, number } = readNumbers(text);
  let out = "", end = 0;
  for (let index = 0; index < tokens.length;) {
    const found = tokens[index].kind === "word" ? number(index) : null, last = found && tokens[found.after - 1].end;
    if (!found || found.part || found.ordinal || !LARGE.test(text.slice(tokens[index].start, last))) { index++; continue; }
    out += text.slice(end, tokens[index].start) + String(Number(found.value.toPrecision(15)));
    index = found.after;
    end = last;
  }
  return out + text.slice(end);
}
function readNumbers(text) {
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
      return digitsAt(index);
    }
    return token.kind === "word" ? inWords(index) : null;
  }
  function digitsAt(index) {
    let text_ = word(index), dotted = 0;
    const dots = text_.split(".").length - 1;
    const grouped = /^\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$|^\d{1,3}(?:\.\d{3}){2,}$/.test(text_);
    if (grouped) text_ = text_.replace(dots > 1 ? /[,' .]/g : /[,' ]/g, "");
    else {
      if (/^[1-9]\d{0,2}\.\d{3}$/.test(text_)) dotted = Number(text_) * 1000;
      text_ = text_.replace(",", ".");
    }
    const next = tokens[index + 1];
    if (text_.length > 40 || (next?.glued && isMalformed(next.text))) return null;
    let value = Number(text_), step = 10 ** -(text_.split(".")[1] || "").length, after = index + 1;
    if (word(after) === ":" && tokens[after].glued && /^\d\d?$/.test(word(after + 1))) {
      const clock = [Math.trunc(value)];
      while (word(after) === ":" && /^\d\d?$/.test(word(after + 1))) { clock.push(Number(word(after + 1))); after += 2; }
      if (["am", "pm"].includes(word(after)) || (["a", "p"].includes(word(after)) && word(after + 1) === "m")) return null;
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
  function isMalformed(letters_) {
    const known = unitsOf(letters_) || own(SHORT_SCALES, letters_) || own(LETTER_SCALES, letters_);
    return alpha(letters_) && letters_.length < 3 && !known && !["s", "st", "nd", "rd", "th"].includes(letters_);
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
    if (times > 1 && andAHalf(after)) { value += times / 2; step = 0; after += 3; }
    return make(value, step, after, { dotted, grouped, scale: times, letter: own(LETTER_SCALES, word(after)) ? word(after) : "" });
  }
  const andAHalf = (index) => [0, 1, 2].map((k) => word(index + k)).join(" ") === "and a half";
  function inWords(index) {
    const here = word(index), next = word(index + 1);
    if (here === "a" || here === "an") {
      if (["half", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "tenth"].includes(next)) return part(1, index + 1);
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
  function isHyphenated(seen, next) {
    if (seen === "tens") return [SMALL, ORDINALS, SCALES].some((names) => own(names, next) !== undefined);
    return !!seen && (own(SCALES, next) !== undefined || own(PARTS, next) !== undefined || next === "hundred");
  }
  function cardinal(index) {
    let total = 0, current = 0, seen = "", smallest = 1;
    const high = () => seen === "hundred" || seen === "scale";
    for (;;) {
      let here = word(index);
      if (here === "-" && isHyphenated(seen, word(index + 1))) here = word(++index);
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
    if (seen === "scale" && andAHalf(index)) return make(value + smallest / 2, 0, index + 3, { grouped: true, scale: smallest });
    const made = scaled(value, 1, index);
    return seen === "scale" ? { ...made, grouped: true, scale: smallest } : made;
  }
  function unit(index) {
    let start = index;
    if (word(start) === "-" && tokens[start + 1]?.kind === "word") start++;
    if (word(start) === "of") start += ["a", "an", "one"].includes(word(start + 1)) ? 2 : 1;
    for (const length of [4, 3, 2, 1]) {
      const these = tokens.slice(start, start + length);
      if (these.length < length || (these.at(-1).kind === "number" && !these.at(-1).glued)) continue;
      const spaced = these.map((token, n) => (n === 0 || token.glued ? "" : " ") + token.text).join("").replaceAll("-", " ");
      const squeezed = these.map((token) => token.text).join("");
      const written = text.slice(these[0].start, these.at(-1).end);
      const units = unitsOf(spaced) || (!written.includes(" ") || written.includes("/") ? unitsOf(squeezed) : undefined);
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
    const money = units.filter((unit_) => unit_.dimension === "money");
    const made = first.letter && money.length ? [] : units.map((unit_) => reading(value, first.step, unit_));
    if (first.part && !units.length) made.push(reading(value, 0, UNITS.fraction[0]));
    else if (!units.length) made.push(reading(value, first.step, null));
    const each = units.length ? units : [null];
    if (first.dotted) made.push(...each.map((unit_) => reading(sign * first.dotted, 1, unit_)));
    if (first.letter) {
      const scale = LETTER_SCALES[first.letter];
      made.push(...(money.length ? money : [null]).map((unit_) => reading(value * scale, first.step * scale, unit_)));
    }
    return made;
  }
  function compound(readings, after) {
    while (readings.length && readings[0].unit && ["time", "length", "mass", "money"].includes(readings[0].unit.dimension)) {
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
      const money = readings.filter((r) => r.unit?.dimension === "money");
      const cents = !units.length && index === after && next.value > 0 && next.value < 100 && !(next.value % 1);
      if (money.length && cents) {
        return [money.map((r) => ({ ...r, low: r.low + next.value / 100, high: r.high + next.value / 100, step: 0.01 })), end];
      }
      if (money.length === readings.length) break;
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
      if (found && !/\d/.test(text.slice(end, found.index))) return hedge;
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
    if (!first.clock && !first.part && (["-", "to", "until", "till"].includes(joint) || between)) {
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
    let per = "";
    if (["a", "an", "per", "each", "every", "/"].includes(word(after))) {
      const [rate, behind] = unit(after + 1);
      if (rate.length && ["time", "mass", "length", "area", "volume"].includes(rate[0].dimension) && word(after + 1).length > 1) { per = rate[0].name; after = behind; }
    }
    let noun = "";
    if (readings.every((r) => !r.unit || r.unit.name.length === 1)) {
      noun = tokens.slice(after, after + 2).find((token) => token.kind === "word" && !STOP.has(token.text))?.text ?? "";
    }
    return [{ readings, start: tokens[begin].start, end, hedge: hedgeOf(tokens[begin].start, end), pair, ordinal: first.ordinal, noun, grouped: first.grouped, per }, after];
  }

  function all() {
    const found = [];
    for (let index = 0; index < tokens.length;) {
      const result = quantity(index);
      if (result) { found.push(result[0]); index = result[1]; } else index++;
    }
    return found;
  }
  return { tokens, number, all };
}
