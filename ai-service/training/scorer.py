#!/usr/bin/env python3
"""Trains the scorer: from figures about each phone to the scores that experts would give.

    scorer.py CORPUS FEATURES OUT.onnx --synthetic FOLDER [--seeds N] [--epochs N]

FEATURES holds ID.bin of every recording, as `lexi-phones features` wrote them; those of the training speakers must come
from phone heads that were trained on others (run.sh does that). Nothing is tuned on the development speakers: each seed
keeps the epoch that is best on a seventh of the training speakers.

SYNTHETIC has labels.jsonl and features/ of sentences spoken right and with errors, which no head has heard.

A transformer of two layers over the phones and one place for the whole recording. Its outputs, in the experts' scales
divided so that the best is 2: each phone, each word, and accuracy, fluency, prosody, overall of the recording; the
logarithm of the variance to expect of the overall score; and for each phone the probabilities that it was left out,
exchanged, and followed by a sound that was put in.
"""
import argparse
import os
import random
import zlib
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
from torch import nn

import corpus
import smaller

WIDTH, HEADS, LAYERS = 128, 4, 2
WHOLE = ("accuracy", "fluency", "prosodic", "total")
HIGHEST = 10.0  # of the experts' scores for words and recordings; phones have 2
DELETED, EXCHANGED, FOLLOWED = range(3)
BY_DELETION, BY_EXCHANGE = len(corpus.PHONES), len(corpus.PHONES) + 2  # where features.cpp puts these ratios
WRONG, RIGHT = 0.4, 1.6  # experts' means from which a phone was surely wrong or right


class Example:
    def __init__(self, row, folder):
        with open(os.path.join(folder, row["id"] + ".bin"), "rb") as file:
            phones, words, figures, whole, pooled = np.fromfile(file, np.int32, 5)
            self.phones = np.fromfile(file, np.int32, phones).astype(np.int64)
            self.word_of = np.fromfile(file, np.int32, phones)
            self.figures = np.fromfile(file, np.float32, phones * figures).reshape(phones, figures)
            self.whole = np.fromfile(file, np.float32, whole)
            self.pooled = np.fromfile(file, np.float16, phones * pooled).reshape(phones, pooled)
            self.whole_pooled = np.fromfile(file, np.float16, pooled)
        self.words = np.zeros((words, phones), np.float32)
        self.words[self.word_of, np.arange(phones)] = 1
        self.row, self.speaker = row, row.get("speaker")
        self.phone_scores = np.full(phones, np.nan, np.float32)
        self.word_scores = np.full(words, np.nan, np.float32)
        self.whole_scores = np.full(len(WHOLE), np.nan, np.float32)
        self.errors = np.full((phones, 3), np.nan, np.float32)
        if "errors" in row:
            self.take_errors(row["errors"])
        else:
            self.take_scores(row)

    def take_errors(self, errors):
        self.errors[:] = 0
        for error in errors:
            if error["kind"] == "insertion":
                self.errors[error["place"] - 1, FOLLOWED] = 1
            else:
                self.errors[error["place"], DELETED if error["kind"] == "deletion" else EXCHANGED] = 1

    def take_scores(self, row):
        at = 0
        for index, word in enumerate(row["words"]):
            count = int((self.word_of == index).sum())
            if word.get("phones"):
                self.phone_scores[at:at + count] = word["phone_scores"]
            if word["accuracy"] == HIGHEST:
                self.errors[at:at + count, FOLLOWED] = 0
            at += count
        self.word_scores[:] = np.array([word["accuracy"] for word in row["words"]], np.float32) * 2 / HIGHEST
        self.whole_scores[:] = np.array([row[name] for name in WHOLE], np.float32) * 2 / HIGHEST
        self.errors[self.phone_scores >= RIGHT, :2] = 0
        # Experts tell that a phone was wrong, not how.
        wrong = self.phone_scores <= WRONG
        deleted = self.figures[:, BY_DELETION] > self.figures[:, BY_EXCHANGE]
        self.errors[wrong & deleted, :2] = (1, 0)
        self.errors[wrong & ~deleted, :2] = (0, 1)


