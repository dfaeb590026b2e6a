"""Facts: one file says what one fact is, and whom to ask for it, in order of trust."""
