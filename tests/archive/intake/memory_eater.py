"""A reader that wants more memory than it may have."""

import json

from archive.intake.separately import MEMORY_BYTES, limit_process

limit_process()
print(json.dumps({"texts": [str(len(bytearray(MEMORY_BYTES)))]}))
