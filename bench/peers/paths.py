"""Where things lie."""
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CACHE = ROOT / ".cache" / "peers"  # git ignores it
PYTHON = CACHE / "venv" / "bin" / "python"
