"""The patterns by which a program understands a learner's turn (content/README.md, "Patterns")."""
import re
import unicodedata

NUMBERS = set("""zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million half""".split())
IRREGULAR = {"won't": "will not", "can't": "can not", "cannot": "can not", "wont": "will not",
             "cant": "can not", "dont": "do not", "doesnt": "does not", "didnt": "did not",
             "isnt": "is not", "wasnt": "was not", "im": "i am", "ive": "i have"}
ENDINGS = {"m": "am", "re": "are", "s": "is", "ll": "will", "ve": "have", "d": "would"}
WORD = r"(?:[a-z0-9]+\*?|#)"
ELEMENT = re.compile(rf"\.\.\.|_|{WORD}(\|{WORD})*\??")
# Turns that ask for help. They go to the fallback before any move is tried.
HELP = ("not understand", "not know what|how to say|answer", "what do you mean", "repeat|pardon",
        "say that|it again", "speak|talk more? slowly|slower")


def without_marks(text):
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("Đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def turn_words(turn):
    """The turn as a list of words: lower case, no marks, contractions written out."""
    found = []
    for word in re.findall(r"[a-z0-9]+(?:'[a-z]+)*", without_marks(turn).replace("’", "'")):
        base, _, ending = word.rpartition("'")
        if word in IRREGULAR:
            found += IRREGULAR[word].split()
        elif word.endswith("n't"):
            found += [word[:-3], "not"]
        elif base and ending in ENDINGS:
            found += [base, ENDINGS[ending]]
        else:
            found.append(word.replace("'", ""))
    return found


def fits(element, word):
    for one in element.split("|"):
        if one in ("_", word) or (one[-1] == "*" and word.startswith(one[:-1])):
            return True
        if one == "#" and (word[0].isdigit() or word in NUMBERS):
            return True
    return False


def matches(pattern, words):
    """Does the pattern stand somewhere in the words?"""
    places = set(range(len(words) + 1))   # where the rest of the pattern may begin
    for element in pattern.split():
        if element == "...":
            places = set(range(min(places), len(words) + 1))
            continue
        after = {at + 1 for at in places if at < len(words) and fits(element.rstrip("?"), words[at])}
        places = after | places if element.endswith("?") else after
        if not places:
            return False
    return True


def any_matches(patterns, words):
    return any(matches(pattern, words) for pattern in patterns)


def mistake(pattern):
    """What is wrong with the pattern; "" if nothing is."""
    elements = pattern.split(" ")
    wrong = [e for e in elements if not ELEMENT.fullmatch(e)]
    if wrong:
        return f"does not understand {wrong[0]!r}"
    if "..." in (elements[0], elements[-1]):
        return "begins or ends with ..., which says nothing"
    if matches(pattern, []):
        return "matches a turn without words"
    return ""
