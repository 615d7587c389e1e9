"""Writes the model file: the safetensors format, nothing but numpy."""

import json
import os
import zlib

import numpy as np

_DTYPES = {"float16": "F16", "float32": "F32", "uint64": "U64", "uint32": "U32", "uint8": "U8",
           "int8": "I8"}


def write(path, tensors, metadata):
    """tensors: (name, array) pairs in file order; metadata: text to text.

    Tensor data starts at a multiple of 64 bytes. The format allows no holes, so the
    caller puts tensors whose size is a multiple of 64 first, then by element size.
    """
    header, data, at = {}, [], 0
    for name, array in tensors:
        raw = np.ascontiguousarray(array).tobytes()
        header[name] = {"dtype": _DTYPES[array.dtype.name], "shape": list(array.shape),
                        "data_offsets": [at, at + len(raw)]}
        data.append(raw)
        at += len(raw)
    body = b"".join(data)
    header["__metadata__"] = dict(metadata, checksum=f"crc32:{zlib.crc32(body):08x}")
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    text += b" " * (-(8 + len(text)) % 64)
    temporary = str(path) + ".tmp"
    with open(temporary, "wb") as out:
        out.write(len(text).to_bytes(8, "little") + text + body)
    os.replace(temporary, path)
    return at + len(text) + 8
