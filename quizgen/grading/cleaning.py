"""What a person typed, made comparable: first what is seen, then without case and accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LIMIT = 2000  # characters of input that are looked at; the rest is cut

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")
_TAGS = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>|\[/?[a-z][a-z _.#=-]{0,40}\]|\[/\]")
_SINGLE = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "′": "'", "´": "'", "`": " "}
)
_DOUBLE = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−⁃﹣－", "-"))
_MARKS = {**_SINGLE, **_DOUBLE, **_DASHES, ord("⁄"): "/", ord("∕"): "/", ord("×"): "x"}
_SUPERSCRIPT = re.compile(r"(?<=\d)[⁰¹²³⁴-⁹]+")
_FRACTION = re.compile(r"[¼-¾⅐-⅞]")

# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
)
# How the same letters are written where a keyboard lacks them (German and Nordic practice).
_LONG = str.maketrans({"ø": "oe", "ö": "oe", "ä": "ae", "ü": "ue", "å": "aa"})


@lru_cache(maxsize=1024)
def clean(text: str) -> str:
    """What a reader sees of a text: no escape codes, tags or invisible characters, one space between words.

    Case and accents stay.  Quotes, dashes, digits and fractions are written in ASCII.
    """
    text = text[:LIMIT]
    if "\x1b" in text:
        text = _ESCAPES.sub("", text)
    if "<" in text or "[" in text:
        text = _TAGS.sub(" ", text)
    if not text.isascii():
        text = _FRACTION.sub(lambda found: " " + unicodedata.normalize("NFKC", found[0]), text)
        text = _SUPERSCRIPT.sub(lambda found: "^" + unicodedata.normalize("NFKC", found[0]), text)
        text = unicodedata.normalize("NFKC", text)
        text = "".join(_visible(character) for character in text)
    elif not text.isprintable():
        text = "".join(_visible(character) for character in text)
    text = " ".join(text.translate(_MARKS).split())
    return _YEARS.sub(_both_years, text)


_YEARS = re.compile(r"(?<![\d/-])(1\d|20)(\d\d)([/-])(\d\d)(?![\d/-])")


def _both_years(found: re.Match[str]) -> str:
    """ "1914-18" and "2019/20" with both years in full; "2003-05" may be a month."""
    century, first, sign, second = found.groups()
    if int(second) <= int(first) or (sign == "-" and int(second) <= 12):
        return found[0]
    return f"{century}{first}-{century}{second}"


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Cc", "Zl", "Zp", "Zs"):
        return " " if character.isspace() else ""
    return "" if category in ("Cf", "Co", "Cn", "Cs") else character


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text without case and accents; letters of other scripts stay what they are.

    Marks go by combining class: 200 and above (Latin, Greek, Cyrillic accents) and 10 to 35 (Hebrew
    and Arabic vowel points).  Vowel signs of Indic scripts and Japanese voicing marks are letters.
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFD", text.casefold()).translate(_PLAIN)
    kept = [c for c in folded if not ((mark := unicodedata.combining(c)) >= 200 or 10 <= mark <= 35)]
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=4096)
def spellings(text: str) -> tuple[str, ...]:
    """The folded text, and once more with ö, ä, ü, ø, å as oe, ae, ue, oe, aa if it has any."""
    plain = fold(text)
    if text.isascii():
        return (plain,)
    long = fold(unicodedata.normalize("NFC", text.casefold()).translate(_LONG))
    return (plain,) if long == plain else (plain, long)


_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)")
_KEPT = re.compile(r"(?<=\d)\s*[.:/^-]\s*(?=\d)|(?<![\w.])-(?=[\d.])|[%$£€¥₹+#<>]|(?<=\d)[\s,;]+(?=\d)")
_OTHER = re.compile(r"[\W_]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@lru_cache(maxsize=4096)
def squash(folded: str) -> str:
    """Letters and digits only, without a leading article: what must be equal to be the same answer.

    Signs that change a number or a name stay: 1.5 is not 15, -4 is not 4, C++ is not C.
    """
    text = _THOUSANDS.sub("", _ARTICLE.sub("", folded))
    pieces, end = [], 0
    for found in _KEPT.finditer(text):
        pieces += [_OTHER.sub("", text[end : found.start()]), found[0].strip() or ";"]
        end = found.end()
    return "".join([*pieces, _OTHER.sub("", text[end:])])
