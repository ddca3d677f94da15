"""What stands in a document beside its coverage: credits, invitations, notices, mail and ornaments.

Each pattern says why a paragraph is no coverage; they are tried on the repaired text of one paragraph.
"""

from __future__ import annotations

import re

_SHORT = 160
_LONG = 600


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_AGENCY = (
    r"(?:AP|AFP|AAP|EPA|PA|UPI|ANSA|DPA|TASS|Xinhua|Reuters|Getty(?: Images)?|Shutterstock|Alamy|iStock|NASA|ESA|NOAA"
    r"|BBC|CNN|VOA|Bloomberg|Associated Press|(?:the )?Associated Press|PA Media|Agence France-Presse|Unsplash|Pixabay"
    r"|Wikimedia(?: Commons)?|Flickr|Handout)"
)
# A paragraph that is nothing else.
_WHOLE = _any(
    rf"{_AGENCY}(?:\s*(?:/|,|via|-|–|\||and)\s*[\w .'’-]{{2,40}}){{0,3}}",
    r"share(?: this| on| via)?(?: (?:article|story|page|post|facebook|twitter|x|whatsapp|email|linkedin))*",
    r"(?:published|updated|posted|last updated|first published)(?: on| at)?:?",
    r"(?:press|news|media) (?:release|statement)|for (?:immediate )?release|embargo(?:ed)?\b.{0,60}|breaking(?: news)?",
    r"our (?:[\w'’&-]+ ){0,3}(?:correspondent|reporter|editor)s?(?:,? (?:in|at|for|on)(?: [\w'’&-]+){1,4})?",
    r"(?:tweet|print|e-?mail|copy link|link copied|save|bookmark|comments?|reply|menu|home|search|close|loading)",
    r"(?:log|sign) (?:in|up|out)|register|subscribe(?: now| today)?|my account|newsletters?",
    r"(?:advert|advertisement|sponsored(?: content)?|promoted|paid content|ad)",
    r"(?:related|recommended|popular|trending|most read|top stories|read more|more|see also|latest|editors?['’] picks)"
    r"(?: (?:articles?|stories|news|topics|posts|content|reading|links|coverage|videos?|from .{1,40}))?:?",
    r"(?:more on this(?: story)?|you (?:may|might) also (?:like|be interested in)|what to read next|up next|next|previous)",
    r"(?:read|show|view|load|see) (?:more|all|less|next|comments)(?: .{1,40})?",
    r"(?:skip to (?:main )?(?:content|navigation)|back to top|go to top|jump to .{1,30})",
    r"\d+\s*(?:min(?:ute)?s?\.? read|comments?|shares?|views?|likes?|replies|retweets?)",
    r"(?:listen|watch|play)(?: (?:now|video|audio|live|to (?:this )?(?:article|story)))?(?: \d+:\d\d)?",
    r"-*\s*(?:ends?|30|###|fin)\s*-*|[#*]{2,}",
    r"https?://\S+|www\.\S+|\S+@\S+\.\w{2,}",
    r"(?:the )?(?:associated press|reuters|afp|press association)",
    r"\.{2,}\s?[\w/. -]{2,40}",
    r"file photo|stock (?:image|photo)|(?:image|photo|video) unavailable",
)
# How a paragraph begins that is no coverage.
_BEGINS = _any(
    r"(?:image|photo(?:graph)?|picture|text|video|graphic|audio|media|caption|illustration|cover|story|featured image|file)"
    r"(?:s|graphs?)?(?: (?:by|credits?|courtesy(?: of)?|source|caption|via|from))*\s*[:/|–-]",
    r"(?:image|photo|picture|video|media) (?:source|caption|credit|courtesy)\b",
    r"(?:photo|photograph|image|picture|illustration|graphic|video|words|text)s? (?:by|courtesy of|via) [A-Z]",
    r"(?:credits?|courtesy(?: of)?|source|sources|via|copyright)\s*:",
    r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))",
    r"(?:follow|like|find|join|contact|message|connect with|e-?mail|write to) (?:us|me)\b",
    r"follow (?:@|the author|our (?:live|coverage)|\w+(?: \w+)? on (?:twitter|facebook|instagram|x|social))",
    r"(?:subscribe|sign up|register|log in|click here|tap here|click (?:on )?the|download (?:our|the) app)\b",
    r"(?:read|watch|listen|see|view)(?: also| more| next| now| the full (?:story|article|text|report))\s*[:»>|]",
    r"(?:read|watch|listen to) this (?:story|article|page|video) (?:in|on|at)\b",
    r"(?:also read|related(?: \w+)?|see also|more from|recommended|don['’]t miss|further reading)\s*[:»>|]",
    r"\(?(?:editor(?:['’]s|ial|s['’])? ?(?:note|['’]s note)|note to (?:editors|readers)|correction|clarification|disclaimer|disclosure)\b\s*[(:–-]?",
    r"\(?(?:additional |further )?(?:reporting|writing|editing|translation|production|compiled|edited|translated|adapted) by\b",
    r"this (?:is a (?:breaking|developing)|(?:story|article|post|page|piece|report|release|live blog) (?:has been|is being|was|is|will be)"
    r" (?:\w+ )?(?:updated|published|corrected|amended|edited|produced|translated|republished|posted|part of|taken|adapted|developing))",
    r"(?:more (?:to follow|details? (?:soon|to follow)|updates?)|updates? to follow|please (?:refresh|check back)|check back)",
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? cookies",
    r"by (?:continuing|using|clicking|browsing|subscribing|signing)\b.{0,60}\b(?:agree|consent|accept|policy|terms)",
    r"(?:for (?:more|further) (?:information|details|news|stories)|to (?:learn|find out) more)\b.{0,80}(?:visit|contact|see|go to|click|call|:$|https?:)",
    r"(?:media|press) (?:contacts?|enquiries|inquiries)|contact(?: details| information)?\s*:|notes? (?:to|for) editors",
    r"(?:got a (?:tip|story)|have you (?:been affected|got)|do you have (?:a|any) (?:tip|information|story|questions))",
    r"(?:get|receive) (?:the|our|all the|more) (?:latest|best|top|news|stories|daily|weekly|newsletter)",
    r"(?:our standards|terms (?:of|and)|privacy (?:policy|notice)|cookie (?:policy|settings|preferences|notice))",
    r"(?:forwarded|reposted|reprinted|republished|syndicated|archived) (?:from|by|with)\b",
    r"(?:with (?:reporting|files|additional reporting) (?:from|by))|the associated press contributed",
    r"\(?(?:reuters|ap photo|photo|image|pic(?:ture)?|getty|credit)\s*[:/][^.]{0,80}\)?$",
    r"(?:last |first )?(?:published|updated|posted|modified) (?:at |on )?\d",
    r"(?:last )?updated:? \d+ (?:minutes?|hours?|days?) ago|\d+ (?:minutes?|hours?|days?) ago$",
    r"(?:cr[ée]dit[oe]?s?|foto|fotos|traduc\w+|traduit|traduction|fotograf\w+)\b.{0,40}:",
    r"on .{4,80} wrote:$",
    r"tags?\s*:|categor(?:y|ies)\s*:|filed under\b|topics?\s*:|keywords?\s*:|posted in\b|labels\s*:",
)
_ANYWHERE = _any(
    r"\baccept (?:all )?cookies\b|\b(?:we|site|website|partners|page)\b.{0,40}\buses? cookies\b|\bcookie policy\b|\bmanage (?:cookies|consent)\b",
    r"\ball rights reserved\b|\bprivacy policy\b.{0,40}\bterms\b|\bterms of (?:use|service)\b.{0,60}\bprivacy\b",
    r"\bcontributed (?:reporting|to this (?:report|story|article))\b",
    r"\bplease (?:enable|turn on) javascript\b|\bsupport (?:our|independent) journalism\b|\b(?:unsubscribe|opt out) (?:at )?any ?time\b",
    r"\byour browser does not support\b|\bsign up (?:for|to) (?:our|the) .{0,40}newsletter\b",
)
# A caption shows in a credit behind its last sentence: "... quieter. NASA/Steve Freeman".
_CREDITED = re.compile(
    r"[.!?]['\"”’)]*\s+\(?(?:(?:Photo|Image|Credit|Picture|Photograph|Video|Courtesy|Illustration)s?(?: (?:by|credit|courtesy(?: of)?))?\s*[:/]?\s*"
    rf"(?-i:[A-Z])[^.!?]{{1,80}}|(?-i:{_AGENCY}|[A-Z][\w&-]+)(?:\s*/\s*(?-i:[A-Z])[\w .&'’-]{{1,40}}){{1,3}})\)?\.?$"
    rf"|\((?:(?:Photo|Image|Picture|Photograph)s?\b[^()]{{0,80}}|(?-i:{_AGENCY})(?: Photo)?\s*[/,][^()]{{1,60}}|(?-i:AP|AFP|Reuters) Photo)\)\.?$"
    r"|\b(?:photo|image|picture|photograph)s? (?:by|credit|courtesy)[: ][^.!?]{2,60}\.?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:text|words|written|story|reported|reporting|report|posted|author|article)[: ]+)?(?:by|author:?|from)\s*:?\s+"
    r"(?P<name>(?-i:[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|van|von|der|den|bin|al|el|la|and|&))*(?:, (?=[A-Z][\w'’-]+ [A-Z])[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+)*))"
    r"(?P<rest>[,|·•–(/-].{0,100}|\s+(?:in|at|for)\s.{0,60}|\s*)",
    re.IGNORECASE,
)
_CAPTION_NEXT = re.compile(
    r"(?:image|photo|picture|video|media|figure)s? (?:caption|description)\s*[,:]?", re.IGNORECASE
)
_ATTRIBUTION = re.compile(r"(?:—|–|―|--|-)\s?(?=[A-Z\"“(])")
_SPEAKING = re.compile(r"\b(?:said|says|told|writes?|wrote|was|were|is|are|has|have|had)\b", re.IGNORECASE)


