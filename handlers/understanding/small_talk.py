"""Thanks, greetings and cheers: messages that ask and answer nothing."""

import re

from handlers.understanding.markup import plain
from handlers.understanding.patterns import words

_WORDS = words("""
a ability absolutely again alright all am amazing and appreciate appreciated are at awesome back be best bet bot
bye cheers cool day do everyone evening excellent fantastic fine folks for gotcha good great guys ha haha happy
have hello help helped helpful hey hi hiya huge i is it just k kind legend lol lovely lot love made makes many
merci morgen morning much my nice np of ok okay okey one perfect please problem quick quickly really right sense
so sorry sorted sounds sure super sweet talk team thank thanks that thats the there thx tks ton tons to too ty
very was way we weekend welcome well what will wonderful work worked works wow ya yay yep you your yw later soon
see danke dankeschön vielen dank euch dir ihnen schönen feierabend tag abend hallo moin guten alles klar prima
passt gerne bitte gracias muchas vale genial perfecto hola buenos días buenas tardes saludos claro de nada adiós
bonjour beaucoup parfait d'accord bonne journée soirée salut à tous
""")
_MOST = 14  # words: longer messages say something
_LONGEST = 500  # characters, mark-up and emoji names included
_CONTENT = words("yes no on off")


def is_small_talk(text: str) -> bool:
    """Whether `text` is only thanks, a greeting, an acknowledgement or emoji. A bare "yes" or "off" is an answer."""
    if len(text) > _LONGEST:
        return False
    said = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+", plain(text).lower())
    if len(said) > _MOST or "?" in text or _CONTENT.intersection(said):
        return False
    return all(w in _WORDS or w.replace("'", "") in _WORDS for w in said)
