"""Trains the model of `handlers/understanding` from the corpus: `make train-understanding`.

The same corpus and the same features give the same weights: nothing here is random, and weights are rounded to a byte.
"""

import base64
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.understanding.labelled import CORPUS, Message, messages
from handlers.understanding.model import FIRST, NONE, SCOPES, SYMPTOMS, WEIGHTS
from handlers.understanding.signs import signs

Array = NDArray[np.float64]

_STRENGTH = 20.0  # inverse regularisation; a tenth to three times of it changes the figures by less than a point
_SEEN = 2  # messages: a feature of one message only says who wrote it
_FOLDS = 5
_SHARPNESS = np.linspace(0.4, 2.5, 43)


def fingerprint(corpus: Sequence[Message], features: Sequence[frozenset[str]]) -> str:
    """Of what the weights depend on: texts, labels and features. Differs if the weights have to be trained anew."""
    digest = hashlib.sha256()
    for message, seen in zip(corpus, features, strict=True):
        digest.update(json.dumps([message.text, message.label, sorted(seen)], sort_keys=True).encode())
    return digest.hexdigest()


def train(corpus: Sequence[Message], features: Sequence[frozenset[str]], sharpness: float) -> dict[str, Any]:
    """The artefact that model.read takes."""
    counts = Counter(feature for seen in features for feature in seen)
    names = sorted(feature for feature, n in counts.items() if n >= _SEEN)
    matrix = _matrix(names, features)
    first = np.array([(*m.label["symptoms"], NONE)[0] for m in corpus])
    about = np.array([m.label["about_sync"] for m in corpus])
    scope = np.array([m.label["scope"] for m in corpus])
    fits = [
        _fit(matrix, first, FIRST),
        *(_fit(matrix, np.array([s in m.label["symptoms"] for m in corpus]), (False, True)) for s in SYMPTOMS),
        _fit(matrix[about], scope[about], SCOPES),
    ]
    weights = np.hstack([weights for weights, _ in fits])
    scale = np.abs(weights).max(axis=0) / 127
    rows = np.rint(weights / scale).astype(np.int8)
    return {
        "fingerprint": fingerprint(corpus, features),
        "sharpness": sharpness,
        "scale": [float(f"{x:.5g}") for x in scale],
        "bias": [round(float(x), 4) for _, biases in fits for x in biases],
        "features": names,
        "rows": base64.b64encode(zlib.compress(rows.tobytes(), 9)).decode(),
    }


def folds(corpus: Sequence[Message]) -> Iterator[tuple[list[int], list[int]]]:
    """(train, test) positions: each writer is tested by a model that has read nothing of theirs."""
    writers = sorted({m.writer for m in corpus})
    for k in range(_FOLDS):
        out = set(writers[k::_FOLDS])
        yield (
            [n for n, m in enumerate(corpus) if m.writer not in out],
            [n for n, m in enumerate(corpus) if m.writer in out],
        )


def sharpest(said: Sequence[tuple[dict[str, float], str]]) -> float:
    """The sharpness at which probabilities of `first` (given at sharpness 1) best foretell the labels."""
    logs = np.log(np.clip([[p[name] for name in FIRST] for p, _ in said], 1e-12, 1))
    truth = [FIRST.index(label) for _, label in said]

    def surprise(sharpness: float) -> float:
        scaled = logs * sharpness
        shares = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return -float(shares[np.arange(len(truth)), truth].mean())

    return round(float(min(_SHARPNESS, key=surprise)), 2)


def _matrix(names: Sequence[str], features: Sequence[frozenset[str]]) -> csr_matrix:
    """One row of length 1 a message."""
    index = {name: n for n, name in enumerate(names)}
    known = [sorted(index[f] for f in seen if f in index) for seen in features]
    values = [1 / max(1, len(row)) ** 0.5 for row in known for _ in row]
    starts = np.cumsum([0, *map(len, known)])
    return csr_matrix((values, [n for row in known for n in row], starts), shape=(len(features), len(names)))


def _fit(matrix: csr_matrix, truth: NDArray[Any], labels: Sequence[Any]) -> tuple[Array, Array]:
    """(features x outputs, outputs): a single output for a yes-or-no question."""
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(matrix, truth)
    if len(labels) == 2:  # noqa: PLR2004 -- yes and no
        return model.coef_.T, model.intercept_
    order = [list(model.classes_).index(str(label)) for label in labels]
    return model.coef_.T[:, order], model.intercept_[order]


def main(say: Callable[[str], None]) -> None:
    """Trains and writes the artefact."""
    from handlers.understanding.model import read

    corpus = messages(CORPUS)
    features = [signs(m.text).features for m in corpus]
    said: list[tuple[dict[str, float], str]] = []
    for known, unknown in folds(corpus):
        model = read(train([corpus[n] for n in known], [features[n] for n in known], 1.0))
        said += [(dict(model.likely(features[n]).first), (*corpus[n].label["symptoms"], NONE)[0]) for n in unknown]
    artefact = train(corpus, features, sharpest(said))
    lines = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in artefact.items()]
    WEIGHTS.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    right = sum(max(p, key=lambda s: p[s]) == label for p, label in said)
    say(f"{len(corpus)} messages, {len(artefact['features'])} features, {WEIGHTS.stat().st_size // 1024} kB; "
        f"by writer {right / len(said):.3f}, sharpness {artefact['sharpness']}")


if __name__ == "__main__":
    main(print)
