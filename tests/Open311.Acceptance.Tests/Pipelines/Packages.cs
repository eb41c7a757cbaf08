using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using Open311.Mock;

namespace Open311.Acceptance.Tests.Pipelines;

/// <summary>The packages of this build, in a folder that serves as a feed.</summary>
static class Packages
{
    static readonly string[] projects = ["Open311.Protocol", "Open311.Recordings", "Open311.Conformance", "Open311.Reporting", "Open311.Conformance.NUnit", "Open311.Mock", "Open311.Mock.WireMock", "Open311.Cli"];

    /// <summary>The version they have.</summary>
    public static string Version => typeof(MockCity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Packs what was built.</summary>
    public static async Task<DirectoryInfo> PackAsync()
    {
        var feed = Directory.CreateTempSubdirectory("open311-feed-");
        var configuration = typeof(Packages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        foreach (var project in projects)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["pack", "--no-build", "-c", configuration, Repository.PathOf("src", project), "-o", feed.FullName, "-v", "q", "-nologo"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.Should().Be(0, "{0}", output + await error);
        }

        return feed;
    }

    /// <summary>Packages of ours that one of ours depends on, but that the feed has not.</summary>
    public static IReadOnlyList<string> MissingDependencies(DirectoryInfo feed)
    {
        var specs = feed.GetFiles("*.nupkg").Select(Spec).ToList();
        var ids = specs.SelectMany(s => s.Descendants().Where(e => e.Name.LocalName == "id").Select(e => e.Value)).ToHashSet();
        ids.Should().Contain(["Open311.Conformance.NUnit", "Open311.Mock", "Open311.Conformance.Tool"]);
        return
        [
            .. specs.SelectMany(s => s.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value))
                .Where(id => id.StartsWith("Open311.", StringComparison.Ordinal) && !ids.Contains(id)).Distinct(),
        ];
    }

    static XDocument Spec(FileInfo package)
    {
        using var zip = ZipFile.OpenRead(package.FullName);
        using var spec = zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(spec);
    }
}
