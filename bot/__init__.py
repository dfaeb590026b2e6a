"""The world: tokens, sockets, databases, the clock, the queue. Wires the conversation to the subject."""
