using System.Text;
using System.Text.RegularExpressions;
using NJsonSchema;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Testing;
using VerifyNUnit;

namespace Open311.Cli.Tests.Verifying;

/// <summary>The manifest says everything the judge took beside the exchanges.</summary>
public sealed partial class ManifestTests
{
    [Test]
    public async Task Follows_its_schema_and_says_what_was_judged_and_how()
    {
        var bundle = await CityBundle.PackAsync(new CityServerOptions(), t => t with
        {
            Only = ["GR2-SVC-001"],
            Writes = new WriteOptions { Place = (41.5m, -70.25m), ServiceCodes = ["001"], Email = "a@example.org" },
            Extensions = ["paging"],
        });
        var manifest = Encoding.UTF8.GetString(CityBundle.Members(bundle)["manifest.json"]);
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "bundle.schema.json"));

        schema.Validate(manifest).Should().BeEmpty();
        manifest = manifest[..manifest.IndexOf("\"members\"", StringComparison.Ordinal)];
        await Verifier.Verify(Finished().Replace(Hash().Replace(Port().Replace(Version().Replace(manifest, "\"version\": \"VERSION\""), ":PORT/"), "HASH"), "LATER"), "txt");
    }

    [GeneratedRegex("(?<=\"finished\": \")[^\"]*")]
    private static partial Regex Finished();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@":\d{4,5}/")]
    private static partial Regex Port();

    [GeneratedRegex("\"version\": \"[^\"]*\"")]
    private static partial Regex Version();
}
