using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Open311.Acceptance.Tests.Documents;

/// <summary>Runs shell commands as a reader would: bash, a folder of its own, the command <c>open311</c> on the path.</summary>
sealed partial class ShellPage : IDisposable
{
    readonly DirectoryInfo bin = Directory.CreateTempSubdirectory("open311-bin-");

    public ShellPage()
    {
        var configuration = typeof(ShellPage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var program = Repository.PathOf("src", "Open311.Cli", "bin", configuration, "net10.0", "open311.dll");
        var shim = Path.Combine(bin.FullName, "open311");
        File.WriteAllText(shim, $"#!/bin/sh\nexec dotnet '{program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Where the commands run.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("open311-page-");

    /// <summary>What <c>open311</c> is found in.</summary>
    public string Bin => bin.FullName;

    /// <summary>The commands of a page, as one script: every fenced block of <c>sh</c>, with ports that are free.</summary>
    public static string ScriptOf(string page)
    {
        var script = new StringBuilder("set -eu -o pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n");
        foreach (Match block in Blocks().Matches(page))
        {
            foreach (var line in block.Groups[1].Value.Split('\n'))
            {
                // What a command is said to end with, it must end with; all others with 0.
                script.Append(Exits().Match(line) is { Success: true } told
                    ? $"code=0; {told.Groups[1].Value} || code=$?; [ \"$code\" = {told.Groups[2].Value} ] || {{ echo \"ended with $code: {told.Groups[1].Value.Replace("\"", "'")}\"; exit 99; }}\n"
                    : line + "\n");
            }
        }

        foreach (var port in Ports().Matches(script.ToString()).Select(m => m.Value).Distinct().ToList())
            script.Replace(port, FreePort());
        return script.ToString();
    }

    /// <summary>Runs a script to its end.</summary>
    public async Task<(int ExitCode, string Printed)> RunAsync(string script, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder.FullName };
        start.Environment.Remove("OPEN311_API_KEY");
        start.Environment["PATH"] = $"{bin.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder.FullName, name));

    public void Dispose()
    {
        bin.Delete(recursive: true);
        Folder.Delete(recursive: true);
    }

    static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^(.*?)\s+# exits (\d)$")]
    private static partial Regex Exits();

    [GeneratedRegex(@"\b311\d\b")]
    private static partial Regex Ports();
}
