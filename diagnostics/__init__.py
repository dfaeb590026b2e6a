"""The subject: why email activity does not reach Salesforce, how to tell, what to do. Pure; standard library only."""
