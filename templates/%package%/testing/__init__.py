"""What the fixtures of this package give to tests: a server, the sandbox as one test sees it, and faults to add.

The plugin of pytest, which is a module beside this package, imports it when a test needs a fixture. It needs the extra
``testing``, or ``sandbox`` without pytest.
"""

from __future__ import annotations

from .._runtime.base.metaclass import publish_all as _publish_all
from ..sandbox.state.needed import needing as _needing

with _needing("testing"):
    from .fault_list import FaultList
    from .local_sandbox import LocalSandbox
    from .options import backend_of
    from .shared_server import SharedServer, serving

__all__ = ["FaultList", "LocalSandbox", "SharedServer", "backend_of", "serving"]

_publish_all(__name__)
