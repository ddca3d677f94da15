"""Word lists of the marking rules: plain data, folded (no case, no accents), for any port to copy."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _groups(text: str) -> dict[str, str]:
    """One group a line, its first word standing for all."""
    groups = [[word.replace("_", " ") for word in line.split()] for line in text.strip().splitlines()]
    return {word: group[0] for group in groups for word in group}


def _pairs(text: str) -> dict[str, frozenset[str]]:
    """Words against words: `a b/c` sets a against b and c, both ways."""
    against: dict[str, set[str]] = {}
    for line in text.strip().splitlines():
        left, right = line.split()
        for one in left.split("/"):
            for other in right.split("/"):
                against.setdefault(one, set()).add(other)
                against.setdefault(other, set()).add(one)
    return {word: frozenset(words) for word, words in against.items()}


# Said instead of an answer: no attempt.
NO_ATTEMPT = frozenset(
    "idk|dk|i dont know|dont know|do not know|i do not know|dunno|i dunno|no idea|no clue|not sure|im not sure|"
    "i am not sure|unsure|pass|skip|next|na|n a|unknown to me|i forgot|forgot|i cant remember|cant remember|"
    "i have no idea|i have no clue|no answer|i dont remember|dont remember|beats me|who knows|help|hint".split(
        "|"
    )
)

# Around an answer, not of it: "I think it was ...".
FRAME = (
    r"^(?:(?:i (?:think|believe|guess|suppose|reckon|would say|say)|id say|i am (?:fairly |pretty |quite )?sure|"
    r"im (?:fairly |pretty |quite )?sure|my (?:answer|guess) is|the (?:correct |right )?answer is|answer|"
    r"maybe|perhaps|probably|possibly|presumably|well|um+|uh+|er+m*|hm+|that|because|"
    r"(?:it|that|this|they|he|she|there|these|those|its|thats) (?:was|were|is|are|will be|would be|had been|has been)"
    r"(?= (?!not\b|nt\b|no\b|never\b))|its|thats|called|named|known as)\b[ ,:]*)+"
)

STOP = _words(
    "the a an of in on at by to for from with and as is was were are be been being am it its this that these those "
    "he she they them him her his their there here has had have having do does did will would shall should can could "
    "may might must into onto upon during about who whom whose which what when where why how so then also "
    "i me my we us our you your think believe guess probably maybe perhaps called named known answer "
    "because due ll ve"
)
# "us" the country is written out by ABBREVIATIONS before stop words go.

NEGATIONS = _words(
    "not no never neither nor without none nobody nothing nowhere cannot cant dont doesnt didnt wont wouldnt isnt "
    "wasnt arent werent hasnt havent hadnt couldnt shouldnt aint nope unable non"
)
NEGATIVE_PREFIXES = (
    "non",
    "un",
    "in",
    "im",
    "il",
    "ir",
    "dis",
    "anti",
    "de",
    "re",
    "mis",
    "over",
    "under",
    "pre",
    "post",
)
YES = _words("yes yeah yep yup y true correct right indeed affirmative certainly definitely absolutely sure")
NO = _words("no nope nah n false incorrect untrue never negative")

ANTONYMS = _pairs(
    """
