using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace Open311.Protocol.Tests;

/// <summary>
/// Tries a property with generated values, the same ones on every run and every machine. To explore: <c>OPEN311_PROPERTY_SEED</c> (a number) begins
/// elsewhere, <c>OPEN311_PROPERTY_RUNS</c> (a number) multiplies how many values are tried. <c>OPEN311_PROPERTY_SHRINK=0</c> leaves out the search for the smallest
/// value that fails, which is most of the time of a mutation run.
/// </summary>
static class Property
{
    public static void Always<T>(this Gen<T> values, Action<T> holds, int iter = 100)
    {
        var name = TestContext.CurrentContext.Test.FullName;
        var random = new PCG(311, BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{Setting("OPEN311_PROPERTY_SEED", 0)}"))));
        var count = iter * Setting("OPEN311_PROPERTY_RUNS", 1);
        for (var i = 0L; i < count; i++)
        {
            var seed = random.ToString();
            var value = values.Generate(random, null, out _);
            try
            {
                holds(value);
            }
            catch (Exception first)
            {
                if (Setting("OPEN311_PROPERTY_SHRINK", 1) == 0)
                    throw;

                // Looks for the smallest value that fails, and throws with it.
                values.Sample(holds, seed: seed, iter: 20_000);
                throw new AssertionException($"Violated by value {i} only once, so it depends on more than the value: {Check.Print(value)}", first);
            }
        }
    }

    public static void Always<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> holds, int iter = 100) =>
        values.Always(v => holds(v.Item1, v.Item2), iter);

    public static void Always<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> holds, int iter = 100) =>
        values.Always(v => holds(v.Item1, v.Item2, v.Item3), iter);

    public static void Always<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> holds, int iter = 100) =>
        values.Always(v => holds(v.Item1, v.Item2, v.Item3, v.Item4), iter);

    static long Setting(string name, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
