"""Of whom and what a made-up company consists: names, domains, subjects."""

# fmt: off
FIRST = (
    "Amara", "Beatriz", "Carlos", "Chloe", "Daniel", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katrin",
    "Leila", "Marek", "Nadia", "Oscar", "Petra", "Quentin", "Rosa", "Selma", "Tariq", "Ursula", "Viktor", "Wanda",
    "Yusuf", "Zoe", "Anders", "Bianca", "Cedric", "Dorothea", "Emil", "Fatima", "Gustav", "Helena", "Igor", "Judit",
)
LAST = (
    "Abara", "Brandt", "Castellan", "Dubois", "Eriksen", "Fontaine", "Gallagher", "Haddad", "Ivanova", "Jansen",
    "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okonkwo", "Petrov", "Quintero", "Rossi", "Solheim", "Tanaka",
    "Ullmann", "Varga", "Whitfield", "Ximenes", "Yilmaz", "Zeller", "Okafor", "Bergmann", "Costa", "Delgado",
    "Engel", "Fischer", "Grimaldi", "Horvath",
)
FIRMS = (
    "Acme", "Globex", "Umbra", "Hooli", "Vandelay", "Sablepoint", "Tidemark", "Brightquay", "Marrowstone",
    "Havengrid", "Ridgeline", "Fernworks", "Bluegate", "Palewater", "Candlewick", "Nordhavn", "Optilink",
    "Tallgrass", "Verabuild", "Cumbre", "Kupferwerk", "Peakfold", "Loomline", "Sandpiper",
)
# fmt: on
ENDINGS = ("com", "io", "co", "net", "tech", "de", "org")
SUBJECTS = (
    "Quick question",
    "Following up on our chat",
    "Q3 pricing",
    "Your rollout plan",
    "Ideas for your team",
    "Case study you asked for",
    "Next steps",
    "A short introduction",
    "Agenda for Thursday",
    "Renewal terms",
    "Benchmark results",
    "One more thought",
)
SEQUENCES = ("Q4 outreach", "Renewals EMEA", "Webinar follow-up", "Inbound trial", "Partner intro")
