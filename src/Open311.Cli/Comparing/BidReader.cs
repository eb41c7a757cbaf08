using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Verifying;
using Open311.Conformance.Profiles;
using Open311.Reporting.Bundles;
using Open311.Reporting.Comparison;

namespace Open311.Cli.Comparing;

/// <summary>Reads bids: bundles, which are verified, or reports, which cannot be.</summary>
internal sealed class BidReader(IConsoleEnvironment env, IRooms rooms)
{
    const int MostRemarks = 6;

    /// <summary>Reads one, with the profile that it was made for, if any.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public async Task<(Bid Bid, BuyerProfile? Own)> ReadAsync(string file)
    {
        var bid = new Bid { Name = Path.GetFileNameWithoutExtension(file), File = file, Standing = Standing.Broken };
        try
        {
            if (IsJson(file))
            {
                using var json = File.OpenRead(Path.Combine(env.WorkingDirectory, file));
                return (bid with { Standing = Standing.Unproven, Report = ReportDocument.Read(json, rooms.Catalogue) }, null);
            }

            var verified = await new BundleJudge(env, rooms).VerifyAsync(file, null);
            return (bid with
            {
                Standing = verified.IsVerified ? Standing.Verified : Standing.Broken,
                Remarks = [.. Remarks(verified)],
                Report = verified.Replayed,
            }, verified.Bundle.Profile);
        }
        catch (BundleException e)
        {
            return (bid with { Remarks = [e.Message] }, null);
        }
    }

    static IEnumerable<string> Remarks(BundleVerification verified)
    {
        if (verified.IsVerified)
            return [verified.Bundle.Signature.Sentence, .. verified.Notes];
        List<string> all = [.. verified.Problems.Select(p => $"{p.Member}: {p.What}"), .. (verified.Findings?.Differences ?? []).Select(d => d.Sentence), .. verified.Notes];
        return all.Count <= MostRemarks ? all : [.. all.Take(MostRemarks), $"And {all.Count - MostRemarks} more; 'open311 verify' lists them."];
    }

    bool IsJson(string file)
    {
        var path = Path.Combine(env.WorkingDirectory, file);
        try
        {
            if (!File.Exists(path))
                throw new UsageException($"There is no file '{Printable.Line(file)}' in {env.WorkingDirectory}.");
            using var stream = File.OpenRead(path);
            var first = stream.ReadByte();
            while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF)
                first = stream.ReadByte();
            return first == '{';
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{Printable.Line(file)}' cannot be read: {Printable.Line(e.Message)}");
        }
    }
}
