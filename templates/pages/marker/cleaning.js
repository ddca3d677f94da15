// What a person typed, made comparable: first what is seen, then without case and accents.
const MARKS = {};
for (const [chars, plain] of [["‘’‚‛ʼʻ′´", "'"], ["`", " "], ["“”„‟«»″", '"'], ["‐‑‒–—―−⁃﹣－", "-"], ["⁄∕", "/"], ["×", "x"]]) {
  for (const char of chars) MARKS[char] = plain;
}
function clean(text) {
  text = text.slice(0, 2000).replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])/g, "");
  text = text.replace(/<\/?[a-zA-Z!][^<>]{0,200}>|\[\/?[a-z][a-z _.#=-]{0,40}\]|\[\/\]/g, " ");
  text = text.replace(/[¼-¾⅐-⅞]/g, (found) => " " + found.normalize("NFKC"));
  text = text.replace(/(\d)([⁰¹²³⁴-⁹]+)/g, (whole, digit, above) => digit + "^" + above.normalize("NFKC"));
  text = [...text.normalize("NFKC")].map(visible).join("");
  text = text.replace(/[^\x00-\x7f]|`/g, (char) => MARKS[char] ?? char).trim().split(/\s+/).join(" ");
  return text.replace(/(?<![\d/-])(1\d|20)(\d\d)([/-])(\d\d)(?![\d/-])/g, bothYears);
}
// "1914-18" and "2019/20" with both years in full; "2003-05" may be a month.
function bothYears(found, century, first, sign, second) {
  return Number(second) <= Number(first) || (sign === "-" && Number(second) <= 12) ? found : `${century}${first}-${century}${second}`;
}
function visible(char) {
  if (char >= " " && char <= "~") return char;
  if (/\p{Nd}/u.test(char)) {
    let value = 0;
    const code = char.codePointAt(0);
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]/u.test(char)) return /\s/.test(char) ? " " : "";
  return /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u.test(char) ? "" : char;
}
const PLAIN = { "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ß": "ss", "ς": "σ" };
const LONG = { "ø": "oe", "ö": "oe", "ä": "ae", "ü": "ue", "å": "aa" };
function fold(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize("NFD").replace(/[^\x00-\x7f]/g, (char) => PLAIN[char] ?? char)
    .replace(/[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655\u0670]/g, "").normalize("NFC");
}
function spellings(text) {
  const plain = fold(text);
  const long = fold(text.toLowerCase().normalize("NFC").replace(/[øöäüå]/g, (char) => LONG[char]));
  return long === plain ? [plain] : [plain, long];
}
function squash(folded) {
  const text = folded.replace(/^(?:the|an?)\s+(?=\S)/, "").replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const bare = (piece) => piece.replace(/[^\p{L}\p{N}]+/gu, "");
  let out = "", end = 0;
  for (const found of text.matchAll(/(?<=\d)\s*[.:/^-]\s*(?=\d)|(?<![\w.])-(?=[\d.])|[%$£€¥₹+#<>]|(?<=\d)[\s,;]+(?=\d)/g)) {
    out += bare(text.slice(end, found.index)) + (found[0].trim() || ";");
    end = found.index + found[0].length;
  }
  return out + bare(text.slice(end));
}
