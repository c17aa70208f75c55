"""`python -m tests.bench [PART…]`: measures the parts and prints one table."""

import sys

from tests import bench
from tests.measuring import run

if __name__ == "__main__":
    sys.exit(run(bench, sys.argv[1:], apart=True))
