"""What the desk does: use cases over an open transaction."""

VERSION = "0.1.0"
