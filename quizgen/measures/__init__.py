"""Numbers with their units, read off plain text: "more than 400 miles", "an hour and 46 minutes".

Our own finder, because the libraries fail on news where it counts.  quantulum3 (MIT) read every
"30 minutes" of our articles as minutes of arc without its classifier (scikit-learn), "in 2011 a United
States spacecraft" as 2011 years and "2:00 p.m." as pence; it knows no hedge, and starts in two seconds.
pint (BSD) converts flawlessly but finds nothing and needs a third of a second to start (see `quizgen.units`).
"""

from quizgen.measures.quantities import Form, Measure, find, read

__all__ = ["Form", "Measure", "find", "read"]
