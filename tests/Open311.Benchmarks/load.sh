#!/usr/bin/env bash
# Puts load on the mock city and on a bare ASP.NET Core endpoint that answers the same bytes, in one run, and prints the ratios.
# Needs wrk (Debian: apt-get install wrk). Usage: tests/Open311.Benchmarks/load.sh [seconds a measurement, default 5]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-5}
ready=$(mktemp) lua=$(mktemp --suffix .lua)
dotnet run --no-build -c Release --project tests/Open311.Benchmarks -- serve > "$ready" &
server=$!
trap 'kill -INT $server 2>/dev/null; wait $server 2>/dev/null; rm -f "$ready" "$lua"' EXIT
until [ -s "$ready" ]; do sleep 0.2; done
field() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$ready" "$1"; }
city=$(field city) bare=$(field bare)
rate() { wrk -t2 -c32 -d"${seconds}s" "$@" | awk '/Requests\/sec/ {print $2}'; }
compare() {
  local name=$1 target=$2; shift 2
  rate "$bare/$target" "$@" > /dev/null; rate "$city/$target" "$@" > /dev/null # warm both
  local b c; b=$(rate "$bare/$target" "$@"); c=$(rate "$city/$target" "$@")
  python3 -c 'import sys; n,b,c=sys.argv[1:]; print(f"{n:<28} bare {float(b):>9.0f}/s  city {float(c):>9.0f}/s  ratio {float(c)/float(b):.2f}")' "$name" "$b" "$c"
}
compare "services.json" "services.json"
compare "filtered list" "requests.xml?service_code=001&status=open"
compare "whole list" "requests.xml"
# Each POST says something else: the same report twice is a finding of its own.
printf 'local n = 0\nwrk.headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8"\nfunction request()\n  n = n + 1\n  return wrk.format("POST", nil, nil, "%s&address_string=" .. n)\nend\n' "$(field form)" > "$lua"
compare "POST" "requests.json" -s "$lua"
grep -h VmRSS "/proc/$(pgrep -P $server | head -1)/status" 2>/dev/null || true
