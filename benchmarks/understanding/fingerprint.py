"""Whether the weights in the package still are those of the corpus and the features."""

import hashlib
import json
from collections.abc import Sequence

from benchmarks.understanding.labelled import Message


def fingerprint(corpus: Sequence[Message], features: Sequence[frozenset[str]]) -> str:
    """Of what the weights depend on: texts, labels and features. Differs if the weights have to be trained anew."""
    digest = hashlib.sha256()
    for message, seen in zip(corpus, features, strict=True):
        digest.update(json.dumps([message.text, message.label, sorted(seen)], sort_keys=True).encode())
    return digest.hexdigest()
