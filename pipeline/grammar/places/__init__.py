"""Which words name which place: read as parts (campus → building → room), compared, and told in one form for what is the same."""