def hash_of(example):
    return zlib.crc32(example.row["text"].encode())


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.all = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)

    def forward(self, x, hidden):
        batch, length, _ = x.shape
        q, k, v = self.all(x).reshape(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + hidden[:, None, None, :]
        return self.out((torch.softmax(weights, -1) @ v).transpose(1, 2).reshape(batch, length, WIDTH))


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(2))
        self.attention = Attention()
        self.feed = nn.Sequential(nn.Linear(WIDTH, 2 * WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(2 * WIDTH, WIDTH))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, hidden):
        x = x + self.dropout(self.attention(self.norms[0](x), hidden))
        return x + self.dropout(self.feed(self.norms[1](x)))


def perceptron(inputs, outputs, dropout):
    return nn.Sequential(nn.Linear(inputs, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, outputs))


class Standard(nn.Module):
    """To mean 0 and variance 1 of the training data."""

    def __init__(self, values):
        super().__init__()
        self.register_buffer("mean", torch.from_numpy(values.mean(0).astype(np.float32)))
        self.register_buffer("scale", torch.from_numpy((1 / (values.std(0) + 1e-3)).astype(np.float32)))

    def forward(self, x):
        return (x - self.mean) * self.scale


class Scorer(nn.Module):
    def __init__(self, examples, dropout=0.2):
        super().__init__()
        self.of_figures = Standard(np.concatenate([e.figures for e in examples]))
        self.of_pooled = Standard(np.concatenate([e.pooled for e in examples[::4]]).astype(np.float32))
        self.of_whole = Standard(np.stack([e.whole for e in examples]))
        self.of_whole_pooled = Standard(np.stack([e.whole_pooled for e in examples]).astype(np.float32))
        figures, pooled, whole = examples[0].figures.shape[1], examples[0].pooled.shape[1], len(examples[0].whole)
        self.figures = nn.Linear(figures, WIDTH)
        self.name = nn.Embedding(len(corpus.PHONES), WIDTH)
        self.sound = nn.Sequential(nn.Dropout(0.3), nn.Linear(pooled, 48), nn.GELU(), nn.Linear(48, WIDTH))
        self.whole = nn.Linear(whole, WIDTH)
        self.whole_sound = nn.Sequential(nn.Dropout(0.3), nn.Linear(pooled, 48), nn.GELU(), nn.Linear(48, WIDTH))
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)
        self.phone = perceptron(WIDTH, 1, dropout)
        self.word = perceptron(2 * WIDTH + 2, 1, dropout)
        self.recording = perceptron(2 * WIDTH + 2, len(WHOLE), dropout)
        self.doubt = perceptron(2 * WIDTH + 2, 1, dropout)
        self.error = perceptron(WIDTH + figures, 3, dropout)

    def forward(self, figures, phones, pooled, words, whole, whole_pooled):
        """[b, l, f], [b, l] (-1: padding), [b, l, p], [b, w, l], [b, u], [b, p] -> [b, l], [b, w], [b, 4], [b, 1], [b, l, 3]"""
        there = (phones >= 0).to(figures.dtype)
        figures = self.of_figures(figures)
        x = self.figures(figures) + self.name(phones.clamp(min=0)) + self.sound(self.of_pooled(pooled))
        top = self.whole(self.of_whole(whole)) + self.whole_sound(self.of_whole_pooled(whole_pooled))
        x = torch.cat([top[:, None], x], 1)
        hidden = (torch.cat([torch.ones_like(there[:, :1]), there], 1) - 1) * 1e4
        for layer in self.layers:
            x = layer(x, hidden)
        x = self.norm(x)
        top, x = x[:, 0], x[:, 1:]
        phone = self.phone(x)[:, :, 0]
        share = words / words.sum(-1, keepdim=True).clamp(min=1)
        lowest = (phone[:, None] * words + (1 - words) * 10).amin(-1, keepdim=True).clamp(max=2)
        of_word = share @ x
        highest = (x[:, None] * words[..., None] - (1 - words[..., None]) * 10).amax(2)
        word = self.word(torch.cat([of_word, highest, share @ phone[..., None], lowest], -1))[:, :, 0]
        counted = there / there.sum(-1, keepdim=True)
        mean = (counted[:, None] @ x)[:, 0]
        spread = torch.cat([(counted * phone).sum(-1, keepdim=True), (phone + (1 - there) * 10).amin(-1, keepdim=True)], -1)
        seen = torch.cat([top, mean, spread], -1)
        errors = torch.sigmoid(self.error(torch.cat([x, figures], -1)))
        return phone, word, self.recording(seen), self.doubt(seen.detach()), errors


