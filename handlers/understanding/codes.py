"""Salesforce's error codes in a message, as the other readers want them: listed, or masked by a word."""

import re

from diagnostics.errors.codes import OF_TOKENS, find_any

_WRAPPED = re.compile(r"_[ \t]*\n[ \t]*(?=[A-Z])")  # a code that a narrow window broke in two


def find(text: str) -> tuple[str, ...]:
    """Codes in `text`, upper case, each once, in order. Codes that nobody knows count where they are written as one."""
    return tuple(dict.fromkeys(found.code for found in find_any(_WRAPPED.sub("_", text))))


def mask(text: str) -> str:
    """`text` with each code replaced by the word "errorcode", or "oautherror" where it is one of signing in."""
    text = _WRAPPED.sub("_", text)
    parts, at = [], 0
    for found in find_any(text):
        parts += [text[at : found.start], " oautherror " if found.code in OF_TOKENS else " errorcode "]
        at = found.end
    return "".join(parts) + text[at:]
