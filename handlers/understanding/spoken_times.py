"""Times of day in words, as figures: "half ten" (10:30), "a quarter past eight", "at eleven", "1:15p"."""

import re

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])"
_RELATIVE = re.compile(
    rf"\b(?P<minutes>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|[1-5]?\d(?= past)) (?P<to>past|after"
    rf"|to) (?:{_HOUR}|(?P<twelve>noon|midday|midnight))(?:\b|(?=[ap]m))(?![:.]?\d| \w+s ago)"
)
_HALF = re.compile(rf"\bhalf {_HOUR}\b(?! (?:hours?|of|ago|past|day|an?)\b)(?![:.]\d)")
_AT = re.compile(
    rf"\b(?P<at>at|around|about) (?P<hour>{'|'.join(_HOURS)})\b(?! (?:of|reps|people|e-?mails?|customers|hours?"
    rf"|minutes?|times))"
)
_SHORT = re.compile(
    r"(?<![\w:.])(?P<time>(?:1[0-2]|[1-9])(?::[0-5]\d)?) ?(?P<half>[ap])(?![\w.])(?! (?:few|lot|rep|mail|couple))"
)
_WEEKEND = re.compile(r"\b(?P<day>sat|sun) (?=(?:at )?\d{1,2}(?:[:.]\d\d)? ?[ap]m\b)")
_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}
_PART = re.compile(r"\b((?:1[0-2]|[1-9]):[0-5]\d) (?:(?:in the|at) )?(morning|afternoon|evening|night)\b")
_DOTTED = re.compile(r"\bat (?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\d.%]| ?(?:am|pm|percent)\b)")
_TWICE = re.compile(r"\b\d{1,2}:\d\d, (?=\d\d:\d\d\b)")


def in_figures(text: str) -> str:
    """Lower-case English `text` with such times as the reader of times knows them ("10:30", "1:15pm")."""
    text = _WEEKEND.sub(lambda m: {"sat": "saturday ", "sun": "sunday "}[m["day"]], text)
    text = _RELATIVE.sub(_relative, text)
    text = _HALF.sub(lambda m: f"{_number(m['hour'])}:30", text)
    text = _AT.sub(lambda m: f"{m['at']} {_number(m['hour'])}:00", text)
    text = _DOTTED.sub(r"at \g<hour>:\g<minute>", text)
    text = _SHORT.sub(lambda m: f"{m['time']}{m['half']}m" if ":" in m["time"] or " " not in m[0] else m[0], text)
    text = _PART.sub(lambda m: f"{m[1]}{_HALVES[m[2]]}", text)
    return _TWICE.sub("", text)


def _relative(m: re.Match[str]) -> str:
    minutes = int(m["minutes"]) if m["minutes"].isdigit() else _MINUTES[m["minutes"]]
    if m["twelve"]:
        noon = 0 if m["twelve"] == "midnight" else 12 * 60
        at = (noon - minutes if m["to"] == "to" else noon + minutes) % (24 * 60)
        return f"{at // 60 % 12 or 12}:{at % 60:02}{'pm' if at >= 12 * 60 else 'am'}"
    hour = _number(m["hour"])
    at = (hour * 60 - minutes if m["to"] == "to" else hour * 60 + minutes) % (12 * 60)
    return f"{at // 60 or 12}:{at % 60:02}"


def _number(hour: str) -> int:
    return int(hour) if hour.isdigit() else _HOURS.index(hour) + 1
