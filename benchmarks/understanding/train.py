"""Trains the model of `handlers/understanding` from the corpus: `make train-understanding`.

The same corpus and the same features give the same weights: nothing here is random, and weights are rounded to a byte.
"""

import base64
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.understanding.figures import Row, figures
from benchmarks.understanding.fingerprint import fingerprint
from benchmarks.understanding.labelled import ALTERNATIVES, CORPUS, HELD_OUT, WEIGHTS, Message, messages
from handlers.understanding.model import FIRST, NONE, SCOPES, SYMPTOMS, WORDED, Likely, Model, read
from handlers.understanding.reading import complaints
from handlers.understanding.signs import Signs, signs

_STRENGTH = 100.0  # inverse regularisation; a third to three times of it changes the figures by less than a point
_SEEN = 4  # messages: a feature of fewer says who wrote them
_NEVER = -20.0  # the logit of what was not trained
_TINY = 1e-9  # instead of the 0 that is the largest weight there
_FOLDS = 9
_WORDS = ("b ", "k ", "p ")  # features of wording alone, not of what the rules say
_SHARPNESS = np.linspace(0.4, 2.5, 43)


def train(
    corpus: Sequence[Message], features: Sequence[frozenset[str]], sharpness: float, *, facts: bool = True
) -> dict[str, Any]:
    """The artefact that model.read takes; without `facts` (their training takes longest) it knows none."""
    counts = Counter(feature for seen in features for feature in seen)
    names = sorted(feature for feature, n in counts.items() if n >= _SEEN)
    matrix = _matrix(names, features)
    wording = matrix.multiply(np.array([name.startswith(_WORDS) for name in names], float)).tocsr()
    asked = np.array([m.label["about_sync"] for m in corpus])
    fits = [
        *(_fit(matrix, np.array([first(m) == name for m in corpus]), even=True) for name in FIRST),
        *(_fit(matrix, np.array([name in m.label["symptoms"] for m in corpus])) for name in SYMPTOMS),
        *(
            _fit(matrix[asked], np.array([m.label["scope"] == name for m in corpus])[asked], even=True)
            for name in SCOPES
        ),
        *(
            _fit(wording[asked], np.array([m.label["stated"].get(key) == value for m in corpus])[asked])
            if facts
            else (np.zeros((len(names), 1)), np.array([_NEVER]))
            for key, value in WORDED
        ),
    ]
    weights = np.hstack([weights for weights, _ in fits])
    scale = np.maximum(np.abs(weights).max(axis=0), _TINY) / 127
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


def first(message: Message) -> str:
    """The label of the main symptom, or that there is none."""
    return str((*message.label["symptoms"], NONE)[0])


def sharpest(said: Sequence[tuple[Mapping[str, float], str]]) -> float:
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


def _fit(matrix: csr_matrix, truth: NDArray[np.bool_], *, even: bool = False) -> tuple[NDArray[Any], NDArray[Any]]:
    """(features x 1, 1): weights and bias. `even`: the few messages that it is true of weigh as much as all others."""
    weight = "balanced" if even else None
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", class_weight=weight, random_state=0)
    model.fit(matrix, truth)
    return model.coef_.T, model.intercept_


def rules_alone(shown: Signs) -> Row:
    """What the rules would say without a model."""
    about = "about True" in shown.features
    best = next((f.removeprefix("best ") for f in shown.features if f.startswith("best ")), NONE)
    return {"about_sync": about and best != NONE, "symptoms": [best] if about and best != NONE else []}


def modelled(likely: Likely, shown: Signs) -> Row:
    """What the model says."""
    symptoms = complaints(likely, shown.told.settled, shown.error_codes) if likely.about_sync else ()
    return {"about_sync": likely.about_sync, "symptoms": [*symptoms]}


def _wording_only(seen: frozenset[str]) -> frozenset[str]:
    return frozenset(f for f in seen if f.startswith(_WORDS))


def _figures(part: Sequence[Message], rows: Sequence[Row]) -> dict[str, float]:
    measured = figures([(m.label, {**m.label, **row}) for m, row in zip(part, rows, strict=True)])
    return {name: round(getattr(measured, name), 4) for name in ("first", "f1", "not_about", "rejected")}


def main(say: Callable[[str], None]) -> None:
    """Trains, writes the artefact and what the alternatives to it are worth."""
    corpus, held_out = messages(CORPUS), messages(HELD_OUT)
    shown, unseen = [signs(m.text) for m in corpus], [signs(m.text) for m in held_out]
    measured: dict[str, dict[str, dict[str, float]]] = {
        "left out": {"rules": _figures(corpus, [rules_alone(s) for s in shown])},
        "held out": {"rules": _figures(held_out, [rules_alone(s) for s in unseen])},
    }
    for way, kept in (("words", _wording_only), ("both", frozenset)):
        features = [kept(s.features) for s in shown]
        strangers: dict[int, Model] = {}  # of each message, a model that has read nothing by its writer
        for known, unknown in folds(corpus):
            model = read(train([corpus[n] for n in known], [features[n] for n in known], 1.0, facts=False))
            strangers |= dict.fromkeys(unknown, model)
        sharpness = sharpest([(strangers[n].likely(features[n]).first, first(m)) for n, m in enumerate(corpus)])
        likely = {n: replace(model, sharpness=sharpness).likely(features[n]) for n, model in strangers.items()}
        artefact = train(corpus, features, sharpness, facts=way == "both")
        model = read(artefact)
        measured["left out"][way] = _figures(corpus, [modelled(likely[n], s) for n, s in enumerate(shown)])
        measured["held out"][way] = _figures(held_out, [modelled(model.likely(kept(s.features)), s) for s in unseen])
        say(f"{way}: {measured['left out'][way]} held out {measured['held out'][way]}")
    lines = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in artefact.items()]
    Path(str(WEIGHTS)).write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    ALTERNATIVES.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    size = len(WEIGHTS.read_bytes()) // 1024
    say(f"{len(corpus)} messages, {len(artefact['features'])} features, sharpness {sharpness}, {size} kB")


if __name__ == "__main__":
    main(print)
