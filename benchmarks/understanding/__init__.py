"""How well messages are read: the labelled messages, training on some of them, and figures on the others."""