rise/rose/risen/increase/increased/grow/grew/up/gain/gained/climb/climbed/soar/soared fall/fell/fallen/decrease/decreased/decline/declined/drop/dropped/shrink/shrank/down/lose/lost/sink/sank/plunge/plunged
higher/high/highest lower/low/lowest
north/northern south/southern
east/eastern west/western
left right
first last
oldest youngest/newest
older younger/newer
old/elderly young
earlier/early later/late
before after
inside outside
indoor/indoors outdoor/outdoors
above below
open/opened/opening close/closed/closing/shut
win/won/winning/winner/beat/victory lose/lost/losing/loser/defeat
guilty/convicted innocent/acquitted/cleared
legal/lawful illegal/unlawful
accept/accepted/approve/approved/pass/passed reject/rejected/refuse/refused/deny/denied/block/blocked/veto/vetoed
support/supported/back/backed oppose/opposed
allow/allowed/permit/permitted ban/banned/forbid/forbidden/prohibit/prohibited
include/included exclude/excluded
man/men/male/boy/boys/husband/father/son/brother/king/prince woman/women/female/girl/girls/wife/mother/daughter/sister/queen/princess
alive/survive/survived/living dead/die/died/killed
start/started/begin/began/begun end/ended/stop/stopped/finish/finished
arrive/arrived leave/left/depart/departed
enter/entered exit/exited/leave/left
buy/bought/purchase/purchased sell/sold
hire/hired fire/fired/sack/sacked
hot/hotter/hottest/warm/warmer cold/colder/coldest/cool/cooler
big/bigger/biggest/large/larger/largest/great small/smaller/smallest/little
long/longer/longest short/shorter/shortest
tall/taller/tallest short/shorter/shortest
heavy/heavier/heaviest light/lighter/lightest
fast/faster/fastest slow/slower/slowest
strong/stronger/strongest weak/weaker/weakest
more/most less/least/fewer/fewest
many/much few/little
maximum/max minimum/min
major minor
majority minority
public private
rural urban
internal external
import/imports/imported export/exports/exported
attack/attacked defend/defended
love/loved hate/hated
safe dangerous/unsafe
rich/richest poor/poorest
success/succeed/succeeded/successful fail/failed/failure/unsuccessful
strengthen/strengthened weaken/weakened
improve/improved/better/best worsen/worsened/worse/worst
add/added remove/removed
expand/expanded contract/contracted
lend borrow
teacher/teachers pupil/pupils/student/students
employer/employers employee/employees
victim/victims attacker/attackers
buyer/buyers seller/sellers
upper lower
wet dry
day night
am pm
full empty
positive negative
front back/rear
top bottom
domestic foreign
permanent temporary
military civilian
republican/republicans democrat/democrats/democratic
conservative/conservatives labour
black white
red blue
present absent
hit missed
vaccinated unvaccinated
crewed uncrewed
manned unmanned
petrol/diesel electric
"""
)

# Irregular verb forms.
VERBS = {
    form: forms.split()[0]
    for forms in """fall fell fallen; rise rose risen; win won; lose lost; buy bought; sell sold; grow grew grown; break broke broken;
steal stole stolen; find found; leave left; send sent; build built; burn burnt; catch caught; choose chose chosen; come came;
die died; do did done; draw drew drawn; drive drove driven; eat ate eaten; fight fought; fly flew flown; get got gotten;
give gave given; go went gone; hold held; keep kept; know knew known; make made; meet met; pay paid; run ran; say said;
see saw seen; shoot shot; sink sank sunk; speak spoke spoken; spend spent; stand stood; strike struck; take took taken;
teach taught; tell told; think thought; write wrote written; begin began begun; shrink shrank shrunk; freeze froze frozen;
throw threw thrown; bring brought; lead led; sing sang sung; swim swam swum; wear wore worn; become became; hide hid hidden""".split(
        ";"
    )
    for form in forms.split()
}

# Same thing said otherwise; the first word stands for the group.
SYNONYMS = _groups(
    """