class Average(nn.Module):
    """The mean of several scorers, for one recording: no batch, no padding."""

    def __init__(self, scorers):
        super().__init__()
        self.scorers = nn.ModuleList(scorers)

    def forward(self, *inputs):
        found = [scorer(*(value[None] for value in inputs)) for scorer in self.scorers]
        return tuple(torch.stack([f[i][0] for f in found]).mean(0) for i in range(5))


def padded(arrays, fill=0.0):
    shape = np.max([a.shape for a in arrays], 0)
    out = np.full((len(arrays), *shape), fill, np.float32)
    for row, array in zip(out, arrays):
        row[tuple(slice(0, n) for n in array.shape)] = array
    return torch.from_numpy(out)


def inputs_of(examples):
    return (padded([e.figures for e in examples]), padded([e.phones for e in examples], -1).long(),
            padded([e.pooled for e in examples]), padded([e.words for e in examples]),
            torch.from_numpy(np.stack([e.whole for e in examples])),
            torch.from_numpy(np.stack([e.whole_pooled for e in examples]).astype(np.float32)))


def squared(found, wanted):
    known = ~torch.isnan(wanted)
    return ((found - torch.nan_to_num(wanted)) ** 2)[known].sum() / known.sum().clamp(min=1)


def crossed(found, wanted):
    """Binary cross-entropy where it is known."""
    known = ~torch.isnan(wanted)
    if not known.any():
        return found.sum() * 0
    return nn.functional.binary_cross_entropy(found[known].clamp(1e-6, 1 - 1e-6), wanted[known])


def loss_of(scorer, examples):
    phone, word, whole, doubt, errors = scorer(*inputs_of(examples))
    of_whole = torch.from_numpy(np.stack([e.whole_scores for e in examples]))
    scored = ~torch.isnan(of_whole[:, 3])
    error = (whole[scored, 3] - of_whole[scored, 3]).detach() ** 2
    doubt = doubt[scored, 0]
    return (squared(phone, padded([e.phone_scores for e in examples], np.nan)) * 2
            + squared(word, padded([e.word_scores for e in examples], np.nan)) + squared(whole, of_whole)
            + 0.05 * (error * torch.exp(-doubt) + doubt).sum() / scored.sum().clamp(min=1)
            + 2 * crossed(errors, padded([e.errors for e in examples], np.nan)))


def correlations(scorer, examples):
    """Pearson with the experts: phone, word, accuracy, fluency, prosody, overall."""
    pairs = [[] for _ in range(6)]
    with torch.no_grad():
        for start in range(0, len(examples), 32):
            group = examples[start:start + 32]
            phone, word, whole, *_ = scorer(*inputs_of(group))
            for i, e in enumerate(group):
                pairs[0] += [(a, b) for a, b in zip(e.phone_scores, phone[i].tolist()) if not np.isnan(a)]
                pairs[1] += list(zip(e.word_scores, word[i].tolist()))
                for k in range(4):
                    pairs[2 + k].append((e.whole_scores[k], whole[i, k].item()))
    return [float(np.corrcoef(np.array(p).T)[0, 1]) for p in pairs]


