# Completion of varde for bash. Load it with: source <(varde completion bash)
_varde() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "code ingest ledger timeline changes show explain search correct agreement export serve token recode parse languages lint completion --help --version" -- "$current"))
    return
  fi
  case "${COMP_WORDS[1]} $previous" in
    "code -f"|"code --format") COMPREPLY=($(compgen -W "jsonl table csv plover" -- "$current")); return ;;
    "ledger -f"|"ledger --format") COMPREPLY=($(compgen -W "table jsonl" -- "$current")); return ;;
    "timeline -f"|"timeline --format") COMPREPLY=($(compgen -W "table jsonl" -- "$current")); return ;;
    "changes -f"|"changes --format") COMPREPLY=($(compgen -W "table jsonl" -- "$current")); return ;;
    "show -f"|"show --format") COMPREPLY=($(compgen -W "table jsonl" -- "$current")); return ;;
    "search -f"|"search --format") COMPREPLY=($(compgen -W "table jsonl" -- "$current")); return ;;
    "agreement -f"|"agreement --format") COMPREPLY=($(compgen -W "table jsonl" -- "$current")); return ;;
    "export -f"|"export --format") COMPREPLY=($(compgen -W "jsonl csv parquet plover cameo ucdp ceasefires" -- "$current")); return ;;
    "parse -f"|"parse --format") COMPREPLY=($(compgen -W "table json" -- "$current")); return ;;
    "completion completion") COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")); return ;;
  esac
  case ${COMP_WORDS[1]} in
    code) words="--help --format --language --published --output --resume --explain --jobs --min-confidence --max-size --data" ;;
    ingest) words="--help --db --language --published --jobs --batch --max-size --data" ;;
    ledger) words="--help --db --actor --country --place --type --source --since --until --as-of --min-reports --format --limit" ;;
    timeline) words="--help --db --actor --country --place --type --source --since --until --as-of --min-reports --format --limit" ;;
    changes) words="--help --db --actor --country --place --type --source --since --until --as-of --min-reports --format --limit" ;;
    show) words="--help --db --as-of --format" ;;
    explain) words="--help --db --data" ;;
    search) words="--help --db --limit --format" ;;
    correct) words="--help --by --why --db" ;;
    agreement) words="--help --db --format" ;;
    export) words="--help --db --format --output --actor --country --place --type --source --since --until --as-of --min-reports --data" ;;
    serve) words="--help --db --demo --address --port --certificate --key --rate --cache --log --data" ;;
    token) words="--help" ;;
    recode) words="--help --db --all --batch --data" ;;
    parse) words="--help --language --accuracy --accuracy-details --format --data" ;;
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
