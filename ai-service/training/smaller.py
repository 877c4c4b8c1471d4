"""Halves an ONNX file: great weights are stored as 16-bit floats and widened when the file is opened."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

GREAT = 1000  # values


def halve(path):
    model = onnx.load(path)
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims, dtype=int) < GREAT:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    model.doc_string = ""
    for node in graph.node:
        node.doc_string = ""  # where in a script each was made
    with open(path, "wb") as file:
        file.write(model.SerializeToString(deterministic=True))
