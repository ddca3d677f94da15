// The page that checks itself.  `grade` comes from the folder marker, `quiz` from Python.
const words = quiz.words;
const place = "quizgen " + quiz.id;
const sections = [...document.querySelectorAll("section.question")];
const byId = (id) => document.getElementById(id);
const ICONS = { correct: "✓", partial: "◐", close: "≈", wrong: "✗", empty: "…" };
// What is typed is marked by the answers that stand in the page.
quiz.items.forEach((item, i) => {
  const texts = (selector) => [...sections[i].querySelectorAll(selector)].map((node) => node.textContent);
  if (!item.letter) Object.assign(item, { answer: texts(".right bdi")[0], accepted: texts(".also bdi"), prompt: item.prompt ?? texts(".stem")[0].trim() });
});
const isName = (text) => /(?<![\p{L}\p{N}_])(?![a-z])\p{L}/u.test(text) && !/\d/.test(text);
const names = [...quiz.names, ...quiz.items.flatMap((item) => (item.letter ? [] : [item.answer, ...item.accepted].filter(isName)))];
// One state per question: what was typed or chosen, how often it was close, whether it is settled,
// whether the student overruled the mark.
let states = quiz.items.map(() => fresh());
let sure = false;

function fresh() { return { value: "", tries: 0, done: false, mine: false }; }

// Storage fails in private windows and where a policy forbids it; the page works on without.
function save() {
  try { localStorage.setItem(place, JSON.stringify(states)); } catch { /* no place to remember */ }
}
function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(place));
    if (Array.isArray(kept) && kept.length === states.length) {
      states = kept.map((state) => Object.assign(fresh(), state));
    }
  } catch { /* nothing to resume */ }
}

// What only a script can use is made by the script; without one nothing idle stands on the page.
function make(parent, tag, more, text = "") {
  const node = Object.assign(document.createElement(tag), more, { textContent: text });
  parent.append(node);
  return node;
}
function build(section) {
  const stem = section.querySelector(".stem"), answer = section.querySelector("details.answer");
  const form = document.createElement("div");
  answer.before(form);
  if (!section.querySelector("input")) {
    const id = section.getAttribute("aria-labelledby") + "-a";
    stem.id = id + "-stem";
    const field = make(form, "p", { className: "field" });
    make(field, "label", { htmlFor: id }, words.your_answer);
    const choices = [...section.parentElement.querySelectorAll(".bank.match li")];
    const input = choices.length
      ? make(field, "select", { id })
      : make(field, "input", { id, type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: false, maxLength: 2000 });
    input.setAttribute("aria-describedby", stem.id);
    if (choices.length) make(input, "option", { value: "" }, words.choose);
    for (const choice of choices) make(input, "option", { value: choice.querySelector("b").textContent, lang: stem.lang }, choice.textContent);
  }
  const acts = make(form, "p", { className: "acts" });
  make(acts, "button", { type: "button", className: "mark" }, words.mark);
  make(acts, "button", { type: "button", className: "override", hidden: true }, words.override);
  make(form, "div", { className: "verdict" }).setAttribute("role", "status");
}

