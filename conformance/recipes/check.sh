#!/bin/sh
# Checks on any machine with Node, such as Jenkins or cron: fails only on what is new since the baseline, which the first call writes.
# Options of "doorstep check" are passed on.
set -eu

baseline=${DOORSTEP_BASELINE:-doorstep.baseline.json}
reports=${DOORSTEP_REPORTS:-doorstep-reports}
mkdir -p "$reports"

npm ci
npx playwright install chromium-headless-shell

set -- --quiet --baseline "$baseline" --json "$reports/result.json" --html "$reports/report.html" --junit "$reports/junit.xml" "$@"
[ -f "$baseline" ] || set -- --update-baseline "$@"
exec npx doorstep check "$@"
