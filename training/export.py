"""Writes the model as the file that ships, `src/model/model.bin`.

All numbers are little-endian. Header: `udm1`, checksum of the names of features (FNV-1a, each name with a line feed),
number of trees and of nodes (16 bits each), and as 32-bit floats the worth of a step of scores, of a step of path
words, and the bias of path words. Then one byte a tree, its nodes; the nodes of all trees: threshold (32-bit float),
feature and mean (16 bits each), left and right child (a byte each; 0x80 and up are leaves); the leaves of all trees
(16 bits each); the weights of path words (8 bits each).
"""
import struct

import numpy as np

import data
import path_table

FILE = data.ROOT / "src/model/model.bin"
LEAF = 0x80


def write(forest, table, blocks, file=FILE):
    """Writes the model, and says how far what the file holds scores from what was trained."""
    trees = [flat(tree["tree_structure"]) for tree in forest.dump_model()["tree_info"]]
    largest = max(abs(value) for nodes, leaves in trees for value in [node[2] for node in nodes] + leaves)
    step = np.float32(largest / 32767)
    packed = b"".join(pack(node, step) for nodes, _ in trees for node in nodes)
    leaves = np.round(np.concatenate([leaves for _, leaves in trees]) / step).astype("<i2")
    weights, bias = table
    path_step = np.float32(max(np.abs(weights).max(), 1e-9) / path_table.STEPS)
    count = sum(len(nodes) for nodes, _ in trees)
    header = b"udm1" + struct.pack("<IHHfff", checksum(blocks.names), len(trees), count, step, path_step, bias)
    sizes = bytes(len(nodes) for nodes, _ in trees)
    words = np.round(weights / path_step).astype("<i1")
    file.write_bytes(header + sizes + packed + leaves.tobytes() + words.tobytes())
    print(f"{file.name}: {file.stat().st_size} bytes, {len(trees)} trees, {count} nodes")


def flat(root):
    """Returns nodes (threshold, feature, mean, left, right) and leaves of a tree, the root first."""
    nodes, leaves = [], []

    def place(node):
        if "leaf_value" in node and "split_feature" not in node:
            leaves.append(node["leaf_value"])
            return LEAF | (len(leaves) - 1)
        at = len(nodes)
        nodes.append(None)
        left, right = place(node["left_child"]), place(node["right_child"])
        nodes[at] = (below(node["threshold"]), node["split_feature"], node["internal_value"], left, right)
        return at

    place(root)
    return nodes, leaves


def below(threshold):
    """Returns the largest 32-bit float up to a threshold: it parts 32-bit values as the threshold does."""
    value = np.float32(threshold)
    return value if float(value) <= threshold else np.nextafter(value, np.float32(-np.inf))


def pack(node, step):
    threshold, feature, mean, left, right = node
    return struct.pack("<fHhBB", threshold, feature, int(round(mean / step)), left, right)


def checksum(names):
    total = 0x811C9DC5
    for byte in "".join(name + "\n" for name in names).encode():
        total = (total ^ byte) * 0x01000193 & 0xFFFFFFFF
    return total
