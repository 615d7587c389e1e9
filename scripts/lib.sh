# What the scripts share; sourced by them, for any POSIX shell. Stands in the repository's root
# afterwards.

cd "$(dirname "$0")/.." || exit 1

packages="g++ cmake ninja-build ccache libicu-dev nlohmann-json3-dev
libtomlplusplus-dev libcli11-dev libfmt-dev libexpected-dev libssl-dev zlib1g-dev libdeflate-dev libsqlite3-dev libpq-dev postgresql libboost-dev libspdlog-dev
libgtest-dev libgmock-dev libbenchmark-dev clang-format clang-tidy python3 python3-jsonschema python3-venv"

# What builds the workbench's pages: Debian's, where there is no other.
command -v npm >/dev/null || packages="$packages nodejs npm"

# One compiler cache serves every checkout.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The packages of the list that are not installed.
missing_packages() {
  for package in $packages; do
    dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      printf '%s ' "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "This needs root: run as root, or install sudo: $*"
  fi
}

# Installs what is missing. Debian 12 and Ubuntu 24.04 have all of it in their own archives.
install_packages() {
  command -v dpkg-query >/dev/null ||
    fail "This script installs packages with apt-get; on another system install these yourself and
build with: cmake --preset release && cmake --build --preset release
$packages"
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  say "Installing with apt-get: $missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  as_root apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 && return
  as_root apt-get update || fail "apt-get update failed; is there a network?"
  # shellcheck disable=SC2086
  as_root apt-get install -y --no-install-recommends $missing ||
    fail "Some packages could not be installed; the lines above say which."
}

# python_packages NAME...: puts these of scripts/python_packages.txt into build/python, where CMake and the
# tests look for them; quick when they are there. Fails without a network.
python_packages() {
  log=$(mktemp)
  { [ -x build/python/bin/pip ] || /usr/bin/python3 -m venv build/python; } >"$log" 2>&1 &&
    build/python/bin/pip install --quiet --disable-pip-version-check \
      --constraint scripts/python_packages.txt "$@" >>"$log" 2>&1 || {
    tail -n 2 "$log" >&2
    rm -f "$log"
    return 1
  }
  rm -f "$log"
}

# build PRESET [ARGUMENTS]: configures and builds a preset of CMakePresets.json; quick when nothing
# has changed.
build() {
  preset=$1
  shift
  say "Building the preset '$preset'"
  log=$(mktemp)
  cmake --preset "$preset" >"$log" 2>&1 || {
    cat "$log"
    fail "CMake failed."
  }
  rm -f "$log"
  cmake --build --preset "$preset" --parallel "$(nproc)" "$@" || fail "The build failed."
}
