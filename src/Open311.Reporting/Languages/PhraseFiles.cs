using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Open311.Reporting.Languages;

/// <summary>Reads the texts of a language: YAML mappings whose nested keys are joined by dots.</summary>
static class PhraseFiles
{
    /// <summary>All texts of a language, those of every file together.</summary>
    /// <exception cref="InvalidOperationException">A key is given twice, or a text is missing: the build is broken.</exception>
    public static IReadOnlyDictionary<string, string> Read(Language language, params IReadOnlyList<Assembly> others)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in others.Prepend(Assembly.GetExecutingAssembly()))
            Read(assembly, language, texts);
        return texts;
    }

    static void Read(Assembly assembly, Language language, Dictionary<string, string> texts)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"languages/{language.Tag()}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var parser = new Parser(stream);
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            Mapping(parser, "", name, texts);
        }
    }

    static void Mapping(Parser parser, string prefix, string file, Dictionary<string, string> texts)
    {
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = prefix + parser.Consume<Scalar>().Value;
            if (parser.Accept<MappingStart>(out _))
                Mapping(parser, key + ".", file, texts);
            else if (parser.Consume<Scalar>().Value is not { Length: > 0 } text || !texts.TryAdd(key, text))
                throw new InvalidOperationException($"{file}: '{key}' is empty, or given twice.");
        }
    }
}
