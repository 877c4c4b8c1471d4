"""Another CTC phone model for HUBERT_MODEL_PATH: none can be had here, so ours takes the form of one.

Whisper's encoder and our head in one ONNX file with its weights, `input_values` [1, samples] in and `logits` out, a
vocabulary in IPA and settings beside it, as a HuBERT model is exported.
"""
import json
import struct

import numpy as np
import onnx
from onnx import TensorProto, compose, helper

IPA = "ɑ æ ʌ ɔ aʊ aɪ b tʃ d ð ɛ ɝ eɪ f ɡ h ɪ i dʒ k l m n ŋ oʊ ɔɪ p ɹ s ʃ t θ ʊ u v w j z ʒ".split()


def ggml_tensors(path):
    """The tensors of a Whisper file by name, and its mel filters."""
    with open(path, "rb") as file:
        file.seek(48)
        mels, bins = struct.unpack("<2i", file.read(8))
        tensors = {"mel_filters": np.frombuffer(file.read(mels * bins * 4), np.float32).reshape(mels, bins)}
        (words,) = struct.unpack("<i", file.read(4))
        for _ in range(words):
            file.seek(struct.unpack("<i", file.read(4))[0], 1)
        while head := file.read(12):
            dims, length, kind = struct.unpack("<3i", head)
            shape = struct.unpack(f"<{dims}i", file.read(4 * dims))[::-1]
            name = file.read(length).decode()
            values = file.read(int(np.prod(shape)) * (2 if kind == 1 else 4))
            tensors[name] = np.frombuffer(values, np.float16 if kind == 1 else np.float32).reshape(shape)
    return tensors


def with_weights(encoder, tensors):
    for held in encoder.graph.initializer:
        if held.data_location == TensorProto.EXTERNAL:
            held.CopyFrom(onnx.numpy_helper.from_array(tensors[held.name], held.name))
    return encoder


def write(folder, phones, weights):
    """`phones`: the folder of our graphs. Gives the folder that HUBERT_MODEL_PATH may name."""
    encoder = with_weights(onnx.load(phones / "phone-encoder.onnx", load_external_data=False), ggml_tensors(weights))
    head = onnx.load(phones / "phone-head.onnx")
    head.ir_version = encoder.ir_version
    head.opset_import[0].version = encoder.opset_import[0].version
    model = compose.merge_models(encoder, head, io_map=[("layers", "layers")], prefix1="e_", prefix2="h_")
    graph = model.graph
    graph.node.insert(0, helper.make_node("Reshape", ["input_values", "flat"], [graph.input[0].name]))
    graph.node.append(helper.make_node("Unsqueeze", [graph.output[0].name, "front"], ["logits"]))
    for name, value in (("flat", -1), ("front", 0)):
        graph.initializer.append(onnx.numpy_helper.from_array(np.array([value], np.int64), name))
    graph.input[0].CopyFrom(helper.make_tensor_value_info("input_values", TensorProto.FLOAT, [1, "samples"]))
    graph.output[0].CopyFrom(helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, "frames", len(IPA) + 1]))
    onnx.save(model, folder / "model.onnx")
    (folder / "vocab.json").write_text(json.dumps({**{sign: i for i, sign in enumerate(IPA)}, "<pad>": len(IPA)}))
    (folder / "preprocessor_config.json").write_text('{"do_normalize": false}')
    return folder
