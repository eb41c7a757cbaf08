#!/usr/bin/env bash
# Serves a recording of a thousand exchanges and one of a single exchange by 'open311 mock --recording', stock WireMock.Net and, where npm and
# java are there, WireMock (Java), beside a bare ASP.NET Core endpoint, in one run, and prints rates, ratios and starts.
# Needs wrk (Debian: apt-get install wrk). Usage: tests/Open311.Benchmarks/replay.sh [seconds a measurement, default 5] [node_modules folder]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-5}
modules=${2:-}
if [ -z "$modules" ] && command -v npm >/dev/null && command -v java >/dev/null; then
  modules=artifacts/peers/node_modules
  [ -d "$modules/wiremock" ] || npm install --silent --no-audit --no-fund --prefix artifacts/peers wiremock@3.13.2
fi
dotnet build -c Release -v q -nologo tests/Open311.Benchmarks
exec dotnet tests/Open311.Benchmarks/bin/Release/net10.0/Open311.Benchmarks.dll replay "$seconds" ${modules:+"$modules"}