def told_apart(scorer, examples):
    """Mean over the kinds of error of the area under the ROC curve, on phones."""
    found, wanted = [], []
    with torch.no_grad():
        for start in range(0, len(examples), 32):
            group = examples[start:start + 32]
            errors = scorer(*inputs_of(group))[4].numpy()
            for i, e in enumerate(group):
                found.append(errors[i, :len(e.errors)])
                wanted.append(e.errors)
    found, wanted = np.concatenate(found), np.concatenate(wanted)
    areas = []
    for kind in range(3):
        ranks = found[:, kind].argsort().argsort()
        positive = wanted[:, kind] == 1
        n, m = positive.sum(), (~positive).sum()
        areas.append((ranks[positive].sum() - n * (n - 1) / 2) / (n * m))
    return float(np.mean(areas))


def train(examples, spoken, seed, epochs):
    torch.manual_seed(seed)
    random.seed(seed)
    # Every seventh speaker from the worst to the best, so that those who are watched differ as all do.
    level = {}
    for e in examples:
        level.setdefault(e.speaker, []).append(e.whole_scores[3])
    watched = set(sorted(level, key=lambda speaker: np.mean(level[speaker]))[seed % 7::7])
    seen = [e for e in examples if e.speaker not in watched]
    held = [e for e in examples if e.speaker in watched]
    scorer = Scorer(seen)
    # A text's right and wrong version stay together.
    checked = [e for e in spoken if hash_of(e) % 10 == seed % 10]
    seen = seen + [e for e in spoken if hash_of(e) % 10 != seed % 10]
    steps = epochs * (len(seen) // 16 + 1)
    optimiser = torch.optim.AdamW(scorer.parameters(), lr=1e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps, pct_start=0.15)
    best, kept = -1.0, None
    for epoch in range(epochs):
        scorer.train()
        random.shuffle(seen)
        for start in range(0, len(seen), 16):
            loss = loss_of(scorer, seen[start:start + 16])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        scorer.eval()
        found = correlations(scorer, held)
        apart = told_apart(scorer, checked)
        score = found[0] + found[1] + found[3] + found[5] + 4 * apart
        if score > best:
            best, kept = score, {k: v.clone() for k, v in scorer.state_dict().items()}
        print(f"seed {seed} epoch {epoch + 1}: " + " ".join(f"{f:.3f}" for f in found) + f" errors {apart:.4f}", flush=True)
    scorer.load_state_dict(kept)
    return scorer.eval()


def export(model, example, path):
    inputs = tuple(value[0] for value in inputs_of([example]))
    names = ["figures", "phones", "pooled", "words", "whole", "whole_pooled"]
    axes = {"figures": {0: "phones"}, "phones": {0: "phones"}, "pooled": {0: "phones"},
            "words": {0: "words", 1: "phones"}, "phone": {0: "phones"}, "word": {0: "words"}, "errors": {0: "phones"}}
    torch.onnx.export(model, inputs, path, input_names=names, output_names=["phone", "word", "recording", "doubt", "errors"],
                      dynamic_axes=axes, opset_version=17, dynamo=False)
    smaller.halve(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("--synthetic", required=True, action="append", help="folder with labels.jsonl and features/")
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    options = parser.parse_args()
    rows = corpus.utterances(options.corpus)
    spoken = [Example(row, os.path.join(folder, "features")) for folder in options.synthetic
              for row in corpus.lines(os.path.join(folder, "labels.jsonl"))]
    examples = [Example(row, options.features) for row in rows]
    seen = [e for e in examples if not corpus.is_development(e.row)]
    kept_out = [e for e in examples if corpus.is_development(e.row)]
    # One thread each: torch's threads wait for each other in a way that a busy machine punishes.
    torch.set_num_threads(1)
    with ProcessPoolExecutor(options.seeds) as pool:
        trained = [pool.submit(train, list(seen), spoken, seed, options.epochs) for seed in range(options.seeds)]
        scorers = [one.result() for one in trained]
    for i, scorer in enumerate(scorers):
        print(f"seed {i}, development speakers: " + " ".join(f"{f:.4f}" for f in correlations(scorer, kept_out)))
    export(Average(scorers), seen[0], options.out)


if __name__ == "__main__":
    main()
