"""speechocean762's training half, and who is kept for development.

Speakers whose number ends in 0 or 5 are the development speakers: no model that is shipped has seen them. The others
are dealt out to FOLDS groups by speaker, for models that judge recordings of people they were not trained on.
"""
import json
import os
import sys

import numpy as np

FOLDS = 3
PHONES = ("AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH").split()
INDEX = {phone: i for i, phone in enumerate(PHONES)}
BLANK = len(PHONES)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def utterances(corpus):
    return lines(os.path.join(corpus, "utterances.jsonl"))


def is_development(row):
    return row["speaker"][-1] in "05"


def folds(rows):
    """{speaker: fold} of the speakers that are not for development."""
    speakers = sorted({row["speaker"] for row in rows if not is_development(row)})
    return {speaker: i % FOLDS for i, speaker in enumerate(speakers)}


def listed(corpus, part):
    """What the tools read: a fold's number, development, or all."""
    rows = utterances(corpus)
    fold_of = folds(rows)
    for row in rows:
        own = "development" if is_development(row) else str(fold_of[row["speaker"]])
        if part in ("all", own):
            words = [{key: word[key] for key in ("text", "phones") if key in word} for word in row["words"]]
            yield {"id": row["id"], "audio": os.path.join(corpus, "audio", row["id"] + ".opus"), "words": words}


def layers(path):
    """The encoder's layers of one recording, [frames, kept, width], as lexi-phones wrote them."""
    shape = np.fromfile(path, np.int32, 3)
    return np.fromfile(path, np.float16, offset=12).reshape(shape)


if __name__ == "__main__":
    corpus_folder, part, out = sys.argv[1:]
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in listed(corpus_folder, part))
