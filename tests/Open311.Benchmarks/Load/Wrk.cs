using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Open311.Benchmarks.Load;

/// <summary>The load itself: wrk with two threads and 32 connections.</summary>
internal static partial class Wrk
{
    /// <summary>Requests a second, how many were answered, and whether any answer was not a 2xx.</summary>
    public static async Task<(double Rate, long Answered, bool Clean)> RunAsync(Uri url, int seconds, string? script)
    {
        string[] arguments = ["-t2", "-c32", $"-d{seconds}s", .. script is null ? Array.Empty<string>() : ["-s", script], url.AbsoluteUri];
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException("wrk was not found; it puts the load on the servers. Install it (Debian: apt-get install wrk) and try again.");
        }

        using (process)
        {
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var rate = Rate().Match(said);
            return rate.Success
                ? (double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), long.Parse(Count().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), !said.Contains("Non-2xx", StringComparison.Ordinal))
                : throw new InvalidOperationException($"wrk gave no figure for {url}: {said}");
        }
    }

    /// <summary>A script by which each POST says something else: the same report twice is a finding of its own.</summary>
    public static string PostScript(string folder)
    {
        var path = Path.Combine(folder, "post.lua");
        File.WriteAllText(path, $$"""
            local n = 0
            local thread = 0
            function setup(t) t:set("id", thread); thread = thread + 1 end
            wrk.headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8"
            function request()
              n = n + 1
              return wrk.format("POST", nil, nil, "{{Scene.Form}}&address_string=" .. id .. "-" .. n)
            end
            """);
        return path;
    }

    [GeneratedRegex(@"Requests/sec:\s*([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Count();
}
