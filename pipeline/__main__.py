"""``python -m pipeline`` is the same program as ``confbook``."""

import sys

from pipeline.cli import main

sys.exit(main())
