#!/usr/bin/env python3
"""A whisper.cpp ggml file with its matrices as Q8_0: half the size, twice as fast on a CPU. Only numpy is needed.

    ggml_q8_0.py ggml-base.bin -o ggml-base-q8_0.bin

Q8_0 is a block of 32 values: a float16 scale (the largest magnitude / 127), then 32 signed bytes. Matrices are stored
so; convolutions, vectors and positional embeddings stay as they are, as whisper.cpp's own quantize does it.
"""
import argparse
import struct
from pathlib import Path

import numpy as np

MAGIC, BLOCK = 0x67676D6C, 32
TYPE_F32, TYPE_F16, TYPE_Q8_0 = 0, 1, 8
FTYPE_F16, FTYPE_Q8_0 = 1, 2007  # 7, of the second version of the quantised forms
KEPT = {"encoder.positional_embedding", "decoder.positional_embedding", "encoder.conv1.bias", "encoder.conv2.bias"}


def q8_0(values):
    """The bytes of `values`, whose number is a multiple of 32."""
    rows = values.astype("<f4").reshape(-1, BLOCK)
    scale = np.abs(rows).max(axis=1, keepdims=True) / np.float32(127)
    inverse = np.divide(np.float32(1), scale, out=np.zeros_like(scale), where=scale != 0)
    scaled = rows * inverse
    rounded = np.trunc(scaled + np.copysign(np.float32(0.5), scaled))  # halves away from zero, as C's roundf
    return np.hstack([scale.astype("<f2").view(np.int8), rounded.astype(np.int8)]).tobytes()


def head_length(blob):
    """Bytes before the first tensor: hyper-parameters, mel filters, vocabulary."""
    at = 12 * 4
    rows, columns = struct.unpack_from("<2i", blob, at)
    at += 8 + 4 * rows * columns
    words, = struct.unpack_from("<i", blob, at)
    at += 4
    for _ in range(words):
        at += 4 + struct.unpack_from("<i", blob, at)[0]
    return at


def convert(blob):
    magic, *_, form = struct.unpack_from("<12i", blob)
    if magic != MAGIC or form != FTYPE_F16:
        raise SystemExit("not a whisper.cpp file in float16")
    at = head_length(blob)
    out = [blob[:44], struct.pack("<i", FTYPE_Q8_0), blob[48:at]]
    while at < len(blob):
        dimensions, length, kind = struct.unpack_from("<3i", blob, at)
        shape = struct.unpack_from(f"<{dimensions}i", blob, at + 12)
        begin = at + 12 + 4 * dimensions + length
        name = blob[begin - length:begin].decode()
        at = begin + int(np.prod(shape)) * (4 if kind == TYPE_F32 else 2)
        data = blob[begin:at]
        if dimensions == 2 and kind == TYPE_F16 and name not in KEPT:
            kind, data = TYPE_Q8_0, q8_0(np.frombuffer(data, "<f2"))
        out += [struct.pack("<3i", dimensions, length, kind), struct.pack(f"<{dimensions}i", *shape), name.encode(), data]
    return b"".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    arguments = parser.parse_args()
    try:
        arguments.output.write_bytes(convert(arguments.source.read_bytes()))
    except (struct.error, ValueError) as wrong:
        raise SystemExit(f"{arguments.source}: truncated? ({wrong})") from wrong


if __name__ == "__main__":
    main()
