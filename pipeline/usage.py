"""The command line cannot be followed: an error that says how it would be right."""


class UsageError(Exception):
    """What is wrong with what was asked for; ``advice`` says how it would be right."""

    def __init__(self, message: str, advice: str) -> None:
        """``message`` is for a person, as ``advice`` is."""
        super().__init__(message)
        self.advice = advice
