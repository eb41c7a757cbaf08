using static Open311.Cli.Settings.OptionKind;

namespace Open311.Cli.Settings;

/// <summary>The settings of <c>check</c>: what the options, the file and its JSON Schema have in common.</summary>
internal static class CheckSettings
{
    public const string Url = "url";
    public const string Discovery = "discovery";
    public const string Jurisdiction = "jurisdiction";
    public const string MultiJurisdiction = "multi-jurisdiction";
    public const string ApiKey = "api-key";
    public const string ApiKeyEnv = "api-key-env";
    public const string Class = "class";
    public const string Only = "only";
    public const string Strict = "strict";
    public const string Out = "out";
    public const string Report = "report";
    public const string Lang = "lang";
    public const string Pdf = "pdf";
    public const string Timeout = "timeout";
    public const string Rate = "rate";
    public const string Concurrency = "concurrency";
    public const string Seed = "seed";
    public const string ExtraQuery = "extra-query";
    public const string ExtraHeader = "extra-header";
    public const string MaxWindowDays = "max-window-days";
    public const string ZonelessDates = "zoneless-dates";
    public const string Extension = "extension";
    public const string Preset = "preset";
    public const string AllowWrites = "allow-writes";
    public const string Production = "production";
    public const string DryRun = "dry-run";
    public const string MaxPosts = "max-posts";
    public const string ServiceCode = "service-code";
    public const string Lat = "lat";
    public const string Long = "long";
    public const string Address = "address";
    public const string AddressId = "address-id";
    public const string Email = "email";
    public const string Moderated = "moderated";
    public const string NonSpatial = "non-spatial";
    public const string PollTimeout = "poll-timeout";
    public const string KeyIn = "key-in";
    public const string ExtraForm = "extra-form";
    public const string Bundle = "bundle";
    public const string Sign = "sign";
    public const string Profile = "profile";
    public const string Baseline = "baseline";
    public const string UpdateBaseline = "update-baseline";
    public const string WaitFor = "wait-for";
    public const string WaitTimeout = "wait-timeout";
    public const string Quiet = "quiet";
    public const string Verbose = "verbose";
    public const string Recording = "recording";
    public const string Config = "config";
    public const string Targets = "targets";
    public const string Parallel = "parallel";
    public const string Part = "part";
    public const string Name = "name";

    /// <summary>The variable the API key is taken from when nothing else names one.</summary>
    public const string ApiKeyVariable = "OPEN311_API_KEY";

    /// <summary>The endpoint: an argument on the command line, a key in the file.</summary>
    public static readonly OptionSpec Endpoint = new(Url, Text, "URL",
        "The endpoint, as discovery gives it: resources are asked at URL/services.xml. Without it the embedded city is judged.");

