// Dates and clock times as people write them.
const longest = (names) => Object.keys(names).sort((a, b) => b.length - a.length).join("|");
const DATES = lexicon.DATES.map((pattern) => new RegExp(pattern, "g"));
const WEEKDAY = new RegExp(`\\b(${longest(WEEKDAYS)})\\b\\.?`, "g");
const DAY_WORDS = lexicon.ORDINAL_DAYS;
const DAY_IN_WORDS = new RegExp(`\\b(?:(${longest(DAY_WORDS)}) (?:of )?(${longest(MONTHS)})|(${longest(MONTHS)}) (?:the )?(${longest(DAY_WORDS)}))\\b`, "g");
const { DECADES } = lexicon, DECADE = new RegExp(Object.keys(DECADES).join("|"), "g");
function dates(folded, slips = false) {
  let text = slips ? speltRight(folded) : folded;
  if (!/\d/.test(text) && !(text.match(/[a-z]+/g) || []).some((word) => own(MONTHS, word) || own(WEEKDAYS, word) !== undefined || own(SEASONS, word) !== undefined || own(DECADES, word))) return [[], folded];
  text = text.replace(DAY_IN_WORDS, (whole, day, month, month2, day2) => `${DAY_WORDS[day || day2]} ${month || month2}`);
  text = text.replace(DECADE, (word) => `${DECADES[word]}s`);
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
const century = (year) => year + (year < 50 ? 2000 : 1900);
const SHORT_YEAR = new RegExp(lexicon.SHORT_YEAR, "g"), YEAR_IN_WORDS = new RegExp(lexicon.YEAR_IN_WORDS, "g");
function yearsInDigits(text) {
  const value = (word) => own(SMALL, word || "") ?? own(TENS, word || "") ?? 0;
  return text.replace(SHORT_YEAR, (whole, year) => String(century(Number(year))))
    .replace(YEAR_IN_WORDS, (whole, ...words) => String(100 * value(words[0]) + words.slice(1, 5).reduce((sum, word) => sum + value(word), 0)));
}
function readDate(groups) {
  const number = (name) => (groups[name] && digits(groups[name]) ? Number(groups[name]) : null);
  let year = number("y"), month = own(MONTHS, groups.n || "") ?? number("m"), day = number("d"), swapped = false;
  if (year !== null && year < 100) year = century(year);
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
const MINUTES = { fifteen: 15, twenty: 20, thirty: 30, "forty-five": 45, "forty five": 45 };
const HOUR_AND_MINUTES = new RegExp(`\\b(${Object.keys(HOURS).join("|")}) (${Object.keys(MINUTES).join("|")})\\b`, "g");
function clocks(folded) {
  const text = folded.replace(HOUR_AND_MINUTES, (whole, hour, minutes) => `${HOURS[hour]}:${MINUTES[minutes]}`).replace(new RegExp(`\\b(${Object.keys(HOURS).join("|")})\\b(?= ?(?:o'?clock|[ap]\\.?m\\b)| in the (?:morning|afternoon|evening)| at night|$)`, "g"), (word) => HOURS[word]);
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
    if (half && hour <= 12) hour = hour % 12 + (half === "morning" || (half === "night" && hour === 12) ? 0 : 12);
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
  const [given, rest] = dates(yearsInDigits(text), true), numbers = (from) => from.match(/\d+/g) || [];
  if (!given.length) return "wrong";
  if (numbers(rest.replace(CLOCK, " ")).some((number) => !numbers(question.folded).includes(number))) return "wrong";
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
