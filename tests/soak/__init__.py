"""What may not happen even after hours: `make soak`.

A part is a module here with a function ``rows()`` that yields ``Promise`` rows.
"""
