using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Reporting.Matrix;
using Open311.Selftest;

namespace Open311.Cli.Selftests;

/// <summary><c>open311 selftest</c>: the suite against the embedded city with every defect and every freedom.</summary>
internal sealed class SelftestCommand(IConsoleEnvironment env, IRooms rooms)
{
    const string UsualFolder = "reports/selftest";
    const int LineEvery = 100;

    /// <summary>Runs, writes, tells.</summary>
    /// <exception cref="UsageException">A fault, an area or a file cannot be used.</exception>
    public async Task<int> RunAsync(SelftestSettings settings)
    {
        var isWhole = settings.Fault is null && settings.Area is null;
        var updated = settings.Update is { } file ? Readable(file, isWhole) : null;
        var folder = Path.GetFullPath(settings.Out ?? UsualFolder, env.WorkingDirectory);
        var began = env.Clock.GetTimestamp();
        var matrix = await JudgeAsync(settings);
        foreach (var line in rooms.Selftest.Summarise(matrix))
            env.Out.WriteLine(Printable.Line(line));
        try
        {
            var written = await rooms.Selftest.WriteAsync(matrix, folder);
            env.Out.WriteLine();
            env.Out.WriteLine($"Matrix: {written[0]}");
            if (updated is { } target)
                Update(target, matrix);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The matrix cannot be written: {e.Message} Choose another folder with --out.");
        }

        if (!settings.Quiet)
            await env.Error.WriteLineAsync($"{matrix.Faults.Count + matrix.Variations.Count} runs in {env.Clock.GetElapsedTime(began).TotalSeconds:0.0} s.");
        return matrix.Holds ? ExitCode.Success : matrix.Errors.Count > 0 ? ExitCode.CouldNotTest : ExitCode.Nonconformant;
    }

    async Task<KillMatrix> JudgeAsync(SelftestSettings settings)
    {
        try
        {
            return await rooms.Selftest.RunAsync(new SelftestOptions { Only = settings.Fault, Area = settings.Area }, (done, of) => Tell(done, of, settings.Quiet), env.Interrupts.Stop);
        }
        catch (UnknownTrialException e)
        {
            throw new UsageException($"--{e.Option}: {e.Message}");
        }
    }

    void Tell(int done, int of, bool quiet)
    {
        if (!quiet && of > LineEvery && (done % LineEvery == 0 || done == of))
            env.Error.WriteLine($"{done} of {of} runs done.");
    }

    string Readable(string file, bool isWhole)
    {
        if (!isWhole)
            throw new UsageException("--update: The summary is that of all faults and variations; leave out --fault and --area.");
        var path = Path.GetFullPath(file, env.WorkingDirectory);
        return File.Exists(path) ? path : throw new UsageException($"--update: There is no file '{Printable.Line(file)}'.");
    }

    void Update(string path, KillMatrix matrix)
    {
        var text = rooms.Selftest.Update(File.ReadAllText(path).ReplaceLineEndings("\n"), matrix)
            ?? throw new UsageException($"--update: '{path}' has no place for the summary: two lines that mark it are missing. CONTRIBUTING.md shows them.");
        File.WriteAllText(path, text);
        env.Out.WriteLine($"Summary: {path}");
    }
}
