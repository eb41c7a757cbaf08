using BenchmarkDotNet.Running;
using Open311.Benchmarks;

// "run" compares a whole run with plain fetching; anything else goes to BenchmarkDotNet (for example: --filter *Reading*).
if (args is ["run", ..])
    return await RunComparison.MainAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 7);
BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
