#!/usr/bin/env python3
"""Trains the phone head: what Whisper's encoder heard, as 39 phones and a blank, by CTC.

    head.py CORPUS LAYERS OUT.onnx [--synthetic FOLDER] [--epochs N] [--without FOLD]

CORPUS is the folder of speechocean762's training half, LAYERS what `lexi-phones layers` made of it. Without a fold's
speakers, a head can judge them as strangers, which the scorer's training needs. The one that is shipped has seen all
training speakers. (Averaging the folds' heads was worse than any of them: their peaks do not fall on the same frames.)

The recipe is that of the project's findings: a softmax mix of four layers, each normed; 512 to 256; two residual
convolutions; CTC against the phones that were asked for, without those that the experts heard as wrong (mean below
0.5), so that a missing sound is not taught as present. SYNTHETIC adds sentences of a synthesiser with the phones it was
told to speak, errors among them.
"""
import argparse
import os
import random
import time

import numpy as np
import torch
from torch import nn

import corpus
import smaller

WRONG = 0.5  # mean of the experts' 0-2 below which a phone was not said
BATCH = 16


class Head(nn.Module):
    def __init__(self, kept=4, width=512, hidden=256, dropout=0.15):
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(kept))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(kept))
        self.narrow = nn.Linear(width, hidden)
        self.convolutions = nn.ModuleList(nn.Conv1d(hidden, hidden, 3, padding=1) for _ in range(2))
        self.between = nn.ModuleList(nn.LayerNorm(hidden) for _ in range(2))
        self.out = nn.Linear(hidden, corpus.BLANK + 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, layers):
        """[batch, frames, kept, width] -> log probabilities [batch, frames, phones and blank]."""
        weights = torch.softmax(self.mix, 0)
        mixed = sum(weights[i] * norm(layers[:, :, i]) for i, norm in enumerate(self.norms))
        x = nn.functional.gelu(self.narrow(self.dropout(mixed)))
        for convolution, norm in zip(self.convolutions, self.between):
            y = convolution(norm(x).transpose(1, 2)).transpose(1, 2)
            x = x + self.dropout(nn.functional.gelu(y))
        return torch.log_softmax(self.out(x), -1)


class One(nn.Module):
    """The head for one recording: no batch. [frames, kept, width] -> [frames, symbols]."""

    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, layers):
        return self.head(layers[None])[0]


def said(row):
    return [corpus.INDEX[phone] for word in row["words"]
            for phone, score in zip(word.get("phones", []), word.get("phone_scores", [])) if score >= WRONG]


def whole(row):
    """Some words have no phone labels, because the experts' transcriptions differ in length."""
    return all(word.get("phones") for word in row["words"])


def examples(rows, folder):
    return [(os.path.join(folder, row["id"] + ".f16"), said(row)) for row in rows if whole(row)]


def batches(items, shuffle):
    """Recordings of like length together; the order of the batches is random."""
    items = sorted(items, key=lambda item: os.path.getsize(item[0]) + random.random() * 1e5)
    grouped = [items[i:i + BATCH] for i in range(0, len(items), BATCH)]
    if shuffle:
        random.shuffle(grouped)
    return grouped


def tensors(group):
    sounds = [torch.from_numpy(corpus.layers(path).astype(np.float32)) for path, _ in group]
    lengths = torch.tensor([len(sound) for sound in sounds])
    targets = [torch.tensor(phones) for _, phones in group]
    return (nn.utils.rnn.pad_sequence(sounds, batch_first=True), lengths, torch.cat(targets),
            torch.tensor([len(target) for target in targets]))


def train(items, epochs, seed):
    torch.manual_seed(seed)
    random.seed(seed)
    head = Head()
    steps = epochs * len(batches(items, False))
    optimiser = torch.optim.AdamW(head.parameters(), lr=1.5e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1.5e-3, total_steps=steps)
    loss_of = nn.CTCLoss(blank=corpus.BLANK, zero_infinity=True)
    for epoch in range(epochs):
        head.train()
        began, total, count = time.time(), 0.0, 0
        for group in batches(items, True):
            layers, lengths, targets, sizes = tensors(group)
            loss = loss_of(head(layers).transpose(0, 1), targets, lengths, sizes)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        print(f"seed {seed} epoch {epoch + 1}: loss {total / count:.3f}, {time.time() - began:.0f} s", flush=True)
    return head.eval()


def greedy(log_probability):
    best = log_probability.argmax(-1).tolist()
    return [p for i, p in enumerate(best) if p != corpus.BLANK and (i == 0 or best[i - 1] != p)]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def error_rate(model, items):
    """Phone error rate of the likeliest phones against those that were said."""
    wrong = asked = 0
    with torch.no_grad():
        for path, phones in items:
            found = greedy(model(torch.from_numpy(corpus.layers(path).astype(np.float32))))
            wrong, asked = wrong + distance(phones, found), asked + len(phones)
    return wrong / asked


def export(model, path):
    example = torch.zeros(50, 4, 512)
    torch.onnx.export(model, (example,), path, input_names=["layers"], output_names=["log_probability"],
                      dynamic_axes={"layers": {0: "frames"}, "log_probability": {0: "frames"}}, opset_version=17,
                      dynamo=False)
    smaller.halve(path)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("layers")
    parser.add_argument("out")
    parser.add_argument("--synthetic", help="folder with labels.jsonl and layers/")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--without", type=int, choices=range(corpus.FOLDS), help="the fold that is left out")
    return parser.parse_args()


def spoken_by_machine(folder):
    rows = corpus.lines(os.path.join(folder, "labels.jsonl"))
    return [(os.path.join(folder, "layers", row["id"] + ".f16"), [corpus.INDEX[p] for p in row["spoken"]]) for row in rows]


def main():
    options = arguments()
    rows = corpus.utterances(options.corpus)
    fold_of = corpus.folds(rows)
    synthetic = spoken_by_machine(options.synthetic) if options.synthetic else []
    seen = [row for row in rows if not corpus.is_development(row) and fold_of[row["speaker"]] != options.without]
    model = One(train(examples(seen, options.layers) + synthetic, options.epochs, seed=1))
    kept_out = examples([row for row in rows if corpus.is_development(row)], options.layers)
    print(f"without {options.without}: phone error rate on development speakers {error_rate(model, kept_out):.4f}")
    export(model, options.out)


if __name__ == "__main__":
    main()