    /// <summary>All options, in the order of the help.</summary>
    public static readonly IReadOnlyList<OptionSpec> Options =
    [
        new(Discovery, Text, "URL", "The discovery document, or the folder it is in. [default: looked for near the endpoint]"),
        new(Jurisdiction, List, "ID", "A jurisdiction_id to send; repeat it for several, the one to test with first."),
        new(MultiJurisdiction, Switch, "", "The endpoint serves several jurisdictions."),
        new(ApiKey, Text, "KEY", $"The API key; never written to any report. Better in {ApiKeyVariable} than on a command line. [default: ${ApiKeyVariable}]"),
        new(ApiKeyEnv, Text, "NAME", "The environment variable that holds the API key."),
        new(Class, CommaList, "NAME", "Judge only these conformance classes, such as read-xml. [default: all that can be decided]"),
        new(Only, CommaList, "GLOB", "Judge only requirements or cases whose id matches, such as GR2-REQS-*."),
        new(Strict, Switch, "", "Warnings count as failures."),
        new(Out, Text, "DIR", "Where the reports go. [default: reports/<host>-<UTC time>]"),
        new(Report, CommaList, "FORMAT", "Which reports: html, json, junit, md, badge. [default: all]"),
        new(Lang, Text, "TAG", "The language of the reports for people: en, de. [default: en]"),
        new(Pdf, Switch, "", "Print the page for people to report.pdf, too, by an installed Chromium."),
        new(Bundle, Text, "FILE", "Write the evidence and the reports into one zip, which 'open311 verify' judges again; with --targets one beside the reports of each.", InFile: false),
        new(Sign, Text, "KEY", "Sign the bundle with the ECDSA P-256 private key in this PEM file.", InFile: false),
        new(Profile, Text, "PROFILE", "Hold the run against a buyer's profile: a file, or one of georeport-v2-read, georeport-v2-full, citysdk.", InFile: false),
        new(Baseline, Text, "FILE", "A YAML file of known failures: only new ones, and entries that are stale or expired, are red.", InFile: false),
        new(UpdateBaseline, Switch, "", "Write the failures of this run to the file of --baseline.", InFile: false),
        new(WaitFor, Text, "URL", "Ask this URL once a second until it answers with success, before anything is judged: for services that start slowly.", InFile: false),
        new(WaitTimeout, Text, "SECONDS", "How long to wait for it. [default: 60]", InFile: false),
        new(Timeout, Text, "SECONDS", "Time limit of one request. [default: 15]"),
        new(Rate, Text, "N", "Requests a second; 0 for no limit. [default: 4, no limit on loopback]"),
        new(Concurrency, Text, "N", "Requests under way at a time. [default: 2, on loopback 4]"),
        new(Seed, Text, "N", "Seeds every choice of the suite. [default: 311]"),
        new(ExtraQuery, Pairs, "NAME=VALUE", "A query argument added to every request to the endpoint."),
        new(ExtraHeader, Pairs, "NAME=VALUE", "A header added to every request to the endpoint."),
        new(MaxWindowDays, Text, "DAYS", "The longest window of dates that the endpoint answers. [default: 90]"),
        new(ZonelessDates, Switch, "", "Send dates without Z, to an endpoint that refuses it."),
        new(Extension, CommaList, "NAME", "An extension that the endpoint claims and that must work: paging, updated, attributes, media, updates, citysdk, v2.1. [default: what is found]"),
        new(Preset, Text, "NAME", "Settings that a known kind of server needs, such as spot; all others win over them.", InFile: false),
        new(AllowWrites, Switch, "", "Post test reports. Needs an API key, and an endpoint that discovery calls test."),
        new(Production, Switch, "", "Post even where discovery calls the endpoint production, or does not say."),
        new(DryRun, Switch, "", "Print every POST that would be sent, as curl commands, and send none.", InFile: false),
        new(MaxPosts, Text, "N", "Most POSTs sent in a run, the most telling first. [default: 40]"),
        new(ServiceCode, List, "CODE", "A service that may be reported to, and no other; repeat it for several. [default: as few as will do]"),
        new(Lat, Text, "DEGREES", "Latitude of a place inside the service area. [default: places of listed requests]"),
        new(Long, Text, "DEGREES", "Longitude of that place."),
        new(Address, Text, "TEXT", "An address that the city can find. [default: one of a listed request]"),
        new(AddressId, Text, "ID", "An address_id of the city's register. [default: one of a listed request]"),
        new(Email, Text, "ADDRESS", "The contact address in test reports. [default: one of example.org]"),
        new(Moderated, Switch, "", "Reports stay hidden until somebody approves them."),
        new(NonSpatial, Switch, "", "The service reported to needs no location."),
        new(PollTimeout, Text, "SECONDS", "How long a report may take to show, and a token to give its id. [default: 60]"),
        new(KeyIn, Text, "PLACE", "Where the key of a POST goes: form, query, bearer, header or header:NAME. [default: form]"),
        new(ExtraForm, Pairs, "NAME=VALUE", "A field added to the form of every POST."),
        new(Recording, Text, "NAME|DIR", "Judge a recorded city instead of a live one, without a network; 'open311 record' makes recordings.", InFile: false),
        new(Config, Text, "FILE", "A YAML file of these settings; the command line wins over it.", InFile: false),
        new(Targets, Text, "FILE", "A YAML file of many targets, judged in one go; or a directory in the form of the Open311 wiki's servers.yml.", InFile: false),
        new(Parallel, Text, "N", "Targets of --targets judged at a time, never two on one host. [default: 4]", InFile: false),
        new(Part, Text, "K/N", "Judge the K-th of N parts of --targets; targets on one host stay together.", InFile: false),
        new(Quiet, Switch, "", "Print the last line only."),
        new(Verbose, Switch, "", "Print a line for each request."),
    ];

    /// <summary>What the file may hold.</summary>
    public static IEnumerable<OptionSpec> FileKeys => Options.Where(o => o.InFile).Prepend(Endpoint);
}
