"""Counts in words, for lists that are made by functions: plurals need a class."""

from PySide6.QtCore import QObject


class CountWords(QObject):
    """``3 copies``, ``3 联``."""

    def copies(self, count: int) -> str:
        """So many finance copies."""
        return self.tr("%n copies", "", count)

    def slips(self, count: int) -> str:
        """So many slips."""
        return self.tr("%n slip(s)", "", count)

    def not_counted(self, count: int) -> str:
        """So many slips that are in no sum."""
        return self.tr("%n slip(s), not in the sums", "", count)

    def lines(self, count: int) -> str:
        """So many lines of a list."""
        return self.tr("%n line(s)", "", count)
