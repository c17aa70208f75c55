"""`python -m tests.soak [PART…]`: runs the long parts and prints one table."""

import sys

from tests import soak
from tests.measuring import run

if __name__ == "__main__":
    sys.exit(run(soak, sys.argv[1:]))
