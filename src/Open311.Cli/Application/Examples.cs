using System.CommandLine;

namespace Open311.Cli.Application;

/// <summary>Command lines that work as they stand.</summary>
internal static class Examples
{
    /// <summary>Command lines for a command, each with what it is for.</summary>
    public static IReadOnlyList<(string Line, string Meaning)> Of(Command command) => command.Name switch
    {
        "check" =>
        [
            ("open311 check", "Judges the embedded city: shows what a report looks like."),
            ("open311 check https://example.org/open311/v2 --jurisdiction example.org", "Judges a live endpoint, gently."),
            ("open311 check https://example.org/open311/v2 --class read-xml --report junit --out reports/ci --strict", "For a build server."),
            ("open311 check http://127.0.0.1:8080/open311/v2 --wait-for http://127.0.0.1:8080/health --wait-timeout 120", "Waits for a service that starts slowly."),
            ("open311 check --config open311.yaml --verbose", "Takes the settings from a file and prints each request."),
            ("open311 check --targets targets.yaml --parallel 8 --out reports/all", "Judges many endpoints: a report for each, an index and a table of all."),
        ],
        "verify" =>
        [
            ("open311 verify bundle.zip", "Derives every finding again from the exchanges in a bundle; exits 1 on any difference."),
            ("open311 verify bundle.zip --key vendor.pem --json", "Checks the signature, too, and prints JSON for a program."),
        ],
        "judge" =>
        [
            ("open311 judge browser.har", "Finds the endpoint in a recording, and judges what was asked of it."),
            ("open311 judge proxy.har --base https://example.org/open311/v2 --out reports/proxy", "Judges one endpoint of several."),
        ],
        "compare" =>
        [
            ("open311 compare a.zip b.zip c.zip --profile rfp.yaml --out reports/bids", "Mandatory clauses by bidders, with evidence; bundles that do not verify are told."),
            ("open311 compare before.zip after.zip", "Two runs of one endpoint: what was fixed, what broke, what is new in the suite."),
        ],
        "clause" =>
        [
            ("open311 clause georeport-v2-full", "What shall be passed, with what, what evidence is delivered, and how it is verified."),
            ("open311 clause citysdk --lang de", "The same in German, for another profile."),
        ],
        "requirements" =>
        [
            ("open311 requirements --class read-json", "Lists the requirements of one conformance class."),
            ("open311 requirements --docs pages", "Writes the catalogue as pages, with the cases and faults of each requirement."),
            ("open311 requirements --untested --json", "Lists what no case decides yet, and why, for a program."),
        ],
        "explain" =>
        [
            ("open311 explain GR2-REQS-031", "Prints the clause, our reading, how it is tested, and how to fix it."),
        ],
        "mock" =>
        [
            ("open311 mock --port 3110", "Serves the embedded city until Ctrl-C."),
            ("open311 mock --city two-rivers --type batch --clock 2026-05-20T09:30:00Z", "Serves two jurisdictions whose POSTs give tokens, at a time of your choice."),
            ("open311 mock --fault xml-labelled-html --latency lognormal:80,0.5", "Serves a slow city with one defect; 'open311 faults' lists them."),
            ("open311 mock --stubs stubs", "Lets WireMock.Net mapping files answer before the city; the rest is the city's."),
            ("open311 mock --dialect boston", "Speaks like a family of real servers; 'open311 dialects' lists them."),
            ("open311 mock --recording boston", "Serves what was recorded of a dialect's simulation; 'open311 recording list' lists all."),
            ("open311 mock --recording recordings/example --shift-dates", "Serves a recorded city, with its dates moved up to now."),
            ("open311 mock --vary --seed 7", "Takes the freedoms of the specification, as the seed chooses."),
        ],
        "record" =>
        [
            ("open311 record https://example.org/open311/v2 --out recordings/example", "Records a live city, gently; 'open311 mock --recording recordings/example' serves it."),
            ("open311 record --proxy https://example.org/open311/v2 --port 3111 --out recordings/session", "Stands between a client and a city, and records what passes."),
        ],
        "recording" =>
        [
            ("open311 recording list", "Lists the recordings that come with the tool."),
            ("open311 recording show boston", "Tells what is in one of them."),
            ("open311 recording show recordings/example", "Tells what is in a recording."),
            ("open311 recording import browser.har --out recordings/browser", "Makes a recording of a HAR file."),
            ("open311 recording export recordings/example --as wiremock-net --out stubs", "Makes stubs of a recording; 'open311 mock --stubs stubs' serves them before a city."),
            ("open311 recording scrub recordings/example --out recordings/clean", "Takes personal data out of a recording that has it."),
            ("open311 recording export recordings/example --as har --out example.har", "Makes a HAR file of a recording."),
        ],
        "diff" =>
        [
            ("open311 diff recordings/example https://example.org/open311/v2", "Tells what changed since a city was recorded."),
        ],
        "console" =>
        [
            ("open311 console", "Serves the console on http://127.0.0.1:3112, for this machine alone."),
            ("open311 console --data /srv/open311 --allow-private", "Keeps checks elsewhere, and may check servers of the own network."),
            ("open311 console --port 0 --parallel 1", "On any free port, one check at a time."),
        ],
        "dialects" =>
        [
            ("open311 dialects", "Lists the families of real servers that 'open311 mock' can speak like."),
            ("open311 dialects boston", "Tells what a client must be ready for there, and which requirements it breaks."),
        ],
        "faults" =>
        [
            ("open311 faults", "Lists the defects and variations that 'open311 mock' can show."),
        ],
        "completion" =>
        [
            ("open311 completion bash", "Prints the script; in ~/.bashrc: eval \"$(open311 completion bash)\"."),
            ("open311 completion pwsh", "In the profile: open311 completion pwsh | Out-String | Invoke-Expression."),
        ],
        "selftest" =>
        [
            ("open311 selftest", "Runs all faults and variations, and writes the kill matrix."),
            ("open311 selftest --area dates", "Runs those of one file of fixtures."),
            ("open311 selftest --fault xml-labelled-html --out one", "Shows what one fault trips."),
        ],
        _ =>
        [
            ("open311 check", "Judges the embedded city and writes a report."),
            ("open311 check https://example.org/open311/v2", "Judges a live endpoint, gently."),
            ("open311 explain GR2-REQS-031", "Explains one requirement."),
        ],
    };
}
