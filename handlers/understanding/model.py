"""The trained model: how likely each symptom and extent is, from a message's features.

Three logistic regressions over the same features: `first` (the main symptom, or "none": not about syncing), `symptoms` (each
one on its own) and `scope`. Training (benchmarks/understanding/train.py) needs scikit-learn; applying the weights is a sum.
"""

import base64
import json
import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import add
from typing import Any

from diagnostics.question import Scope, Symptom

WEIGHTS = files(__package__).joinpath("weights.json")
NONE = "none"
FIRST = (*sorted(Symptom), NONE)
SYMPTOMS = tuple(sorted(Symptom))
SCOPES = tuple(sorted(Scope))
OUTPUTS = len(FIRST) + len(SYMPTOMS) + len(SCOPES)


@dataclass(frozen=True, slots=True)
class Likely:
    """Probabilities. Those of `first` and of `scope` add up to 1; those of `symptoms` are independent of each other."""

    first: Mapping[str, float]
    symptoms: Mapping[str, float]
    scope: Mapping[str, float]

    @property
    def about_sync(self) -> float:
        """That the message asks about syncing."""
        return 1 - self.first[NONE]


@dataclass(frozen=True, slots=True)
class Model:
    """`rows` has one signed byte per feature and output; `scale` and `bias` turn their sums into logits.

    `sharpness` (of `first`) makes its probabilities mean what they say about writers it was not trained on.
    """

    index: Mapping[str, int]
    rows: memoryview
    scale: tuple[float, ...]
    bias: tuple[float, ...]
    sharpness: float

    def likely(self, features: Iterable[str]) -> Likely:
        """What features (features.py) make likely. Those never seen in training count nothing."""
        known = [n for n in map(self.index.get, features) if n is not None]
        sums = [0] * OUTPUTS
        for n in known:
            sums = list(map(add, sums, self.rows[n * OUTPUTS : (n + 1) * OUTPUTS]))
        length = math.sqrt(len(known)) or 1.0
        logits = [s * scale / length + bias for s, scale, bias in zip(sums, self.scale, self.bias, strict=True)]
        first, rest = logits[: len(FIRST)], logits[len(FIRST) :]
        each, scope = rest[: len(SYMPTOMS)], rest[len(SYMPTOMS) :]
        return Likely(
            dict(zip(FIRST, _shares([x * self.sharpness for x in first]), strict=True)),
            {symptom: 1 / (1 + math.exp(-x)) for symptom, x in zip(SYMPTOMS, each, strict=True)},
            dict(zip(SCOPES, _shares(scope), strict=True)),
        )


def read(artefact: Mapping[str, Any]) -> Model:
    """The model that `weights.json` (or training) holds."""
    return Model(
        index={feature: n for n, feature in enumerate(artefact["features"])},
        rows=memoryview(zlib.decompress(base64.b64decode(artefact["rows"]))).cast("b"),
        scale=tuple(artefact["scale"]),
        bias=tuple(artefact["bias"]),
        sharpness=artefact["sharpness"],
    )


@cache
def trained() -> Model:
    """The model in the package; read once."""
    return read(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def _shares(logits: list[float]) -> list[float]:
    top = max(logits)
    powers = [math.exp(x - top) for x in logits]
    total = sum(powers)
    return [p / total for p in powers]
