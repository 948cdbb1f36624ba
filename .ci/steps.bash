# What ./run and ./test share: packages and quiet builds. Sourced by both, with `root` set to the
# top of the tree. Needs nothing but bash, coreutils and (for packages) Debian's apt and dpkg.
# Everything is said on standard error; standard output belongs to who sources this.

say() { printf 'vanban: %s\n' "$*" >&2; }

# need_packages NAME...: installs those that are not there. Asking dpkg each time costs some 20 ms
# and, unlike a note of an earlier installation, stays true when the tree moves to another machine.
need_packages() {
  local installed missing=() apt=() log name
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    return 0 # not Debian: CMake will say what it does not find
  fi
  installed=" $(dpkg-query -W -f='${Package}=${db:Status-Status} ' "$@" 2>/dev/null || true)"
  for name in "$@"; do
    [[ $installed == *" $name=installed "* ]] || missing+=("$name")
  done
  ((${#missing[@]})) || return 0

  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      say "needs root or sudo to install: ${missing[*]}"
      return 1
    fi
    apt=(sudo)
  fi
  say "installing Debian packages: ${missing[*]}"
  log=$(mktemp)
  # A foreign source that cannot be read must not stop us: only the installation itself decides.
  apt+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
  "${apt[@]}" update </dev/null >"$log" 2>&1 || true
  if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" \
    </dev/null >>"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    say "apt-get could not install them"
    return 1
  fi
  rm -f "$log"
}

# quietly LOG COMMAND...: runs it; its output goes to a terminal as it comes, else into LOG, and is
# shown only if it fails.
quietly() {
  local log=$1
  shift
  if [[ -t 2 ]]; then
    "$@" </dev/null >&2
  elif ! "$@" </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
}

# build_preset PRESET [-DNAME=VALUE...]: configures where something about that has changed, then
# builds what is out of date. Two at once wait for each other.
build_preset() {
  local preset=$1 dir=$root/build/$1 wanted status=0
  shift
  mkdir -p "$dir"
  # `cd` in a subshell: presets belong to the current folder, but ./run must stay in the caller's.
  (
    flock 9
    wanted="$root $* $(cksum <"$root/CMakePresets.json")"
    if [[ ! -e $dir/build.ninja || $(cat "$dir/.configured" 2>/dev/null) != "$wanted" ]]; then
      rm -f "$dir/.configured"
      cd "$root" || exit
      # --fresh: a build folder that came along from another place or compiler is of no use.
      quietly "$dir/configure.log" cmake --fresh --preset "$preset" "$@" || exit
      printf '%s\n' "$wanted" >"$dir/.configured"
    elif [[ $(ninja -C "$dir" -n 2>/dev/null) == *"no work to do"* ]]; then
      exit 0
    fi
    quietly "$dir/build.log" ninja -C "$dir"
  ) 9>"$dir/.lock" || status=$?
  return "$status"
}

run_packages=(g++ cmake ninja-build pkgconf libicu-dev libmd4c-dev rapidjson-dev libcli11-dev)
test_packages=("${run_packages[@]}" ccache libgtest-dev libgmock-dev python3 python3-jsonschema
  clang clang-format libclang-rt-14-dev llvm)
