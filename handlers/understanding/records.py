"""Salesforce record ids: found in text and links, checked and repaired.

https://help.salesforce.com/s/articleView?id=000385008&type=1
"""

import re
from urllib.parse import unquote

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

# Key prefixes, https://help.salesforce.com/s/articleView?id=000385203&type=1
KINDS = {
    "001": "account",
    "003": "contact",
    "00Q": "lead",
    "00T": "task",
    "00U": "event",
    "02s": "message",
    "005": "user",
    "006": "opportunity",
    "500": "case",
    "00D": "organization",
}

_ID = re.compile(r"(?<![A-Za-z0-9_@.+-])([A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?)(?![A-Za-z0-9_@])")
_URL = re.compile(r"https?://([^\s/<>()\"'?#]{1,255})([^\s<>()\"']{0,4000})", re.IGNORECASE)
_HOSTS = ("force.com", "salesforce.com", "salesforce-setup.com", "salesforce.mil", "sfcrmproducts.cn")


def with_checksum(record_id: str) -> str:
    """The 18-character form of a 15-character id; any other text is returned as it is.

    Each check character encodes which of five characters are upper case, the first in the lowest bit.
    """
    if len(record_id) != 15:
        return record_id
    blocks = (record_id[i : i + 5] for i in (0, 5, 10))
    return record_id + "".join(_ALPHABET[sum(c.isupper() << k for k, c in enumerate(b))] for b in blocks)


def repaired(record_id: str) -> str:
    """An 18-character id whose letters lost their case, restored from its check characters; unfit text as it is."""
    suffix = record_id[15:].upper()
    if len(record_id) != 18 or not all(c in _ALPHABET for c in suffix):
        return record_id
    letters = []
    for n, c in enumerate(record_id[:15]):
        upper = _ALPHABET.index(suffix[n // 5]) >> n % 5 & 1
        letters.append(c.upper() if upper else c.lower())
    fixed = "".join(letters)
    return fixed + suffix if with_checksum(fixed) == fixed + suffix else record_id


def kind(record_id: str) -> str:
    """What sort of record the id names ("contact", "lead", "message" …); "record" for sorts not known here."""
    prefix = record_id[:3]
    known = {p.lower(): k for p, k in KINDS.items()}
    return KINDS.get(prefix) or known.get(prefix.lower(), "record")


def find(text: str) -> tuple[str, ...]:
    """Ids in `text`, as written and in order; one record in two spellings counts once, at its first."""
    found: dict[str, str] = {}
    for record_id in _ID.findall(_URL.sub(_inside, text)):
        if _plausible(record_id):
            found.setdefault(repaired(record_id)[:15], record_id)
    return tuple(found.values())


def mask(text: str) -> str:
    """`text` with each id, and each link to one, replaced by a word for its kind ("contactid"); other links vanish."""
    text = _URL.sub(_inside, text)
    return _ID.sub(lambda m: f" {kind(m[1])}id " if _plausible(m[1]) else m[0], text)


def _inside(url: re.Match[str]) -> str:
    """The ids in a link to Salesforce; nothing for links elsewhere, whose tokens may look like ids."""
    host = url[1].rpartition("@")[2].partition(":")[0].lower()
    if not host.endswith(tuple("." + h for h in _HOSTS)):
        return " "
    return " " + " ".join(i for i in _ID.findall(unquote(url[2])) if _plausible(i)) + " "


def _plausible(record_id: str) -> bool:
    digits = sum(c.isdigit() for c in record_id[3:15])
    if record_id.isdigit():
        return False
    if kind(record_id) != "record":
        # A damaged suffix still names the record; ordinary words never start with these prefixes.
        return digits > 0 or not record_id[3:15].islower()
    fits = len(record_id) == 18 and with_checksum(record_id[:15]) == record_id
    return fits and record_id[0].isalnum() and digits > 2 and not record_id.isupper()
