using System.Globalization;
using BenchmarkDotNet.Running;
using Open311.Benchmarks;

// The words below measure by themselves; anything else goes to BenchmarkDotNet (for example: --filter *Reading*).
switch (args)
{
    case ["run", ..]:
        return await RunComparison.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7);
    case ["store"]:
        return await StoreFigures.MainAsync();
    case ["keeping"]:
        return await KeepingFigures.MainAsync();
    case ["serve"]:
        await ServingComparison.RunAsync();
        return 0;
    case ["fuzz", ..]:
        return await FuzzFigures.MainAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
        return 0;
}
