"""The one search of the window."""
