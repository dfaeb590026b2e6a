"""Who plays a part in a story."""

from dataclasses import dataclass

from playground.unify.workspace import Row


@dataclass(frozen=True, slots=True)
class Rep:
    """Somebody who sends with Unify: a Salesforce user (`id`) who signs in to both as `email`, and sends as `mailbox`."""

    id: str
    name: str
    email: str
    mailbox: Row

    @property
    def sends_as(self) -> str:
        """The address that his sequences send from."""
        return str(self.mailbox["email"])


@dataclass(slots=True)
class Prospect:
    """A Contact or Lead of Salesforce (`id`) whom Unify knows, too."""

    id: str
    first: str
    last: str
    email: str
    firm: str
    in_unify: Row
    enrolled: Row

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def kind(self) -> str:
        """Contact or Lead."""
        return {"003": "Contact", "00Q": "Lead"}[self.id[:3]]
