namespace RelationalPractice.Collation;

/// <summary>
/// How far coders agree beyond chance, on values that are names and not amounts. Null where it cannot be said: nothing was judged by
/// two, or everything was judged the same one way, so that no chance agreement can be told from any other.
/// </summary>
public static class Agreement
{
    /// <summary>At or above: good. Krippendorff, Content Analysis (2004), section 11.4.</summary>
    public const double Good = 0.8;

    /// <summary>From here to <see cref="Good"/>: only for tentative conclusions.</summary>
    public const double Tentative = 0.667;

    /// <summary>Cohen's kappa of two coders who judged the same units (Cohen 1960).</summary>
    public static double? Kappa<TValue>(IReadOnlyList<(TValue First, TValue Second)> units)
        where TValue : notnull
    {
        if (units.Count == 0)
        {
            return null;
        }

        double n = units.Count;
        var first = units.CountBy(unit => unit.First).ToDictionary();
        var second = units.CountBy(unit => unit.Second).ToDictionary();
        var observed = units.Count(unit => unit.First.Equals(unit.Second)) / n;
        var byChance = first.Sum(value => value.Value / n * (second.GetValueOrDefault(value.Key) / n));
        return byChance < 1 ? (observed - byChance) / (1 - byChance) : null;
    }

    /// <summary>
    /// Krippendorff's alpha for nominal data, any number of coders, with values missing (Krippendorff 2011, Computing Krippendorff's
    /// Alpha-Reliability, section C). Units judged by fewer than two coders tell nothing and are left out.
    /// </summary>
    /// <param name="units">For each unit the values that coders gave it; who did not judge it gives none.</param>
    public static double? Alpha<TValue>(IEnumerable<IReadOnlyList<TValue>> units)
        where TValue : notnull
    {
        var totals = new Dictionary<TValue, double>();
        double pairable = 0, disagreement = 0;
        foreach (var values in units.Where(values => values.Count > 1))
        {
            var counts = values.CountBy(value => value).ToDictionary();
            foreach (var (value, count) in counts)
            {
                totals[value] = totals.GetValueOrDefault(value) + count;
                disagreement += count * (double)(values.Count - count) / (values.Count - 1);
            }

            pairable += values.Count;
        }

        var expected = totals.Values.Sum(total => total * (pairable - total));
        return expected > 0 ? 1 - ((pairable - 1) * disagreement / expected) : null;
    }
}
