"""Things that happen in one company, one after the other."""

from collections.abc import Callable

from playground.company import Company

Differs = Callable[[Company], None]


def together(*parts: Differs) -> Differs:
    """All of these."""

    def differs(company: Company) -> None:
        for part in parts:
            part(company)

    return differs


def errors(*parts: Differs) -> Differs:
    """All of these refusals; their errors stand below each other."""

    def differs(company: Company) -> None:
        lines = []
        for part in parts:
            part(company)
            lines.append(company.words["error"])
        company.words["error"] = company.truths["write-error"] = "\n".join(lines)

    return differs
