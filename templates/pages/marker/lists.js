// Answers with several parts, in any order.
function parts(text) {
  const found = text.split(/\s*(?:;|\n|,\s*and\s|,\s|\s(?:and|vs\.?|versus|as well as|plus|along with|together with)\s|\s?[&+]\s)\s*(?:also )?/i)
    .map((part) => strip(part, " .")).filter((part) => /[\p{L}\p{N}_]/u.test(part));
  return found.length > 1 ? found : [text];
}
function alternatives(text) {
  const described = /^(?:[Tt]he )?(?:[A-Z]{2,} )?(?:[a-z-]+ ){0,2}([a-z]+) ([A-Z]{3,8})$/.exec(text);
  if (described && GENERIC.has(described[1])) return [described[2]];
  const found = text.split(/\s+or\s+|\s+\/\s+|\((?:accept|or|also)\b:?|\)/i).map((piece) => strip(piece, " ,;")).filter((piece) => /[\p{L}\p{N}_]/u.test(piece));
  return found.length < 2 || found.some((part) => /^(?:\d|one\b|two\b)/.test(part)) ? [] : found;
}
function bids(text) {
  const found = text.replace(/^(?:either|between)\s+/, "").split(/\s+(?:or|oder)\s+(?!(?:so|more|less|fewer|higher|lower|over|under|above|below)\b)(?:else )?|\s+\/\s+|\s*;\s*|\s*\|\s*/i)
    .map((part) => part.trim()).filter((part) => /[\p{L}\p{N}_]/u.test(part));
  return found.length ? found : [text];
}
