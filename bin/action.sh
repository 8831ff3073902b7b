#!/usr/bin/env bash
# What action.yml runs: annotations on the lines, a summary on the page of the run, the workbook when it is wanted.
# Everything comes in by variables, so that no name is taken for a command.
set -uo pipefail
read -r -a paths <<<"$PATHS"
ptc() { node "$GITHUB_ACTION_PATH/bin/ptc.cjs" "$@"; }
options=()
[ "$DRAFT" = true ] && options+=(--draft)
ptc validate "${paths[@]}" "${options[@]}" --format markdown >>"$GITHUB_STEP_SUMMARY"
[ -n "$SINCE" ] && options+=("--since=$SINCE")
ptc validate "${paths[@]}" "${options[@]}" --format github || exit
if [ -n "$SUMMARY" ]; then ptc summarize "${paths[@]}" --xlsx -o "$SUMMARY"; fi
