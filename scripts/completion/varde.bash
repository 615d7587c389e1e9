# Completion of varde for bash. Load it with: source <(varde completion bash)
_varde() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "code parse languages lint completion --help --version" -- "$current"))
    return
  fi
  case $previous in
    -f|--format) COMPREPLY=($(compgen -W "jsonl table csv plover" -- "$current")); return ;;
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")); return ;;
  esac
  case ${COMP_WORDS[1]} in
    code) words="--help --format --language --published --output --resume --jobs --min-confidence --max-size --data" ;;
    parse) words="--help --language --accuracy --data" ;;
    languages) words="--help --data" ;;
    lint) words="--help --data" ;;
    completion) words="--help" ;;
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _varde varde
