#!/usr/bin/env bash
# What action.yml runs: annotations on the lines, a summary on the page of the run, the workbook when it is wanted.
# Everything comes in by variables, so that no name is taken for a command.
set -uo pipefail

ptc() { node "$GITHUB_ACTION_PATH/bin/ptc.cjs" "$@"; }

# a path on each line, without the spaces around it
paths=()
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%$'\r'}
  read -r line <<<"$line"
  [ -n "$line" ] && paths+=("$line")
done <<<"$PATHS"
# on a single line several may stand, unless it is the name of a file or folder
if [ "${#paths[@]}" = 1 ] && [ ! -e "${paths[0]}" ]; then read -r -a paths <<<"${paths[0]}"; fi
if [ "${#paths[@]}" = 0 ]; then
  echo "::error title=ptc::输入 paths 是空的:写上要校验的文件或文件夹,一行一个"
  exit 2
fi

options=()
[ "$DRAFT" = true ] && options+=(--draft)
[ -n "$SINCE" ] && options+=("--since=$SINCE")
ptc validate "${options[@]}" --format markdown -- "${paths[@]}" >>"$GITHUB_STEP_SUMMARY"
ptc validate "${options[@]}" --format github -- "${paths[@]}" || exit
if [ -n "$SUMMARY" ]; then ptc summarize --xlsx -o "$SUMMARY" -- "${paths[@]}"; fi