function fields(section) { return [...section.querySelectorAll("input, select")]; }
function read(section) {
  const all = fields(section);
  const chosen = all[0].type === "radio" ? all.find((field) => field.checked) : all[0];
  return chosen ? chosen.value : "";
}
function write(section, value) {
  for (const field of fields(section)) {
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
}

function marked(index) {
  const item = quiz.items[index], state = states[index];
  if (item.letter) {
    const verdict = state.value === "" ? "empty" : state.value === item.letter ? "correct" : "wrong";
    return { verdict, score: verdict === "correct" ? 1 : 0 };
  }
  const result = grade(state.value, item.answer, item.accepted, item.prompt, othersOf(item));
  // Close twice is wrong: the student has had her second try.
  return state.done && result.verdict === "close" ? { verdict: "wrong", score: 0 } : result;
}
// The names in the coverage that are not the answer, nor a longer or shorter form of it.
function othersOf(item) {
  const plain = (text) => ` ${text.toLowerCase().split(/\s+/).join(" ")} `;
  const right = [item.answer, ...item.accepted].map(plain);
  return names.filter((name) => !right.some((text) => text.includes(plain(name)) || plain(name).includes(text)));
}
function score(index) {
  const state = states[index];
  return state.mine ? 1 : state.done ? marked(index).score : 0;
}

function show(index) {
  const section = sections[index], state = states[index], item = quiz.items[index];
  const box = section.querySelector(".verdict");
  const override = section.querySelector(".override");
  const result = state.done || state.tries ? marked(index) : null;
  box.className = "verdict";
  box.replaceChildren();
  override.hidden = !(state.done && !item.letter && result.score < 1 && !state.mine);
  for (const field of fields(section)) if (field.type === "text") field.readOnly = state.done;
  if (!result) return;
  const verdict = state.mine ? "correct" : result.verdict;
  box.classList.add(verdict);
  make(box, "b", {}, ICONS[verdict] + " " + (state.mine ? words.overridden : words[result.say || verdict]));
  if (!state.done) return;
  const proof = section.querySelector("details.answer");
  box.append(...[...proof.children].slice(1).map((node) => node.cloneNode(true)));
}
function tell(index, text) {
  const box = sections[index].querySelector(".verdict");
  box.className = "verdict empty";
  box.replaceChildren();
  make(box, "b", {}, ICONS.empty + " " + text);
}

function check(index) {
  const state = states[index];
  if (state.done) return;
  state.value = read(sections[index]);
  const result = marked(index);
  if (result.verdict === "empty") { tell(index, words.empty); save(); return; }
  if (result.verdict === "close" && state.tries === 0) state.tries = 1;
  else state.done = true;
  save();
  show(index);
  total();
}

function number(value) { return (Math.round(value * 100) / 100).toLocaleString(document.documentElement.lang); }
function fill(text, values) { return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole); }
function total() {
  const got = states.reduce((sum, state, i) => sum + score(i) * quiz.items[i].points, 0);
  const full = quiz.items.reduce((sum, item) => sum + item.points, 0);
  const left = states.filter((state) => !state.done).length;
  const text = [fill(words.score_line, { got: number(got), total: number(full) })];
  if (left) text.push(fill(words.left, { n: left }));
  else if (got === full) text.push(words.all_right);
  byId("score").textContent = text.join(". ").replace(/\.\.$/, ".");
  byId("retry").hidden = !states.some((state, i) => state.done && score(i) < 1);
}

function open(index) {
  const all = fields(sections[index]);
  (all.find((field) => field.checked) || all[0]).focus();
}
function checkAll() {
  // The summary takes the focus and says it all: let no region speak meanwhile.
  document.querySelector("main").setAttribute("aria-busy", "true");
  sections.forEach((section, i) => { if (!section.hidden) check(i); section.hidden = false; });
  document.querySelector("main").removeAttribute("aria-busy");
  total();
  byId("score").focus();
}
function retry() {
  let first = -1;
  states.forEach((state, i) => {
    const again = !state.done || score(i) < 1;
    sections[i].hidden = !again;
    if (again && state.done) { states[i] = fresh(); write(sections[i], ""); show(i); }
    if (again && first < 0) first = i;
    sections[i].querySelector("details.answer").open = false;
  });
  save();
  total();
  if (first >= 0) open(first);
}
function reset() {
  const button = byId("reset");
  if (!sure) { sure = true; button.dataset.label = button.textContent; button.textContent = words.reset_sure; return; }
  calm();
  states = states.map(fresh);
  sections.forEach((section, i) => { section.hidden = false; write(section, ""); show(i); section.querySelector("details.answer").open = false; });
  try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
  total();
  open(0);
}
function calm() {
  if (sure) { sure = false; byId("reset").textContent = byId("reset").dataset.label; }
}

function next(index) {
  const after = sections.findIndex((section, i) => i > index && !section.hidden && !states[i].done);
  if (after >= 0) open(after); else byId("mark-all").focus();
}

restore();
sections.forEach((section, i) => {
  build(section);
  // A choice made before this script ran stays.
  if (states[i].value) write(section, states[i].value); else states[i].value = read(section);
  section.querySelector(".mark").addEventListener("click", () => { states[i].done ? next(i) : check(i); });
  section.querySelector(".override").addEventListener("click", () => {
    states[i].mine = true;
    save(); show(i); total();
    section.querySelector(".mark").focus();
  });
  for (const field of fields(section)) {
    field.addEventListener(field.type === "text" ? "input" : "change", () => {
      if (states[i].done) { write(section, states[i].value); return; }
      states[i].value = read(section);
      save();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      if (states[i].done) next(i); else check(i);
    });
  }
  show(i);
});
document.querySelector(".unscripted").hidden = true;
document.querySelectorAll(".scripted, .summary").forEach((node) => { node.hidden = false; });
byId("mark-all").addEventListener("click", checkAll);
byId("retry").addEventListener("click", retry);
byId("reset").addEventListener("click", reset);
byId("reset").addEventListener("blur", calm);
total();
