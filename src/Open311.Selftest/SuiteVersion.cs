using System.Reflection;

namespace Open311.Selftest;

/// <summary>The version an assembly says it has.</summary>
internal static class SuiteVersion
{
    public static string Of(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
