"""How often the diagnosis is right: made-up companies with faults of known truth, told to the real bot over real HTTP."""
