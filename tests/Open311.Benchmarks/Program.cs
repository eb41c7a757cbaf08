using System.Globalization;
using BenchmarkDotNet.Running;
using Open311.Benchmarks;
using Open311.Benchmarks.Load;

// The words below measure by themselves; anything else goes to BenchmarkDotNet (for example: --filter *Reading*).
switch (args)
{
    case ["run", ..]:
        return await RunComparison.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7);
    case ["judging", ..]:
        return await JudgingFigures.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15, [.. args.Skip(2)]);
    case ["store"]:
        return await StoreFigures.MainAsync();
    case ["keeping"]:
        return await KeepingFigures.MainAsync();
    case ["load", ..]:
        return await LoadComparison.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5, args.Length > 2 ? args[2] : null);
    case ["memory", ..]:
        return await MemoryFigures.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
    case ["door", ..]:
        return await DoorFigures.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
    case ["serve-mapped" or "serve-prepared", var folder, var port]:
        await MappedServer.RunAsync(folder, int.Parse(port, CultureInfo.InvariantCulture), args[0] == "serve-prepared");
        return 0;
    case ["replay", ..]:
        return await ReplayFigures.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5, args.Length > 2 ? args[2] : null);
    case ["serve-exported", var folder, var port]:
        await ExportedServer.RunAsync(folder, int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["serve-bare", var folder, var port]:
        await BareServer.RunAsync(folder, int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["serve-wiremock", var folder, var port]:
        await WireMockNetServer.RunAsync(folder, int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["fuzz", ..]:
        return await FuzzFigures.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
        return 0;
}
