"""How fast it acknowledges and answers, what it costs the services, and how far it goes."""
