"""The trained model: how likely each symptom, extent and fact is, from a message's features.

Logistic regressions over the same features, one an output: `first` (the main symptom, or "none": not about syncing),
`symptoms` (each one on its own), `scope`, and `facts` (each on its own, by wording alone). Training
(benchmarks/understanding/train.py) needs scikit-learn; applying the weights is a sum.
"""

import base64
import json
import math
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from diagnostics.question import Scope, Symptom
from handlers.understanding.stated import FACTS

WEIGHTS = files(__package__).joinpath("weights.json")
NONE = "none"
FIRST = (*sorted(Symptom), NONE)
SYMPTOMS = tuple(sorted(Symptom))
SCOPES = tuple(sorted(Scope))
# Leaning to "none" by this much costs one in a thousand first symptoms and finds one in a hundred more that ask nothing (on
# writers left out of the training).
_LEAN = 1.3
# Facts that wording alone can tell. That an email was sent from Unify is not among them: nearly everybody names Unify.
WORDED = tuple(fact for fact in FACTS if fact != ("origin", "unify"))
_SIZES = (len(FIRST), len(SYMPTOMS), len(SCOPES), len(WORDED))


@dataclass(frozen=True, slots=True)
class Likely:
    """Probabilities. Those of `first` and of `scope` add up to 1; the others are independent of each other."""

    first: Mapping[str, float]
    symptoms: Mapping[str, float]
    scope: Mapping[str, float]
    facts: Mapping[tuple[str, str], float]

    @property
    def about_sync(self) -> bool:
        """Whether some symptom is clearly likelier than that nothing is asked about syncing."""
        return max(p for name, p in self.first.items() if name != NONE) > _LEAN * self.first[NONE]


@dataclass(frozen=True, slots=True)
class Model:
    """`rows` has, of each feature, a weight per output, packed (below): never 0. `scale` and `bias` turn sums into logits.

    `sharpness` (of `first`) makes its probabilities mean what they say about writers it was not trained on.
    """

    rows: Mapping[str, int]
    scale: tuple[float, ...]
    bias: tuple[float, ...]
    sharpness: float

    def likely(self, features: Iterable[str]) -> Likely:
        """What features (features.py) make likely. Those never seen in training count nothing."""
        known = list(filter(None, map(self.rows.get, features)))
        sums = _unpacked(sum(known), len(known))
        length = math.sqrt(len(known)) or 1.0
        logits = [s * scale / length + bias for s, scale, bias in zip(sums, self.scale, self.bias, strict=True)]
        values = iter(logits)
        first, symptoms, scope, facts = (list(islice(values, size)) for size in _SIZES)
        return Likely(
            dict(zip(FIRST, _shares([x * self.sharpness for x in first]), strict=True)),
            dict(zip(SYMPTOMS, map(_alone, symptoms), strict=True)),
            dict(zip(SCOPES, _shares(scope), strict=True)),
            dict(zip(WORDED, map(_alone, facts), strict=True)),
        )


def read(artefact: Mapping[str, Any]) -> Model:
    """The model that `weights.json` (or training) holds."""
    return Model(
        rows=dict(zip(artefact["features"], _packed(zlib.decompress(base64.b64decode(artefact["rows"]))), strict=True)),
        scale=tuple(artefact["scale"]),
        bias=tuple(artefact["bias"]),
        sharpness=artefact["sharpness"],
    )


@cache
def trained() -> Model:
    """The model in the package; read once."""
    return read(json.loads(WEIGHTS.read_text(encoding="utf-8")))


# The weights of a feature, signed bytes, lie side by side in one integer, 32 bits apart and raised by 128 to be positive, so
# that adding features up is adding such integers.
_WIDTH, _RAISED = 4, 128
_RAISE = bytes(byte ^ _RAISED for byte in range(256))
_LANES = struct.Struct(f"<{sum(_SIZES)}I")


def _packed(rows: bytes) -> tuple[int, ...]:
    lanes = bytearray(_WIDTH * len(rows))
    lanes[::_WIDTH] = rows.translate(_RAISE)
    size = _LANES.size
    return tuple(int.from_bytes(lanes[at : at + size], "little") for at in range(0, len(lanes), size))


def _unpacked(total: int, features: int) -> list[int]:
    return [lane - _RAISED * features for lane in _LANES.unpack(total.to_bytes(_LANES.size, "little"))]


def _alone(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _shares(logits: list[float]) -> list[float]:
    top = max(logits)
    powers = [math.exp(x - top) for x in logits]
    total = sum(powers)
    return [p / total for p in powers]
