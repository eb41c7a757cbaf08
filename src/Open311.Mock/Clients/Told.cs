namespace Open311.Mock.Clients;

/// <summary>What was said of a read before. A client that breaks a rule breaks it with every call, and is told the same each time.</summary>
/// <param name="Broken">The rules broken, and how.</param>
/// <param name="Judgement">What came of it.</param>
internal sealed record Told(List<(int Rule, Breach Breach)> Broken, Judgement Judgement)
{
    public bool Is(List<(int Rule, Breach Breach)> broken)
    {
        if (broken.Count != Broken.Count)
            return false;
        for (var i = 0; i < broken.Count; i++)
        {
            var (rule, breach) = broken[i];
            var (known, before) = Broken[i];
            if (rule != known || breach.Received != before.Received || breach.Expected != before.Expected || breach.IsPardoned != before.IsPardoned)
                return false;
        }

        return true;
    }
}
