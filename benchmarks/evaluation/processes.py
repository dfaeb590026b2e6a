"""Many cases at once: each process has its own servers and makes the worlds itself, from the seed."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from benchmarks.evaluation.cases import cases
from benchmarks.evaluation.run import Bench, Outcome

_SHARE = 12  # cases that a process does before it reports


def outcomes(seed: int, ids: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """What comes of the cases, as they are done."""
    shares = [ids[i : i + _SHARE] for i in range(0, len(ids), _SHARE)]
    if jobs == 1:
        for share in shares:
            yield from _tell(seed, share)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(_tell, seed, share) for share in shares]):
            yield from done.result()


def _tell(seed: int, ids: Sequence[str]) -> list[Outcome]:
    every = cases(seed)
    with Bench() as bench:
        return [bench.tell(every[id]) for id in ids]
