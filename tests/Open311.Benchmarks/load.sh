#!/usr/bin/env bash
# Puts load on the mock city, on a bare ASP.NET Core endpoint that answers the same bytes, on WireMock.Net and, where npm and java are
# there, on Prism, Mockoon, json-server and WireMock (Java), in one run, and prints rates and ratios.
# Needs wrk (Debian: apt-get install wrk). Usage: tests/Open311.Benchmarks/load.sh [seconds a measurement, default 5] [node_modules folder]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-5}
modules=${2:-}
if [ -z "$modules" ] && command -v npm >/dev/null && command -v java >/dev/null; then
  modules=artifacts/peers/node_modules
  [ -d "$modules/wiremock" ] || npm install --silent --no-audit --no-fund --prefix artifacts/peers \
    @stoplight/prism-cli@5.14.2 @mockoon/cli@9.9.0 json-server@0.17.4 wiremock@3.13.2
fi
dotnet build -c Release -v q -nologo tests/Open311.Benchmarks
exec dotnet tests/Open311.Benchmarks/bin/Release/net10.0/Open311.Benchmarks.dll load "$seconds" ${modules:+"$modules"}
