"""Words, sentences and forms: what the checks compare texts by."""
import re
import unicodedata

GAP = "____"
CONTRACTIONS = (("won't", "will not"), ("can't", "can not"), ("n't", " not"), ("'m", " am"),
                ("'re", " are"), ("'s", " is"), ("'ll", " will"), ("'ve", " have"), ("'d", " would"))
NEGATED = {"won't": "will", "can't": "can", "shan't": "shall"}

# base: every irregular form
IRREGULAR_VERBS = {line.split()[0]: line.split()[1:] for line in """
be am is are was were being been ain't
have has had
do does did done
go goes went gone
become became
begin began begun
bend bent
bet bet
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
broadcast broadcast
build built
burn burnt
burst burst
buy bought
catch caught
choose chose chosen
come came
cost cost
cut cut
deal dealt
die dying
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fly flew flown
focus focuses focused focusing
forbid forbade forbidden
forecast forecast
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
grow grew grown
hang hung
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
learn learnt
leave left
lend lent
let let
lie lay lain lying
light lit
lose lost
make made
mean meant
meet met
overcome overcame
overtake overtook overtaken
pay paid
put put
quit quit
read read
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
sell sold
send sent
set set
shake shook shaken
shine shone
shoot shot
show showed shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
smell smelt
speak spoke spoken
spell spelt
spend spent
spill spilt
split split
spoil spoilt
spread spread
stand stood
steal stole stolen
stick stuck
sting stung
strike struck
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tie tying
understand understood
upset upset
wake woke woken
wear wore worn
weep wept
win won
wind wound
withdraw withdrew withdrawn
write wrote written
""".split("\n") if line}
IRREGULAR = IRREGULAR_VERBS | {
    "man": ["men"], "woman": ["women"], "child": ["children"], "person": ["people"],
    "foot": ["feet"], "tooth": ["teeth"], "mouse": ["mice"], "goose": ["geese"],
    "life": ["lives"], "wife": ["wives"], "knife": ["knives"], "leaf": ["leaves"],
    "half": ["halves"], "shelf": ["shelves"], "loaf": ["loaves"], "wolf": ["wolves"],
    "thief": ["thieves"], "scarf": ["scarves"], "self": ["selves"], "quiz": ["quizzes"],
    "good": ["better", "best"], "well": ["better", "best"], "bad": ["worse", "worst"],
    "badly": ["worse", "worst"], "far": ["farther", "further", "farthest", "furthest"],
    "little": ["less", "least"], "much": ["more", "most"], "many": ["more", "most"],
    "can": ["could"], "a": ["an"],
    "not": ["don't", "doesn't", "isn't", "aren't", "didn't", "can't", "won't"]}
SENTENCE_END = re.compile(r"(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)(?<=[.!?])[”\"]?\s+(?=[\"“]?[A-Z_])|\n")
COMPARED = ("adjective", "adverb", "determiner")


def normal(text):
    """Case, punctuation, contractions and spacing taken away: what the learner's answer is judged by."""
    text = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    for short, full in CONTRACTIONS:
        text = text.replace(short, full)
    return " ".join(re.findall(r"[\w:/]+", text))


def words_of(text):
    text = text.lower().replace("’", "'")
    return [w.strip("'") for w in re.findall(r"[\w']+", text) if w.strip("'")]


def sentences(text):
    """The sentences of a text, without the A: and B: of a conversation."""
    lines = re.sub(r"(?m)^\s*[A-Z][a-z]*: ", "", text)
    return [s.strip() for s in SENTENCE_END.split(lines) if s.strip()]


def has_diacritic(text):
    decomposed = unicodedata.normalize("NFD", text)
    return any(unicodedata.combining(c) for c in decomposed) or "đ" in text.lower()


def duplicates(values):
    seen, twice = set(), []
    for value in values:
        (twice.append(value) if value in seen else seen.add(value))
    return twice


def endings(word, vowel, consonant):
    """The word with regular endings: `vowel` ones ("ed") may double or drop a letter before them."""
    forms = {word + end for end in vowel + consonant}
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        forms |= {word[:-1] + "i" + end for end in vowel if end[0] == "e"}
    if word.endswith("e"):
        forms |= {word[:-1] + end for end in vowel}
    if re.search(r"([^aeiou]|^|qu)[aeiou][^aeiouwxy]$", word):
        forms |= {word + word[-1] + end for end in vowel}
    return forms


def inflections(word, part_of_speech=""):
    w = word.lower()
    forms = {w, w + "'s", w + "s'", *endings(w, ["es", "ed", "ing"], ["s"]), *IRREGULAR.get(w, [])}
    if part_of_speech in COMPARED:
        forms |= endings(w, ["er", "est"], [])
    return forms
