using System.Diagnostics;
using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Verifying;

/// <summary><c>open311 verify</c>.</summary>
internal sealed class VerifyCommand(IConsoleEnvironment env, IRooms rooms)
{
    const int Shown = 40;

    /// <summary>Verifies one bundle; 0 when everything is as it was written and derived again, else 1.</summary>
    public async Task<int> RunAsync(string name, string? keyFile, bool json)
    {
        using var key = keyFile is null ? null : KeyFile.Public(keyFile, env.WorkingDirectory);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var verified = await new BundleJudge(env, rooms).VerifyAsync(name, key);
            if (json)
                await env.Out.WriteLineAsync(VerificationJson.Of(name, verified));
            else
                await TellAsync(verified, Stopwatch.GetElapsedTime(started));
            return verified.IsVerified ? ExitCode.Success : ExitCode.Nonconformant;
        }
        catch (BundleException e)
        {
            await env.Out.WriteLineAsync(json ? VerificationJson.Refused(name, Printable.Line(e.Message)) : $"Does not verify: {Printable.Line(e.Message)}");
            return ExitCode.Nonconformant;
        }
    }

    async Task TellAsync(BundleVerification verified, TimeSpan elapsed)
    {
        var bundle = verified.Bundle;
        if (bundle.JudgedBy is { } judgedBy)
            await Line($"Judged by {judgedBy}; {bundle.MemberCount} members.");
        if (verified.Replayed is { } replayed)
        {
            await Line($"{replayed.Target.Endpoint.OriginalString}, as of {replayed.Started.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC.");
            await Line(FormattableString.Invariant($"{replayed.Exchanges.Count} exchanges were judged again in {elapsed.TotalSeconds:0.0} s, with no network."));
        }

        foreach (var problem in verified.Problems.Take(Shown))
            await Line($"  changed  {problem.Member}: {problem.What}");
        if (verified.Problems.Count > Shown)
            await Line($"  and {verified.Problems.Count - Shown} more.");
        if (verified.Findings is { } findings)
        {
            await Line($"Findings: {findings.Same} same, {findings.Differences.Count} different.");
            foreach (var difference in findings.Differences.Take(Shown))
                await Line($"  {difference.Kind.ToString().ToLowerInvariant(),-8} {difference.Sentence}");
            if (findings.Differences.Count > Shown)
                await Line($"  and {findings.Differences.Count - Shown} more; --json lists all.");
        }
        else
        {
            await Line("Findings: none could be derived.");
        }

        if (verified.Replayed?.Profile is { } profile)
            await Line(profile.Sentence);
        await Line(bundle.Signature.Sentence);
        foreach (var note in verified.Notes)
            await Line($"Note: {note}");
        await Line(verified.IsVerified ? "Verifies: every byte is as it was written, and every finding is derived again." : "Does not verify.");
    }

    Task Line(string text) => env.Out.WriteLineAsync(Printable.Line(text));
}
