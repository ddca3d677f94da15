"""Coverage of every kind becomes `Article`s."""
