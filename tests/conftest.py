"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# How long an example takes depends on who else uses the machine: time is measured in tests/bench.
settings.register_profile("quizgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quizgen")
