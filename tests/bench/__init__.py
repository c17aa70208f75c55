"""What a person waits for, against the floor: `make bench`.

A part is a module here with a function ``rows()`` that yields ``Speed`` rows.
"""
