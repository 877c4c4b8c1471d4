"""Which letters spell which sound: the studio colours letters by it."""
import json
import os
import subprocess

import harness
import pytest

WORDS = {  # letters of one sound, then their sounds
    "white": "wh:W i:AY t:T e:", "likes": "l:L i:AY k:K e: s:S", "one": "o:W+AH n:N e:", "thought": "th:TH ough:AO t:T",
    "breakfast": "b:B r:R ea:EH k:K f:F a:AH s:S t:T", "six": "s:S i:IH x:K+S", "don't": "d:D o:OW n:N ': t:T",
    "station": "s:S t:T a:EY ti:SH o:AH n:N", "question": "q:K u:W e:EH s:S t:CH io:AH n:N", "asked": "a:AE s:S k:K ed:T",
    "weather": "w:W ea:EH th:DH er:ER", "people": "p:P eo:IY p:P+AH le:L", "Mike": "M:M i:AY k:K e:",
}


@pytest.fixture(scope="module")
def shared():
    asked = {word: [sound for piece in answer.split() for sound in piece.rpartition(":")[2].split("+") if sound]
             for word, answer in WORDS.items()}
    script = f"""import {{ shareLetters }} from './web/src/features/speak/letters.ts'
        const asked = {json.dumps(asked)}
        const said = (sounds, numbers) => numbers.map((number) => sounds[number]).join('+')
        console.log(JSON.stringify(Object.fromEntries(Object.entries(asked).map(([word, sounds]) =>
            [word, shareLetters(word, sounds).map((piece) => piece.text + ':' + said(sounds, piece.sounds)).join(' ')]))))"""
    done = subprocess.run([os.environ["LEXI_NODE"], "--input-type=module", "--eval", script], cwd=harness.CLONE,
                          text=True, capture_output=True, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("word", WORDS)
def test_letters_are_given_to_their_sounds(shared, word):
    assert shared[word] == WORDS[word]
