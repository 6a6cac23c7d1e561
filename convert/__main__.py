"""`python -m convert` is the command `kanben`."""

import sys

from .cli import main

sys.exit(main())