def is_boilerplate(text: str) -> bool:
    """Is a paragraph a credit, an invitation, a notice, an address: anything but coverage?"""
    plain = text.strip(" \t*_|•·»›>[]")
    if len(plain) <= _SHORT and (_WHOLE.fullmatch(plain) or _BEGINS.match(plain)):
        return True
    return len(plain) <= _LONG and bool(_ANYWHERE.search(plain) or (_BEGINS.match(plain) and _notice(plain)))


def _notice(text: str) -> bool:
    """A long paragraph is a notice only where its beginning leaves no doubt."""
    return bool(
        re.match(
            r"\(?(?:editor|note to|correction|clarification|discl|this (?:is a|story|article|post|page)|©|we use|image|photo)",
            text,
            re.I,
        )
    )


def is_caption(text: str) -> bool:
    """Is a paragraph the caption of a picture, by the credit at its end?"""
    return len(text) <= _LONG and bool(_CREDITED.search(text[-200:]))


def announces_caption(text: str) -> bool:
    """Is a line one that says that a caption follows ("Image caption,")?"""
    return bool(_CAPTION_NEXT.fullmatch(text))


def is_affiliation(text: str) -> bool:
    """Does a line under a byline tell whom the author works for ("BBC News, Riverside")?"""
    return len(text.split()) <= 8 and text[-1:] not in tuple(".!?:") and not _SPEAKING.search(text)


def byline(text: str) -> str:
    """The author whom a byline names, "" if the paragraph is no byline."""
    if len(text) > _SHORT or text.endswith((".", "?", "!", "”", '"')):
        return ""
    match = _BYLINE.fullmatch(text)
    if not match or len(match["name"].split()) > 12 or _SPEAKING.search(match["rest"]):
        return ""
    return match["name"].rstrip(",")


def is_attribution(text: str) -> bool:
    """Is a line the name under a pull quote ("—Zinichev calling a halt")?"""
    return len(text) <= _SHORT and bool(_ATTRIBUTION.match(text))


def is_ornament(text: str) -> bool:
    """Is a paragraph a drawing or a rule rather than words?"""
    if len(text) > _LONG:
        return " " not in text[:2000]
    letters = sum(map(str.isalnum, text))
    shown = len(text) - text.count(" ")
    return letters < shown * 0.5 or (
        letters < shown * 0.85 and bool(re.search(r"[|_/\\]{2}|[|\\/] *[|\\/]", text))
    )
