"""What is measured, and against whom: `python -m benchmarks.search`, `python -m benchmarks.pages`."""
