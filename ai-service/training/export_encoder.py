#!/usr/bin/env python3
"""Writes the graph of Whisper's audio encoder as ONNX, without its weights.

    export_encoder.py GGML_MODEL OUT.onnx [--int8]

The weights stay in the ggml file that speech to text uses anyway: every initializer that is read from it is marked as
external data, under the tensor's name there, and the service hands the tensors over when it opens the graph
(ml/phones/whisper_weights.hpp). So the graph is some 40 KiB and can stand in the repository.

In:  pcm [samples], 16 kHz, -1..1, at most 30 s.
Out: layers [frames, layers kept, width], 50 frames a second: the outputs of the layers in KEPT, the last one after the
     encoder's final layer norm.
With --int8 the linear layers multiply whole numbers: each column of the weights is rounded to 8 bits when the graph is
opened, each row of what comes in while it runs. The weights' file stays the same.
The log-mel front end is Whisper's (openai/whisper, audio.py), with the clip's own length instead of 30 s.
"""
import struct
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper

KEPT = (2, 4, 5, 6)  # counted from 1
FFT, HOP = 400, 160


class Ggml:
    """Names, shapes and types of a ggml Whisper file's tensors."""

    def __init__(self, path):
        with open(path, "rb") as file:
            magic, *self.hparams = struct.unpack("<12i", file.read(48))
            if magic != 0x67676D6C:
                raise SystemExit(f"{path} is no ggml Whisper model")
            self.mels, self.bins = struct.unpack("<2i", file.read(8))
            file.seek(self.mels * self.bins * 4, 1)
            (words,) = struct.unpack("<i", file.read(4))
            for _ in range(words):
                (length,) = struct.unpack("<i", file.read(4))
                file.seek(length, 1)
            self.tensors = {}
            while head := file.read(12):
                dims, length, kind = struct.unpack("<3i", head)
                shape = struct.unpack(f"<{dims}i", file.read(4 * dims))[::-1]
                name = file.read(length).decode()
                self.tensors[name] = (shape, kind)
                file.seek(int(np.prod(shape)) * (2 if kind == 1 else 4), 1)

    width = property(lambda self: self.hparams[2])
    heads = property(lambda self: self.hparams[3])
    layers = property(lambda self: self.hparams[4])


class Graph:
    def __init__(self, ggml, int8):
        self.ggml, self.int8, self.nodes, self.initializers, self.count = ggml, int8, [], [], 0

    def op(self, kind, *inputs, **attributes):
        self.count += 1
        out = f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [out], **attributes))
        return out

    def constant(self, values, kind=np.float32):
        self.count += 1
        name = f"constant_{self.count}"
        self.initializers.append(onnx.numpy_helper.from_array(np.array(values, kind), name))
        return name

    def ints(self, *values):
        return self.constant(values, np.int64)

    def external(self, name, shape, kind):
        tensor = TensorProto(name=name, dims=shape, data_type=kind, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="weights")
        self.initializers.append(tensor)
        return name

    def weight(self, name):
        shape, kind = self.ggml.tensors[name]
        self.external(name, shape, TensorProto.FLOAT16 if kind == 1 else TensorProto.FLOAT)
        return self.op("Cast", name, to=TensorProto.FLOAT) if kind == 1 else name

    def linear(self, x, name, bias=True):
        weight = self.op("Transpose", self.weight(f"{name}.weight"), perm=[1, 0])
        if self.int8:
            greatest = self.op("ReduceMax", self.op("Abs", weight), self.ints(0), keepdims=0)
            scale = self.op("Div", greatest, self.constant(127))
            whole = self.op("Cast", self.op("Round", self.op("Div", weight, scale)), to=TensorProto.INT8)
            y = self.op("DynamicQuantizeMatMul", x, whole, scale, domain="com.microsoft")
        else:
            y = self.op("MatMul", x, weight)
        return self.op("Add", y, self.weight(f"{name}.bias")) if bias else y

    def norm(self, x, name):
        return self.op("LayerNormalization", x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), epsilon=1e-5)

    def gelu(self, x):
        return self.op("Gelu", x)


