"""What is said is decided once, in `outline`; the other files spell it for one medium each."""