car automobile vehicle motorcar
pupil student schoolchild schoolkid
child kid youngster
doctor physician medic
film movie
flat apartment
lorry truck
petrol gasoline gas
football soccer
plane aeroplane airplane aircraft jet
police officer policeman policewoman cop
lawyer attorney solicitor barrister
autumn fall
holiday vacation
lift elevator
rubbish trash garbage
boss chief
job post
shop store
company firm business corporation
resident inhabitant villager townspeople
people person human
earthquake quake tremor
blaze fire
storm tempest
illness sickness disease
money cash fund
begin start commence
end finish conclude
buy purchase acquire
kill slay murder
big large huge
small little tiny
rich wealthy
ill sick unwell
help aid assist assistance
house home
phone telephone mobile cellphone smartphone
tv television telly
photo photograph picture
bike bicycle cycle
ship vessel
rocket launcher
satellite spacecraft
spacewalk eva
laser lasers
talk talks negotiation
deal agreement accord pact
law legislation
ban prohibition
strike walkout
vote ballot
election poll
protest demonstration
protester demonstrator
worker employee staff
wage salary pay
price cost
job employment
scientist researcher
study research
cause reason
fault defect
failure malfunction breakdown
damage harm
flood flooding
drought dryness
rain rainfall
snow snowfall
murder killing homicide
theft robbery
prison jail gaol
judge justice
minister secretary
prime_minister premier
teacher schoolteacher
wood timber
stone rock
baby infant
man men
woman women
tooth teeth
foot feet
goose geese
ocean sea
street road
forest woods
electric battery-powered
depressurise decompress
fall drop decline decrease plunge tumble
rise increase climb soar grow
near close
leak leakage
tonne ton
due because
uncrewed unmanned
crewed manned
"""
)

# Written out before comparing: phrase -> phrase, on folded text.
PHRASES: tuple[tuple[str, str], ...] = (
    (r"(?<=\d)(?:st|nd|rd|th)\b", ""),
    (r"^(?:because(?: of)?|due to|owing to|thanks to|as a result of|caused by)\b", ""),
    (r"^(?:just )?(?:off|near) (?=\w)", ""),
    (r"\bww ?(iii|ii|i|[123])\b", r"world war \1"),
    (r"\bevs?\b", "electric car"),
    (r"\bbattery[- ](?:powered|electric|driven)\b", "electric"),
    (
        r"\b(?:there (?:was|were|is|are) )?(?:not|nt) (?:enough|sufficient)\b|\btoo (?:few|little)\b|\ba? ?(?:lack|shortage|"
        r"scarcity|dearth) of\b|\binsufficient\b|\binadequate\b",
        " toofew ",
    ),
    (r"\btoo (?:many|much)\b|\b(?:an? )?(?:surplus|excess|glut) of\b|\bexcessive\b", " toomany "),
    (r"\b(?:enough|sufficient)\b", " enough "),
    (r"\b(?:n(?:umbe)?r?o?\.? ?(?=\d))", " "),
    (r"\bprime minister\b", "premier"),
    (r"\bper cent\b|\bpercent\b|\bpct\b", "%"),
    (r"\bst\.? (?=[a-z])", "saint "),
    (r"\bdr\.? (?=[a-z])", "doctor "),
    (r"\bmt\.? (?=[a-z])", "mount "),
    (r"\bft\.? (?=[a-z])", "fort "),
    (r" ?& ?| \+ ", " and "),
)

# Names that are two of a kind; the first stands for all.
ABBREVIATIONS: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:the )?united states of america\b|\b(?:the )?united states\b|\bu\.? ?s\.? ?a\b\.?|\bu\.s\b\.?",
        "usa",
    ),
    (
        r"^(?:in |from |by )?us$|\bthe us\b|(?<!south )(?<!north )(?<!latin )(?<!central )(?<!of )\bamerica\b",
        "usa",
    ),
    (r"\bn\.?y\b\.?(?! c)", "new york"),
    (r"\butd\b", "united"),
    (r"\b(?:the )?united kingdom\b|\bu\.k\b\.?|\bgreat britain\b|\bbritain\b", "uk"),
    (r"\b(?:the )?european union\b|\be\.u\b\.?", "eu"),
    (r"\b(?:the )?united nations\b|\bu\.n\b\.?", "un"),
    (r"\b(?:the )?united arab emirates\b|\bu\.a\.e\b\.?", "uae"),
    (r"\brepublic of korea\b|\brok\b", "south korea"),
    (r"\bdemocratic people'?s republic of korea\b|\bdprk\b", "north korea"),
    (r"\bpeople'?s republic of china\b|\bprc\b", "china"),
    (r"\bdemocratic republic of (?:the )?congo\b|\bdr congo\b|\bdrc\b|\bd\.r\.c\b\.?", "dr congo"),
    (r"\bsoviet union\b|\bu\.?s\.?s\.?r\b\.?", "ussr"),
    (r"\bwashington,? d\.? ?c\b\.?|\bdistrict of columbia\b|^(?:the )?d\.? ?c\.?$", "washington dc"),
    (r"\bnew york city\b|\bn\.?y\.?c\b\.?", "new york city"),
    (r"\bl\.a\b\.?", "los angeles"),
    (r"\bkyiv\b|\bkiev\b", "kyiv"),
    (r"\bczechia\b", "czech republic"),
    (r"\bburma\b", "myanmar"),
    (r"\bivory coast\b|\bcote d'?ivoire\b", "ivory coast"),
    (r"\btürkiye\b|\bturkiye\b", "turkey"),
    (r"\bholland\b|\bthe netherlands\b", "netherlands"),
)

# Say of what kind a name is; with the name itself they may be there or not.
GENERIC = _words(
    "coast outskirts shore suburb suburbs river city town village country nation state county province region district area island islands lake mountain mount "
    "mountains sea ocean street road avenue square bridge airport station port bank university college school hospital "
    "company corporation corp inc incorporated electronics technologies pharmaceuticals industries ltd limited plc llc ag sa gmbh nv se group holdings co enterprises "
    "union party club team fc afc sc association organisation organization agency department ministry authority "
    "king queen prince princess emperor sir saint president republic kingdom islamic federal federation islamic "
    "commonwealth newspaper magazine book novel film song album series show programme ship hms uss ss rms aircraft "
    "storm hurricane typhoon cyclone tropical quake earthquake magnitude richter scale language religion "
    "project mission decision ruling vote verdict victory win defeat score season episode chapter decree law act treaty court "
    "capital metropolitan greater famous well-known billionaire actor actress singer author writer "
    "thing something type kind sort form part piece name time year day place way lot"
)

# Never left out without changing what is meant, never added either.
DISTINGUISHING = _words(
    "north south east west northern southern eastern western northeast northwest southeast southwest central upper lower "
    "new old first second third fourth fifth last former vice deputy acting assistant junior senior co-founder ex "
    "semi quarter pre post mini micro anti counter great little big small black white red blue green yellow inner outer "
    "half double step grand"
)

MONTHS = {
    name: number + 1
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        )
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}

COUNTRIES = _words(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh "
    "barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burma burundi "
    "cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica "
    "ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece "
    "grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica "
    "japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya "
    "liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova "
    "monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway "
    "oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa "
    "scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria "
    "taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan "
    "vanuatu venezuela vietnam wales yemen zambia zimbabwe"
)

# Before a name, not of it.
TITLES = _words(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess duke duchess earl rev "
    "reverend father sister brother pope cardinal bishop archbishop rabbi imam sheikh president vice premier prime minister "
    "chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor mp judge justice "
    "attorney general gen colonel col captain capt major maj lieutenant lt sergeant sgt corporal private admiral commander "
    "cmdr commodore marshal officer chief detective inspector constable king queen prince princess emperor empress tsar "
    "ceo cfo cto coo founder co-founder cofounder chairman chairwoman chair director head boss owner leader manager coach "
    "captain player striker goalkeeper midfielder defender forward winger actor actress singer rapper musician composer "
    "author writer novelist poet playwright journalist reporter broadcaster presenter scientist physicist chemist "
    "biologist astronaut cosmonaut pilot engineer inventor explorer billionaire millionaire tycoon businessman "
    "businesswoman entrepreneur magnate investor philanthropist activist campaigner lawyer solicitor politician "
    "opposition deputy former ex ex-president late great saint st us uk american british french german spanish italian "
    "russian chinese indian australian canadian then new old famous film movie star artist painter sculptor photographer "
    "comedian chef designer architect driver racer cyclist swimmer runner sprinter boxer golfer footballer cricketer "
    "pm vp ag potus mission defence defense foreign home finance interior health education state treasury speaker party group"
)
SUFFIXES = _words("jr sr junior senior esq phd md obe cbe mbe kbe qc kc mp")
PARTICLES = _words(
    "van von der den de del della di da do dos das du la le el al bin ibn ben abu wa ter ten st saint mac o af"
)

# Given names that are one: the first stands for all.
_NICKNAMES = """
abigail abby gail
albert al bert
alexander alex sandy alec sasha aleksandr alexandr
alfred alf fred
andrew andy drew
anthony tony
archibald archie
arthur art
barbara barb babs
benjamin ben benny benji
bernard bernie
charles charlie chuck chas
christopher chris kit
christine chris tina chrissie
catherine cathy kate katie kathy katherine kathryn kathleen kat cate kitty
clifford cliff
cynthia cindy
daniel dan danny
david dave davy
deborah debbie deb
donald don donnie
dorothy dot dottie dolly
edward ed eddie ted teddy ned
eleanor ellie nell
elizabeth liz beth betty eliza lizzie libby bess elisabeth
eugene gene
evgenia yevgenia
florence flo
frances fran fanny
francis frank
franklin frank
frederick fred freddie
gabriel gabe
gerald gerry jerry
gregory greg
harold harry hal
henry harry hank hal
herbert herb bert
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
jennifer jen jenny
jessica jess jessie
john jack johnny jon
jonathan jon jonny
joseph joe joey jo
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence larry laurie laurence
leonard leo lenny len
lewis lou
louis lou lewis
margaret maggie peggy meg marge margie
martin marty
matthew matt matty mathew
maximilian max
megan meg
michael mike mick mickey mikey micky
nathaniel nathan nate
nicholas nick nicky nicolas
nicole nicky nikki
oliver ollie
pamela pam
patricia pat patty trish tricia
patrick pat paddy rick
penelope penny
peter pete
philip phil phillip
raymond ray
rebecca becky becca
richard rick dick richie ricky rich ritchie
robert bob rob bobby robbie bert
roger rodge
ronald ron ronnie
russell russ
samantha sam
samuel sam sammy
sandra sandy
sarah sally sara
sean shaun shawn
sophia sophie
stephen steve steven
stuart stu stewart
susan sue susie suzanne
terence terry
theodore ted theo teddy
theresa terry tess tessa
thomas tom tommy
timothy tim timmy
valerie val
victoria vicky tori
vincent vince vinny
vladimir volodymyr
virginia ginny
walter walt wally
william bill will billy willie liam
zachary zach zack
"""
NICKNAMES: dict[str, frozenset[str]] = {}
for _line in _NICKNAMES.strip().splitlines():
    for _name in (_group := frozenset(_line.split())):
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | set(_group)

# Chinese, Korean and Vietnamese family names that stand first in "Xi Jinping".
FAMILY_FIRST = _words(
    "xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng "
    "han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lu jin mao wen "
    "kim lee park choi jung kang cho yoon jang lim moon roh ban nguyen tran pham phan vo dang bui do ngo duong"
)

# Asked for with these words, the answer is a person.
PERSON_NOUNS = _words(
    "president author actor actress singer player minister premier king queen prince princess astronaut scientist director "
    "writer poet painter artist composer striker captain commander coach manager senator governor mayor judge lawyer leader "
    "founder ceo boss chairman officer general pilot engineer inventor explorer billionaire politician activist journalist "
    "footballer driver cyclist swimmer runner sprinter boxer golfer person man woman boy girl candidate chancellor "
    "secretary pope bishop musician rapper novelist playwright physicist chemist economist designer architect chef "
    "comedian goalkeeper defender midfielder batsman bowler philosopher historian spokesman spokeswoman nurse doctor"
)