def log_mel(g, pcm):
    """[1, mels, frames] of [samples]."""
    half = FFT // 2
    sound = g.op("Reshape", pcm, g.ints(1, 1, -1))
    padded = g.op("Pad", sound, g.ints(0, 0, half, 0, 0, half), mode="reflect")
    # The transform's basis is computed once, when the graph is opened: cos and sin of 2 pi k n / FFT under a Hann window.
    n, k = np.arange(FFT), np.arange(g.ggml.bins)
    steps = g.op("Mod", g.op("Mul", g.constant(k[:, None], np.int64), g.constant(n[None], np.int64)), g.constant(FFT, np.int64))
    angle = g.op("Mul", g.op("Cast", steps, to=TensorProto.FLOAT), g.constant(2 * np.pi / FFT))
    window = g.constant(0.5 - 0.5 * np.cos(2 * np.pi * n / FFT))
    basis = g.op("Concat", *[g.op("Mul", g.op(wave, angle), window) for wave in ("Cos", "Sin")], axis=0)
    basis = g.op("Unsqueeze", basis, g.ints(1))
    spectrum = g.op("Conv", padded, basis, strides=[HOP], kernel_shape=[FFT])
    power = g.op("Mul", spectrum, spectrum)
    power = g.op("Add", g.op("Slice", power, g.ints(0), g.ints(g.ggml.bins), g.ints(1)),
                 g.op("Slice", power, g.ints(g.ggml.bins), g.ints(2 * g.ggml.bins), g.ints(1)))
    power = g.op("Slice", power, g.ints(0), g.ints(-1), g.ints(2))  # Whisper drops the last frame
    filters = g.external("mel_filters", (g.ggml.mels, g.ggml.bins), TensorProto.FLOAT)
    mel = g.op("Max", g.op("MatMul", filters, power), g.constant(1e-10))
    mel = g.op("Mul", g.op("Log", mel), g.constant(1 / np.log(10)))
    floor = g.op("Sub", g.op("ReduceMax", mel, keepdims=0), g.constant(8))
    return g.op("Mul", g.op("Add", g.op("Max", mel, floor), g.constant(4)), g.constant(0.25))


def attention(g, x, name):
    width, heads = g.ggml.width, g.ggml.heads
    split = g.ints(-1, heads, width // heads)

    def part(which, perm, bias=True):
        return g.op("Transpose", g.op("Reshape", g.linear(x, f"{name}.{which}", bias), split), perm=perm)

    query, key, value = part("query", [1, 0, 2]), part("key", [1, 2, 0], False), part("value", [1, 0, 2])
    weights = g.op("Mul", g.op("MatMul", query, key), g.constant((width // heads) ** -0.5))
    mixed = g.op("MatMul", g.op("Softmax", weights, axis=-1), value)
    joined = g.op("Reshape", g.op("Transpose", mixed, perm=[1, 0, 2]), g.ints(-1, width))
    return g.linear(joined, f"{name}.out")


def convolution(g, x, name, stride):
    bias = g.op("Reshape", g.weight(f"{name}.bias"), g.ints(-1))
    return g.gelu(g.op("Conv", x, g.weight(f"{name}.weight"), bias, pads=[1, 1], strides=[stride], kernel_shape=[3]))


def encoder(ggml, int8):
    g = Graph(ggml, int8)
    x = convolution(g, log_mel(g, "pcm"), "encoder.conv1", 1)
    x = convolution(g, x, "encoder.conv2", 2)
    x = g.op("Transpose", g.op("Squeeze", x, g.ints(0)), perm=[1, 0])
    frames = g.op("Slice", g.op("Shape", x), g.ints(0), g.ints(1), g.ints(0))
    x = g.op("Add", x, g.op("Slice", g.weight("encoder.positional_embedding"), g.ints(0), frames, g.ints(0)))
    kept = []
    for layer in range(ggml.layers):
        name = f"encoder.blocks.{layer}"
        x = g.op("Add", x, attention(g, g.norm(x, f"{name}.attn_ln"), f"{name}.attn"))
        hidden = g.gelu(g.linear(g.norm(x, f"{name}.mlp_ln"), f"{name}.mlp.0"))
        x = g.op("Add", x, g.linear(hidden, f"{name}.mlp.2"))
        if layer + 1 in KEPT:
            kept.append(g.norm(x, "encoder.ln_post") if layer + 1 == ggml.layers else x)
    g.nodes.append(helper.make_node("Concat", [g.op("Unsqueeze", k, g.ints(1)) for k in kept], ["layers"], axis=1))
    pcm = helper.make_tensor_value_info("pcm", TensorProto.FLOAT, ["samples"])
    layers = helper.make_tensor_value_info("layers", TensorProto.FLOAT, ["frames", len(KEPT), ggml.width])
    made = helper.make_graph(g.nodes, "whisper_encoder", [pcm], [layers], g.initializers)
    opsets = [helper.make_opsetid("", 20)] + [helper.make_opsetid("com.microsoft", 1)] * int8
    return helper.make_model(made, opset_imports=opsets, ir_version=10)


def main(ggml_path, out, int8=False):
    model = encoder(Ggml(ggml_path), int8)
    with open(out, "wb") as file:
        file.write(model.SerializeToString(deterministic=True))
    print(f"{out}: {len(model.graph.node)} nodes, {len(model.graph.initializer)} initializers")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "--int8"]
    if len(given) != 2:
        sys.exit(__doc__)
    main(*given, int8="--int8" in sys.argv)
