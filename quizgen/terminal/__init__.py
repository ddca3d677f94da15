"""A quiz at the terminal, and the learner's record."""
