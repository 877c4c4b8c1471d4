"""Our vectors against the reference: the same ONNX file under Python's ONNX Runtime, with the `tokenizers`
package's own WordPiece."""
import json
import os
import pathlib
import subprocess

import numpy
import onnxruntime
import pytest
import tokenizers

import harness

MODELS = pathlib.Path(os.environ["LEXI_MODELS"])
SENTENCES = (harness.CLONE / "tests/data/embeddings/sentences.txt").read_text(encoding="utf-8").splitlines()
TOOL = pathlib.Path(os.environ["LEXI_BIN"]) / "lexi-embed"


def reference(texts):
    words = tokenizers.BertWordPieceTokenizer(str(MODELS / "all-MiniLM-L6-v2-vocab.txt"), lowercase=True)
    words.enable_truncation(256)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(MODELS / "all-MiniLM-L6-v2-int8.onnx"), options)
    for text in texts:
        ids = numpy.array([words.encode(text).ids], dtype=numpy.int64)
        mask = numpy.ones_like(ids)
        hidden, = session.run(["last_hidden_state"], {"input_ids": ids, "attention_mask": mask,
                                                      "token_type_ids": numpy.zeros_like(ids)})
        weights = mask[..., None]
        mean = (hidden * weights).sum(1) / weights.sum(1)
        yield (mean / numpy.linalg.norm(mean, axis=1, keepdims=True))[0]


def ours(texts):
    made = subprocess.run([TOOL], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    return [json.loads(line)["vector"] for line in made.stdout.splitlines()]


def test_our_vectors_are_the_references():
    assert len(SENTENCES) == 50
    vectors = ours(SENTENCES)
    assert len(vectors) == 50
    worst = {text: float(numpy.abs(numpy.array(mine) - theirs).max())
             for text, mine, theirs in zip(SENTENCES, vectors, reference(SENTENCES), strict=True)}
    far = {text: distance for text, distance in worst.items() if distance > 1e-3}
    print(f"largest difference of a component: {max(worst.values()):.2e}")
    assert not far


def test_a_text_has_the_same_vector_in_any_company():
    alone, = ours(["The train is late."])
    *_, among = ours(["Cats sleep.", "A much longer sentence about the weather in the north.", "The train is late."])
    assert alone == among


@pytest.mark.parametrize("damage, why", [
    (lambda model, words: model.write_bytes(model.read_bytes()[:1000]), "no complete embedding model"),
    (lambda model, words: model.unlink(), "there is no model file"),
    (lambda model, words: words.write_text("a\nb\n"), "the vocabulary lacks [UNK]")])
def test_a_broken_model_is_named_and_the_service_is_up(tmp_path, damage, why):
    model, words = tmp_path / "model.onnx", tmp_path / "vocab.txt"
    model.write_bytes((MODELS / "all-MiniLM-L6-v2-int8.onnx").read_bytes())
    words.write_bytes((MODELS / "all-MiniLM-L6-v2-vocab.txt").read_bytes())
    damage(model, words)
    service = harness.ai_service(EMBEDDING_MODEL_PATH=str(model), EMBEDDING_VOCAB_PATH=str(words)).start()
    try:
        assert harness.wait_for(lambda: harness.engines(service.url)["embeddings"]["state"] == "failed", 20)
        assert why in harness.engines(service.url)["embeddings"]["reason"]
    finally:
        service.stop()
