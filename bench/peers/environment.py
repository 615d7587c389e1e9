"""The virtual environment that holds the peers."""
import shutil
import subprocess
import sys

from paths import CACHE, HERE, PYTHON

REQUIREMENTS = HERE / "requirements.txt"


def install():
    """Makes the environment, or makes it anew when requirements.txt has changed since."""
    stamp = CACHE / "venv" / "requirements.txt"
    if stamp.exists() and stamp.read_bytes() == REQUIREMENTS.read_bytes():
        return
    print(f"Installing the peers into {CACHE / 'venv'}", file=sys.stderr)
    shutil.rmtree(CACHE / "venv", ignore_errors=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", CACHE / "venv"], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "-r", REQUIREMENTS], check=True)
    shutil.copy(REQUIREMENTS, stamp)


def versions():
    lines = REQUIREMENTS.read_text().splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))
