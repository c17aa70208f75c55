"""What only exists to ship: the set-up of a clone, the translations, the packages."""
